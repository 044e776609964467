import { access, readFile } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import * as v from 'valibot';
import { decode, parseJson } from '../protocol/index.ts';
import { Config } from './config.ts';
import { withPaths } from './config-paths.ts';
import { UsageError } from './errors.ts';

const PACKAGE = 'mediarecorder-conformance';
const NAMES = ['ts', 'mts', 'js', 'mjs', 'json'].map((ending) => `${PACKAGE}.config.${ending}`);

/** A config file that was found and understood. */
export interface LoadedConfig {
  readonly file: string;
  readonly config: Config;
}

/** Loads the config file that is named, or the one in a folder, if there is one. */
export async function loadConfig(
  stated: string | undefined,
  folder: string,
): Promise<LoadedConfig | undefined> {
  const file = stated === undefined ? await configIn(folder) : resolve(folder, stated);
  if (file === undefined) return undefined;
  const value = decode(Config, await contentOf(file), file);
  return { file, config: withPaths(value, { from: dirname(file), to: folder }) };
}

async function configIn(folder: string): Promise<string | undefined> {
  const found: string[] = [];
  for (const name of NAMES) if (await exists(join(folder, name))) found.push(name);
  const [first, second] = found;
  if (second !== undefined)
    throw new UsageError(`there are ${first} and ${second}; name one with --config, or remove the other`);
  return first === undefined ? undefined : join(folder, first);
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function contentOf(file: string): Promise<unknown> {
  try {
    const text = await readFile(file, 'utf8');
    if (extname(file) === '.json') return parseJson(text, file);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    throw new UsageError(`cannot read ${file}: ${cause.message}`, { cause });
  }
  const loaded = v.safeParse(v.looseObject({ default: v.unknown() }), await evaluate(file));
  if (!loaded.success) throw new UsageError(`${file}: has no default export; write "export default { … }"`);
  return loaded.output.default;
}

/** Whoever runs this without having installed it can still import `defineConfig`. */
const ownPackage: Plugin = {
  name: 'own-package',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${PACKAGE}$`) }, () => ({ path: PACKAGE, namespace: 'own' }));
    build.onLoad({ filter: /.*/, namespace: 'own' }, () => ({
      contents: 'export const defineConfig = (config) => config;',
    }));
  },
};

/** Bundles in memory, so that TypeScript, imports and folders that cannot be written to are no matter. */
async function evaluate(file: string): Promise<unknown> {
  const { build } = await import('esbuild');
  try {
    const { outputFiles } = await build({
      entryPoints: [file],
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      logLevel: 'silent',
      define: { 'import.meta.url': JSON.stringify(pathToFileURL(file).href) },
      plugins: [ownPackage],
    });
    const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
    const module: unknown = await import(`data:text/javascript;base64,${code}`);
    return module;
  } catch (cause) {
    const [why = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n').slice(-1);
    throw new UsageError(`${file} could not be loaded: ${why}`, { cause });
  }
}
