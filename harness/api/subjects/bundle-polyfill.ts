import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { BuildFailure, BuildOptions, BuildResult, Message } from 'esbuild';
import { UsageError } from '../errors.ts';
import { withClassNames } from './class-names.ts';
import type { Place } from './locate-polyfill.ts';

/** The oldest browsers that the suite runs in. */
const BROWSERS = ['chrome120', 'firefox128', 'safari17'];

/** The name of the script that hands the polyfill over, in what esbuild says. */
const STUB = 'polyfill-under-test';

/** A polyfill in the form in which pages can take it. */
export interface BundledPolyfill {
  /** The file that the bundle was made of. */
  readonly entry: string;
  /** How esbuild understood that file; a script of the old kind is neither a module nor CommonJS. */
  readonly format: 'script' | 'cjs' | 'esm';
  readonly type: 'classic' | 'module';
  readonly files: readonly { readonly path: string; readonly contents: Uint8Array }[];
}

type Built = BuildResult<{ metafile: true; write: false }>;

/** Bundles a polyfill with what it imports from its own node_modules; the script hands the module over. */
export async function bundlePolyfill(
  place: Place,
  { stated, folder, served }: { readonly stated: string; readonly folder: string; readonly served: string },
): Promise<BundledPolyfill> {
  const from = place.kind === 'file' ? place.path : place.name;
  const options = {
    bundle: true,
    write: false,
    metafile: true,
    absWorkingDir: folder,
    outdir: served,
    entryNames: 'polyfill',
    assetNames: 'asset-[hash]',
    publicPath: served,
    loader: { '.wasm': 'file' },
    target: BROWSERS,
    platform: 'browser',
    logLevel: 'silent',
    // What packages made for Node's bundlers expect to find.
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    stdin: {
      contents: `import * as subject from ${JSON.stringify(from)};
        globalThis[Symbol.for('mediarecorder-conformance')].provide(subject);`,
      resolveDir: place.kind === 'file' ? dirname(place.path) : folder,
      sourcefile: STUB,
    },
  } as const satisfies BuildOptions;
  const { build } = await import('esbuild');
  const built = await attempt((format) => build({ ...options, format }), stated);
  const stub = Object.values(built.metafile.outputs).find(({ entryPoint }) => entryPoint !== undefined);
  const input = built.metafile.inputs[stub?.entryPoint ?? '']?.imports[0]?.path;
  if (input === undefined) throw new UsageError(`--polyfill ${stated}: it holds nothing to bundle`);
  return {
    entry: resolve(folder, input),
    format: built.metafile.inputs[input]?.format ?? 'script',
    type: built.type,
    files: await Promise.all(
      built.outputFiles.map(async ({ path, contents, text }) => ({
        path: relative(resolve(folder, served), path),
        contents: path.endsWith('.js')
          ? Buffer.from(withClassNames(text, await sourcesOf(built, folder)))
          : contents,
      })),
    ),
  };
}

/** The texts that a bundle was made of; what a package leaves out for browsers is an input without a file. */
async function sourcesOf({ metafile }: Built, folder: string): Promise<readonly string[]> {
  const files = Object.keys(metafile.inputs)
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path))
    .map((path) => resolve(folder, path));
  return Promise.all(files.filter((path) => existsSync(path)).map((path) => readFile(path, 'utf8')));
}

/** A script of the old kind is there when others run; but only a module can wait at its top level. */
async function attempt(
  bundle: (format: 'iife' | 'esm') => Promise<Built>,
  stated: string,
): Promise<Built & { readonly type: BundledPolyfill['type'] }> {
  try {
    return { ...(await bundle('iife')), type: 'classic' };
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    if (!error.errors.every(({ text }) => text.includes('op-level await'))) {
      throw new UsageError(`--polyfill ${stated}: ${error.errors.map(said).join('; ')}`, { cause: error });
    }
    return { ...(await bundle('esm')), type: 'module' };
  }
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

/** A fault with its place; what is asked for by name has none that would help. */
function said({ text, location }: Message): string {
  if (location === null) return text;
  if (location.file.endsWith(STUB)) return `${text}: there is no such file and no such installed package`;
  return `${location.file}:${location.line}:${location.column + 1}: ${text}`;
}
