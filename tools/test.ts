/** Runs the project's own tests: the fast ones, then those that start browsers, or with --long the long ones. */
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { decodeJson } from '../harness/protocol/index.ts';
import { built, PACKAGE_ROOT } from '../harness/api/package-root.ts';
import { inPool } from './test-runner/pool.ts';
import { fileLines, sumOf, summaryLines } from './test-runner/report.ts';
import { batchesOf, runBatch } from './test-runner/run-batch.ts';
import { runFile, type FileResult } from './test-runner/run-file.ts';
import {
  compiled,
  kindOf,
  matching,
  slowestFirst,
  testFilesOf,
  type TestKind,
} from './test-runner/test-files.ts';

const USAGE = `Usage: npm test -- [options] [words]

Runs the test files whose path contains one of the words; all fast tests and
all tests in browsers without words. A browser test that fails is run once more.

  --kind <kind>    only fast, browser or long tests (repeatable)
  --long           only long tests; the same as --kind long
  --workers <n>    how many files run side by side
  -h, --help       show this help

npm run test:long runs the long tests, npm run test:watch the fast tests of
what is edited.
`;

const FILE_LIMIT_MS = 8 * 60_000;
const KINDS = ['fast', 'browser', 'long'] as const;
const DURATIONS = built('.build', 'test-durations.json');

class TestUsageError extends Error {
  override readonly name = 'TestUsageError';
}

/** `parseArgs` refuses unknown options with errors of its own. */
function isUsageError(error: unknown): error is Error {
  if (error instanceof TestUsageError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

interface Choice {
  readonly kinds: readonly TestKind[];
  readonly workers: number | undefined;
  readonly words: readonly string[];
}

function choiceIn(args: readonly string[]): Choice | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      kind: { type: 'string', multiple: true },
      long: { type: 'boolean' },
      workers: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) return undefined;
  const kinds = (values.kind ?? []).map((name) => {
    const kind = KINDS.find((each) => each === name);
    if (kind === undefined)
      throw new TestUsageError(`there is no kind "${name}"; there are: ${KINDS.join(', ')}`);
    return kind;
  });
  const workers = values.workers === undefined ? undefined : Number(values.workers);
  if (workers !== undefined && !(Number.isInteger(workers) && workers > 0))
    throw new TestUsageError('--workers takes a whole number from 1 on');
  const byDefault: readonly TestKind[] = values.long === true ? ['long'] : ['fast', 'browser'];
  return { kinds: kinds.length > 0 ? kinds : byDefault, workers, words: positionals };
}

const Durations = v.record(v.string(), v.number());

async function knownDurations(): Promise<v.InferOutput<typeof Durations>> {
  const text = await readFile(DURATIONS, 'utf8').catch(() => '{}');
  return decodeJson(Durations, text, DURATIONS);
}

async function keepDurations(results: readonly FileResult[]): Promise<void> {
  const taken = results.map(({ file, milliseconds }) => [file, Math.round(milliseconds)]);
  await mkdir(dirname(DURATIONS), { recursive: true });
  await writeFile(DURATIONS, JSON.stringify({ ...(await knownDurations()), ...Object.fromEntries(taken) }));
}

/** Gets the browsers that tests need; what is missing afterwards, the tests say themselves. */
async function installBrowsers(): Promise<void> {
  const child = spawn(process.execPath, [built('cli', 'main.js'), 'browsers', 'install'], {
    stdio: 'inherit',
    cwd: PACKAGE_ROOT,
  });
  await new Promise((resolve) => {
    child.once('close', resolve);
  });
}

// Some wait more than they compute.
const SIDE_BY_SIDE = { fast: availableParallelism() + 1, browser: 2, long: 1 } as const;

async function runKind(kind: TestKind, files: readonly string[], options: Choice & { signal: AbortSignal }) {
  const { signal } = options;
  if (files.length === 0 || signal.aborted) return [];
  if (kind !== 'fast') await installBrowsers();
  const began = performance.now();
  const say = (result: FileResult): void => void process.stdout.write(fileLines(result, kind === 'long'));
  const runOne = async (file: string): Promise<FileResult> => {
    if (signal.aborted) return { file, ...NOT_RUN };
    const result = { ...(await runFile(compiled(file), { signal, limitMs: FILE_LIMIT_MS })), file };
    say(result);
    return result;
  };
  const runSeveral = async (batch: readonly string[]): Promise<readonly FileResult[]> => {
    const together = batch.length > 1 && !signal.aborted;
    const results = together
      ? await runBatch(batch.map(compiled), { signal, limitMs: FILE_LIMIT_MS })
      : undefined;
    if (results === undefined) return inPool(batch, 1, runOne);
    const named = results.map((result, index) => ({ ...result, file: batch[index] ?? result.file }));
    named.forEach(say);
    return named;
  };
  const durations = await knownDurations();
  const ordered = slowestFirst(files, durations);
  const batches = kind === 'fast' ? batchesOf(ordered, durations) : ordered.map((file) => [file]);
  const workers = options.workers ?? SIDE_BY_SIDE[kind];
  const results = (await inPool(batches, workers, runSeveral)).flat();
  await keepDurations(results);
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(`${kind}: ${files.length} files in ${seconds} s\n\n`);
  return kind === 'fast' ? results : secondTries(results, runOne);
}

const NOT_RUN = { passed: 0, failed: 1, skipped: [], milliseconds: 0, output: 'not run' } as const;

/** Files that failed in browsers run once more, one after another; that they needed it is said. */
async function secondTries(
  results: readonly FileResult[],
  runOne: (file: string) => Promise<FileResult>,
): Promise<readonly FileResult[]> {
  const final: FileResult[] = [];
  for (const result of results) {
    if (result.failed === 0) {
      final.push(result);
      continue;
    }
    process.stdout.write(`${result.file} failed; once more, to tell a fault from a busy machine\n`);
    const second = await runOne(result.file);
    if (second.failed === 0)
      process.stdout.write(`unstable: ${result.file} passed only when run once more\n`);
    final.push(second);
  }
  return final;
}

async function main(): Promise<number> {
  process.chdir(PACKAGE_ROOT);
  const choice = choiceIn(process.argv.slice(2));
  if (choice === undefined) {
    process.stdout.write(USAGE);
    return 0;
  }
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort());
  process.once('SIGTERM', () => interruption.abort());
  const files = matching(await testFilesOf(PACKAGE_ROOT), choice.words);
  const results: FileResult[] = [];
  for (const kind of choice.kinds) {
    const chosen = files.filter((file) => kindOf(file) === kind);
    results.push(...(await runKind(kind, chosen, { ...choice, signal: interruption.signal })));
  }
  if (results.length === 0) throw new TestUsageError(`no test file matches ${choice.words.join(' ')}`);
  const { passed, failed, skipped } = sumOf(results);
  process.stdout.write(summaryLines(results));
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  if (interruption.signal.aborted) return 130;
  return failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!isUsageError(error)) throw error;
  process.stderr.write(`error: ${error.message}\n`);
  process.exitCode = 2;
}
