/** Runs the fast tests of what is edited, straight from the sources, until Ctrl-C. */
import { availableParallelism } from 'node:os';
import { PACKAGE_ROOT } from '../harness/api/package-root.ts';
import { onChanges } from './test-runner/changes.ts';
import { importGraph, reachedBy } from './test-runner/import-graph.ts';
import { inPool } from './test-runner/pool.ts';
import { fileLines, sumOf } from './test-runner/report.ts';
import { runFile } from './test-runner/run-file.ts';
import { kindOf, matching, SOURCE_FOLDERS, testFilesOf } from './test-runner/test-files.ts';

const USAGE = `Usage: npm run test:watch -- [words]

Waits for edits and runs the fast tests that they reach, from the sources. With
words, the fast test files whose path contains one of them run at once, too.
What the build makes (pages, manifest, report) is used as it was built when
this began: "npm run build" brings it up to date.
`;

const FILE_LIMIT_MS = 60_000;

/** Node runs TypeScript by itself from 22.18 on; before, tsx does it. */
function runSources(): void {
  if ('typescript' in process.features && process.features.typescript !== false) return;
  process.env['NODE_OPTIONS'] =
    `${process.env['NODE_OPTIONS'] ?? ''} --import ${import.meta.resolve('tsx')}`.trim();
}

async function runTests(files: readonly string[], signal: AbortSignal): Promise<void> {
  const began = performance.now();
  const results = await inPool(files, availableParallelism(), async (file) => {
    if (signal.aborted) return undefined;
    const result = await runFile(file, { signal, limitMs: FILE_LIMIT_MS });
    if (!signal.aborted) process.stdout.write(fileLines(result, false));
    return result;
  });
  if (signal.aborted) return;
  const { passed, failed } = sumOf(results.flatMap((result) => result ?? []));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`${passed} passed, ${failed} failed in ${seconds} s. Waiting for changes …\n`);
}

async function fastTests(): Promise<readonly string[]> {
  return (await testFilesOf(PACKAGE_ROOT)).filter((file) => kindOf(file) === 'fast');
}

async function main(words: readonly string[]): Promise<void> {
  process.chdir(PACKAGE_ROOT);
  runSources();
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort());
  process.once('SIGTERM', () => interruption.abort());
  let current = new AbortController();
  interruption.signal.addEventListener('abort', () => current.abort());
  const start = async (files: readonly string[]): Promise<void> => {
    current.abort();
    current = new AbortController();
    await runTests(files, current.signal);
  };
  onChanges({ root: PACKAGE_ROOT, folders: SOURCE_FOLDERS, signal: interruption.signal }, (changed) => {
    void (async () => {
      process.stdout.write(`\n${changed.join(', ')} changed\n`);
      const reached = reachedBy(changed, await importGraph(PACKAGE_ROOT, await fastTests()));
      if (reached.length > 0) await start(reached);
      else process.stdout.write('No fast test reaches this. Waiting for changes …\n');
    })().catch((error: unknown) => process.stdout.write(`${String(error)}\n`));
  });
  if (words.length > 0) await start(matching(await fastTests(), words));
  else process.stdout.write('Waiting for changes …\n');
}

const words = process.argv.slice(2);
if (words.some((word) => word === '--help' || word === '-h')) process.stdout.write(USAGE);
else await main(words);
