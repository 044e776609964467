/** Writes what the specs' Web IDL says of the interfaces under test, for the suites. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateSurface, SURFACE_FILE } from './idl/generate.ts';
import { PACKAGE_ROOT } from '../harness/api/package-root.ts';

await writeFile(join(PACKAGE_ROOT, SURFACE_FILE), await generateSurface(PACKAGE_ROOT));
