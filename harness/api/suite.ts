import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { decodeJson, Manifest } from '../protocol/index.ts';
import type { Roots } from '../server/index.ts';

/** A file of the built package. */
function built(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** What the server serves beside the pages of sessions. */
export const SERVED_ROOTS: Roots = { bundle: built('page') };

/** The prebuilt page that the HTML report fills. */
export function reportTemplate(): Promise<string> {
  return readFile(built('report/template.html'), 'utf8');
}

/** What the build knows of the suite. */
export async function loadManifest(): Promise<Manifest> {
  return decodeJson(Manifest, await readFile(built('manifest.json'), 'utf8'), 'manifest.json');
}
