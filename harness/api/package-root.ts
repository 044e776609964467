import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function nearestPackage(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : nearestPackage(dirname(folder));
}

/** The folder of this package, whether its sources or what was built from them is running. */
export const PACKAGE_ROOT = nearestPackage(import.meta.dirname);

/** A file that the build makes. */
export function built(...path: readonly string[]): string {
  return join(PACKAGE_ROOT, 'dist', ...path);
}
