import { build } from 'esbuild';

/** For each test file the files of the project that it imports, itself included; paths from the root. */
export type ImportGraph = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads which files the test files import, through any number of other files. */
export async function importGraph(root: string, tests: readonly string[]): Promise<ImportGraph> {
  const { metafile } = await build({
    entryPoints: [...tests],
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outdir: 'unused',
    jsx: 'automatic',
    logLevel: 'silent',
  });
  const importsOf = (file: string): readonly string[] =>
    (metafile.inputs[file]?.imports ?? [])
      .filter(({ external }) => external !== true)
      .map(({ path }) => path);
  return new Map(tests.map((test) => [test, reachedFrom(test, importsOf)]));
}

function reachedFrom(start: string, importsOf: (file: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const file of reached) for (const imported of importsOf(file)) reached.add(imported);
  return reached;
}

const CODE = /\.tsx?$/;

/** How many folders two files have in common from the root on. */
function kinship(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  const differs = left.findIndex((name, index) => name !== right[index]);
  return differs === -1 ? left.length : differs;
}

/** Tests that a change reaches, the nearest first: those that import it; of any other file, those around it. */
export function reachedBy(changed: readonly string[], graph: ImportGraph): readonly string[] {
  const tests = [...graph.keys()];
  const reached = new Set<string>();
  for (const file of changed) {
    const nearest = Math.max(1, ...tests.map((test) => kinship(test, file)));
    for (const [test, files] of graph)
      if (CODE.test(file) ? files.has(file) : kinship(test, file) === nearest) reached.add(test);
  }
  const closest = (test: string): number => Math.max(...changed.map((file) => kinship(test, file)));
  return [...reached].sort((a, b) => closest(b) - closest(a) || (a < b ? -1 : 1));
}
