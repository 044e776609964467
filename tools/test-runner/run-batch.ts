import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { FileOptions, FileResult } from './run-file.ts';

/** How many files share a process, and how long one may take to be among them. */
const BATCH = 12;
const MOST_MS = 1_500;

/** Divides files into those that share a process and those that take long enough to have one of their own. */
export function batchesOf(
  files: readonly string[],
  durations: Readonly<Record<string, number>>,
): readonly (readonly string[])[] {
  const isQuick = (file: string): boolean => (durations[file] ?? 0) <= MOST_MS;
  const quick = files.filter(isQuick).sort();
  const shared = Array.from({ length: Math.ceil(quick.length / BATCH) }, (_, index) =>
    quick.slice(index * BATCH, (index + 1) * BATCH),
  );
  return [...files.filter((file) => !isQuick(file)).map((file) => [file]), ...shared];
}

/**
 * Runs files in one process, which loads what they share only once. Gives nothing where anything but passing tests
 * came of it: then each file has to be run alone, to know which it was and that no other one caused it.
 */
export async function runBatch(
  files: readonly string[],
  { signal, limitMs }: FileOptions,
): Promise<readonly FileResult[] | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'test-batch-'));
  const batch = join(folder, 'batch.mjs');
  const urls = files.map((file) => pathToFileURL(resolve(file)).href);
  await writeFile(batch, urls.map((url) => `await import(${JSON.stringify(url)});\n`).join(''));
  const counts = new Map(files.map((file) => [resolve(file), { passed: 0, milliseconds: 0 }]));
  let isGood = true;
  const stream = run({ files: [batch], signal: AbortSignal.any([signal, AbortSignal.timeout(limitMs)]) });
  stream.on('test:pass', ({ file = '', nesting, details, skip }) => {
    // What was skipped is told with its reason, which a file alone does.
    if (skip !== undefined) isGood = false;
    const count = counts.get(file);
    if (count === undefined) return;
    if (nesting === 0) count.milliseconds += details.duration_ms;
    if (details.type !== 'suite') count.passed += 1;
  });
  stream.on('test:fail', () => {
    isGood = false;
  });
  stream.on('test:complete', ({ details }) => {
    if (!details.passed) isGood = false;
  });
  // Nothing is said by a stream that is not read.
  for await (const _event of stream);
  await rm(folder, { recursive: true });
  if (!isGood || [...counts.values()].some(({ passed }) => passed === 0)) return undefined;
  return files.map((file) => {
    const { passed = 0, milliseconds = 0 } = counts.get(resolve(file)) ?? {};
    return { file, passed, failed: 0, skipped: [], milliseconds, output: '' };
  });
}
