import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  durationsOf,
  merge,
  refreshDurations,
  type Duplicates,
  type Durations,
  type Merged,
  type Part,
} from '../core/index.ts';
import { decodeJson } from '../protocol/index.ts';
import { UsageError } from './errors.ts';
import { readResults } from './output.ts';
import { keptBeside } from './recording-files.ts';
import { DurationsFile, loadManifest } from './suite.ts';

/** Reads results files; a folder stands for the results.json in it. */
export async function readParts(paths: readonly string[]): Promise<readonly Part[]> {
  return Promise.all(
    paths.map(async (path) => {
      const found = await stat(path).catch(() => undefined);
      const name = found?.isDirectory() === true ? join(path, 'results.json') : path;
      const results = await readResults(name);
      keptBeside(results, dirname(resolve(name)));
      return { name, results };
    }),
  );
}

/** Joins several results files into one run; says what is missing in it. */
export async function mergeFiles(paths: readonly string[], duplicates: Duplicates): Promise<Merged> {
  return merge(await readParts(paths), duplicates);
}

/** Reads a file of durations, as `refreshDurationsFile` writes it. */
export async function readDurations(file: string): Promise<Durations> {
  try {
    return decodeJson(DurationsFile, await readFile(file, 'utf8'), file);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    throw new UsageError(`cannot read ${file}: ${cause.message}`, { cause });
  }
}

/** What a file of durations holds after some runs: JSON, a line for each case, so that a diff can be read. */
export async function refreshedDurations(
  before: Durations,
  paths: readonly string[],
): Promise<{ readonly text: string; readonly changed: number; readonly total: number }> {
  const runs = (await readParts(paths)).map(({ results }) => results);
  const { cases } = await loadManifest();
  const after = refreshDurations(before, durationsOf(runs), new Set(cases.map(({ id }) => id)));
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...ids].filter((id) => before[id] !== after[id]).length;
  return { text: `${JSON.stringify(after, null, 2)}\n`, changed, total: Object.keys(after).length };
}
