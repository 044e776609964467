import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the project's own code is. */
export const SOURCE_FOLDERS = ['suites', 'fixtures', 'harness', 'reports', 'tools'] as const;

/** What a test file needs, as its name says: `x.test.ts`, `x.browser.test.ts` or `x.long.test.ts`. */
export type TestKind = 'fast' | 'browser' | 'long';

const NAME = /(?:\.(browser|long))?\.test\.ts$/;

/** The kind of a test file; undefined for any other file. */
export function kindOf(file: string): TestKind | undefined {
  const match = NAME.exec(file);
  if (match === null) return undefined;
  return match[1] === 'browser' || match[1] === 'long' ? match[1] : 'fast';
}

/** The project's test files, by their paths from its root. */
export async function testFilesOf(root: string): Promise<readonly string[]> {
  const found = SOURCE_FOLDERS.map(async (folder) => {
    const entries = await readdir(join(root, folder), { recursive: true });
    return entries.map((name) => join(folder, name));
  });
  return (await Promise.all(found))
    .flat()
    .filter((file) => kindOf(file) !== undefined)
    .sort();
}

/** What a test file of the sources is compiled to. */
export function compiled(file: string): string {
  return join('dist', file.replace(/\.ts$/, '.js'));
}

/** The files whose path contains one of the words; all of them without words. */
export function matching(files: readonly string[], words: readonly string[]): readonly string[] {
  return words.length === 0 ? files : files.filter((file) => words.some((word) => file.includes(word)));
}

/** In the order that lets workers end together: new files first, then the slowest. */
export function slowestFirst(
  files: readonly string[],
  durations: Readonly<Record<string, number>>,
): readonly string[] {
  const duration = (file: string): number => durations[file] ?? Number.MAX_VALUE;
  return [...files].sort((a, b) => duration(b) - duration(a));
}
