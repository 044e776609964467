import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Config } from './config.ts';

const SCRIPT = /\.[cm]?[jt]sx?$/;

/** From the folder of a config file to the one that a run is started in. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** A path that is relative to the config file, as it is relative to where the run is started. */
function moved(path: string, { from, to }: Move): string {
  if (isAbsolute(path) || from === to) return path;
  const there = relative(to, resolve(from, path));
  // A name without a folder could be taken for a package or a browser.
  return isAbsolute(there) || there.startsWith('..') ? there : `.${sep}${there}`;
}

/** What may be a name or a path is a path when it looks like one, or when it is there. */
function movedIfPath(value: string, move: Move): string {
  const isPath = value.startsWith('.') || SCRIPT.test(value) || existsSync(resolve(move.from, value));
  return isPath ? moved(value, move) : value;
}

/** NAME=FILE, or a NAME alone. */
function movedReporter(value: string, move: Move): string {
  const [name = '', ...file] = value.split('=');
  return file.length === 0 ? value : `${name}=${moved(file.join('='), move)}`;
}

/** A config whose paths hold where the run is started: in the file they are relative to its folder. */
export function withPaths(config: Config, move: Move): Config {
  const { output, durations, expectations, suite, polyfill, mount, browser, reporter } = config;
  const each = (values: readonly string[], change: typeof movedIfPath): string[] =>
    values.map((value) => change(value, move));
  const mounts = Object.entries(mount ?? {}).map(([name, path]) => [name, moved(path, move)]);
  return {
    ...config,
    ...(output === undefined ? {} : { output: resolve(move.from, output) }),
    ...(durations === undefined ? {} : { durations: resolve(move.from, durations) }),
    ...(expectations === undefined ? {} : { expectations: resolve(move.from, expectations) }),
    ...(suite === undefined ? {} : { suite: each(suite, moved) }),
    ...(polyfill === undefined ? {} : { polyfill: each(polyfill, movedIfPath) }),
    ...(mount === undefined ? {} : { mount: Object.fromEntries(mounts) }),
    ...(browser === undefined ? {} : { browser: each(browser, movedIfPath) }),
    ...(reporter === undefined ? {} : { reporter: each(reporter, movedReporter) }),
  };
}
