import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { CHECKED, definitions, surfaceModule } from './surface.ts';

/** Where the generated module stands, seen from the project's root. */
export const SURFACE_FILE = join('suites', 'idl', 'surface.ts');

/** The text of the generated module, from the published copies of the specs' Web IDL. */
export async function generateSurface(root: string): Promise<string> {
  const texts = Object.entries(CHECKED).map(async ([spec, names]) => {
    const file = fileURLToPath(import.meta.resolve(`@webref/idl/${spec}.idl`));
    return definitions(await readFile(file, 'utf8'), names);
  });
  const all = (await Promise.all(texts)).flat();
  const target = join(root, SURFACE_FILE);
  return format(surfaceModule(all), { ...(await resolveConfig(target)), parser: 'typescript' });
}
