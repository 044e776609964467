import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { PACKAGE_ROOT } from '../package-root.ts';
import type { RunOptions } from '../run-options.ts';
import { bundlePolyfill } from '../subjects/bundle-polyfill.ts';
import { placeOf } from '../subjects/locate-polyfill.ts';

/** The folders of a clone whose files are part of what pages run. */
const OWN = ['suites', 'fixtures', join('harness', 'page')];

const SOURCE = /\.([cm]?[jt]sx?|json|wasm)$/;

/** What a run depends on and somebody may be at work on. */
export interface Watched {
  readonly folders: readonly string[];
  /** Files that count wherever they are. */
  readonly files: ReadonlySet<string>;
  /** Whether a change of this file may change what a run brings. */
  counts(file: string): boolean;
}

/** Whether this is the file of a clone. */
export function isOwnSource(file: string): boolean {
  return OWN.some((folder) => file.startsWith(join(PACKAGE_ROOT, folder) + sep)) && file.endsWith('.ts');
}

/** A folder with all below it, but for what is installed there. */
async function treeOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const below = entries
    .filter((entry) => entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !path.slice(folder.length).split(sep).some(isElsewhere));
  return [folder, ...below];
}

function isElsewhere(part: string): boolean {
  return part === 'node_modules' || (part.startsWith('.') && part !== '.');
}

/** The files that a polyfill is made of, with what it imports from its own folders; the file alone if it is broken. */
async function inputsOf(file: string): Promise<readonly string[]> {
  const { build } = await import('esbuild');
  const built = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    platform: 'browser',
    format: 'esm',
    outdir: 'nowhere',
    loader: { '.wasm': 'file' },
    logLevel: 'silent',
    absWorkingDir: dirname(file),
  }).catch(() => undefined);
  return [file, ...Object.keys(built?.metafile.inputs ?? {}).map((path) => resolve(dirname(file), path))];
}

/** The file that a polyfill begins with; none of a package that is not there, or cannot be bundled as it is. */
async function entryOf(stated: string, folder: string): Promise<readonly string[]> {
  const place = placeOf(stated, folder);
  if (place.kind === 'file') return [place.path];
  const bundled = await bundlePolyfill(place, { stated, folder, served: 'nowhere' }).catch(() => undefined);
  return bundled === undefined ? [] : [bundled.entry];
}

/** Finds out what a run depends on: the folders of `--suite`, the files of polyfills, a clone's own suites. */
export async function watchedBy(
  { suites = [], polyfills = [] }: Pick<RunOptions, 'suites' | 'polyfills'>,
  cwd = process.cwd(),
): Promise<Watched> {
  const trees = suites.map((stated) => resolve(cwd, stated));
  // A clone holds the sources beside what was built of them; an installed package does not.
  if (existsSync(join(PACKAGE_ROOT, 'suites', 'kit')))
    trees.push(...OWN.map((folder) => join(PACKAGE_ROOT, folder)));
  const present: string[] = [];
  for (const tree of trees) {
    const found = await stat(tree).catch(() => undefined);
    if (found?.isDirectory() === true) present.push(tree);
  }
  const entries = (await Promise.all(polyfills.map((stated) => entryOf(stated, cwd)))).flat();
  const files = new Set((await Promise.all(entries.map(inputsOf))).flat());
  const below = (await Promise.all(present.map(treeOf))).flat();
  return {
    folders: [...new Set([...below, ...[...files].map((file) => dirname(file))])],
    files,
    counts: (file) =>
      files.has(file) ||
      (SOURCE.test(file) &&
        present.some((tree) => file.startsWith(tree + sep)) &&
        !file.includes('node_modules')),
  };
}
