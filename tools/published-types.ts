/** Gathers the declaration files that the package's entries need, and no others. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';

/** What package.json exports with types. */
const ENTRIES = ['harness/api/index.d.ts', 'suites/kit/for-suites.d.ts'];

/** What a module imports, by statements and in the middle of types or code. */
const IMPORT =
  /^(?:import|export)\s[^'";]*?\bfrom\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm;

/** The modules that a compiled module or a declaration file imports, as it names them. */
export function importsOf(text: string): readonly string[] {
  return [...text.matchAll(IMPORT)].map(([, from, alone, inline]) => from ?? alone ?? inline ?? '');
}

/** Puts the declaration files that can be reached from the entries into a folder of their own. */
export async function publishTypes(
  built: string,
  output: string,
  entries: readonly string[] = ENTRIES,
): Promise<void> {
  await rm(output, { recursive: true, force: true });
  const reached = new Set(entries);
  // A set goes on with what is added while it is gone through.
  for (const file of reached) {
    const text = await readFile(join(built, file), 'utf8');
    for (const name of importsOf(text).filter((name) => name.startsWith('.'))) {
      const declaration = posix.join(posix.dirname(file), declarationOf(name));
      if (!existsSync(join(built, declaration)))
        throw new Error(`${file} imports ${name}, but ${declaration} is not built`);
      reached.add(declaration);
    }
    const target = join(output, file);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}

/** The declaration file of a module: `./run.ts` is declared in `./run.d.ts`. */
function declarationOf(name: string): string {
  return name.replace(/(?:\.d)?\.[jt]sx?$/, '.d.ts');
}
