/** Runs the project's own tests: the fast ones side by side, then those that start browsers, one after another. */
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = join(dirname(fileURLToPath(import.meta.url)), '..');
const main = join(dist, 'harness', 'cli', 'main.js');

/** A file that takes longer hangs; a second try is only worth it while the whole stays within half an hour. */
const FILE_LIMIT_MS = 8 * 60_000;
const SECOND_TRIES_UNTIL_MS = 24 * 60_000;
const FAREWELL_MS = 15_000;
const began = performance.now();

/** Tests that start browsers say so in their file's name. */
const BROWSER_TEST = '.browser.test.js';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

async function testFiles(): Promise<readonly string[]> {
  const entries = await readdir(dist, { recursive: true });
  return entries.filter((name) => name.endsWith('.test.js')).sort();
}

/** Runs Node with its output shown as it comes, and given back. */
async function node(args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  const child = spawn(process.execPath, args, {
    stdio: ['inherit', 'pipe', 'inherit'],
    cwd: join(dist, '..'),
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    process.stdout.write(chunk);
  });
  const limit = setTimeout(() => {
    process.stdout.write(`# ended after ${FILE_LIMIT_MS / 60_000} minutes: ${args.join(' ')}\n`);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), FAREWELL_MS).unref();
  }, FILE_LIMIT_MS);
  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearTimeout(limit);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Node's test runner ends each run with lines such as "# pass 12" or "ℹ pass 12". */
function figure(output: string, name: string): number {
  const [, digits = '0'] = new RegExp(`^(?:#|ℹ) ${name} (\\d+)$`, 'm').exec(output) ?? [];
  return Number(digits);
}

async function runTests(files: readonly string[], concurrency: number): Promise<Count> {
  const paths = files.map((file) => join('dist', file));
  const { code, output } = await node([
    '--test',
    '--test-reporter=spec',
    `--test-concurrency=${concurrency}`,
    ...paths,
  ]);
  const failed = figure(output, 'fail') + figure(output, 'cancelled');
  return { passed: figure(output, 'pass'), failed: code !== 0 && failed === 0 ? 1 : failed };
}

const unstable: string[] = [];

/** A file that fails is run once more; that it needed this is said at the end. */
async function runInBrowsers(file: string): Promise<Count> {
  process.stdout.write(`\n${file}\n`);
  const first = await runTests([file], 1);
  if (first.failed === 0) return first;
  if (performance.now() - began > SECOND_TRIES_UNTIL_MS) return first;
  process.stdout.write(`\n${file} failed; once more, to tell a fault from a busy machine\n`);
  const second = await runTests([file], 1);
  if (second.failed === 0) unstable.push(file);
  return second;
}

const wanted = process.argv.slice(2);
const files = (await testFiles()).filter(
  (file) => wanted.length === 0 || wanted.some((part) => file.includes(part)),
);
const slow = files.filter((file) => file.endsWith(BROWSER_TEST));
const fast = files.filter((file) => !slow.includes(file));
const counts: Count[] = [];
process.stdout.write(`${fast.length} files of fast tests, ${slow.length} of tests in browsers\n`);
if (fast.length > 0) counts.push(await runTests(fast, 2));
if (slow.length > 0) await node([main, 'browsers', 'install']);
for (const file of slow) counts.push(await runInBrowsers(file));
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
for (const file of unstable)
  process.stdout.write(`unstable: ${file} passed only when it was run once more\n`);
process.stdout.write(`total: ${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || files.length === 0 ? 1 : 0;
