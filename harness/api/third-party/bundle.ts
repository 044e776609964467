import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { BuildFailure, Message, Plugin } from 'esbuild';
import { UsageError } from '../errors.ts';

/** What suites import the kit by. */
const KIT = 'mediarecorder-conformance/kit';

/** What the kit is called in a bundle. */
const KIT_NAME = '__kit';

const BROWSERS = ['chrome120', 'firefox128', 'safari17'];
const SPEC = /\.spec\.[cm]?[jt]s$/;

/** A folder of suites as the text of one function, which declares them with the kit that it is given. */
export interface BundledSuites {
  readonly code: string;
  /** Tells two versions of what it was made of apart, wherever they are. */
  readonly hash: string;
}

/** The files below a folder that declare cases; what is installed there is not looked into. */
async function specsIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries
    .filter((name) => SPEC.test(name) && !name.split(sep).includes('node_modules'))
    .sort()
    .map((name) => join(folder, name));
}

/** The specs of a folder that `--suite` names. */
async function statedSpecs(stated: string, folder: string): Promise<readonly string[]> {
  const path = resolve(folder, stated);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new UsageError(`--suite ${stated}: there is no folder ${path}`);
  if (!found.isDirectory()) throw new UsageError(`--suite ${stated}: ${path} is a file; name its folder`);
  const specs = await specsIn(path);
  if (specs.length === 0)
    throw new UsageError(`--suite ${stated}: no file below ${path} ends in .spec.ts or .spec.js`);
  return specs;
}

/** Every suite shares the kit of its page, in which cases are counted. */
function sharedKit(names: readonly string[]): Plugin {
  return {
    name: 'shared-kit',
    setup(build) {
      const filter = /^mediarecorder-conformance(\/.*)?$/;
      build.onResolve({ filter }, ({ path }) =>
        path === KIT
          ? { path, namespace: 'kit' }
          : { errors: [{ text: `suites can import ${KIT} and nothing else of this package` }] },
      );
      build.onLoad({ filter, namespace: 'kit' }, () => ({
        contents: `export const { ${names.join(', ')} } = ${KIT_NAME};`,
      }));
    },
  };
}

/** Bundles the suites of a folder; what is wrong is said with its place. */
export async function bundleSuites(
  stated: string,
  { folder, kitNames }: { readonly folder: string; readonly kitNames: readonly string[] },
): Promise<BundledSuites> {
  const specs = await statedSpecs(stated, folder);
  const { build } = await import('esbuild');
  try {
    const { outputFiles, metafile } = await build({
      stdin: {
        contents: specs.map((spec) => `import ${JSON.stringify(spec)};`).join('\n'),
        resolveDir: folder,
        sourcefile: 'suites',
      },
      absWorkingDir: folder,
      bundle: true,
      write: false,
      metafile: true,
      format: 'iife',
      platform: 'browser',
      target: BROWSERS,
      logLevel: 'silent',
      sourcemap: 'inline',
      banner: { js: `(${KIT_NAME}) => {` },
      footer: { js: '}' },
      plugins: [sharedKit(kitNames)],
    });
    const inputs = Object.keys(metafile.inputs).filter(
      (path) => path !== 'suites' && !path.startsWith('kit:'),
    );
    return {
      code: outputFiles[0]?.text ?? '',
      hash: await hashOf(inputs.map((path) => resolve(folder, path))),
    };
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    throw new UsageError(`--suite ${stated}: ${error.errors.map(said).join('; ')}`, { cause: error });
  }
}

/** A hash of what is in files, and not of where they are: the same suite may be in another folder of another machine. */
async function hashOf(files: readonly string[]): Promise<string> {
  const contents = await Promise.all(files.map(async (file) => sha256(await readFile(file))));
  return sha256(contents.toSorted().join()).slice(0, 12);
}

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

function said({ text, location }: Message): string {
  return location === null ? text : `${location.file}:${location.line}:${location.column + 1}: ${text}`;
}
