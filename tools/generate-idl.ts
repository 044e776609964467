/** Writes what the specs' Web IDL says of the interfaces under test, for the suites. */
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateSurface, SURFACE_FILE } from './idl/generate.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
await writeFile(join(root, SURFACE_FILE), await generateSurface(root));
