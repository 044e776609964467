/** Runs the project's own tests: the fast ones side by side, then those that start browsers, one after another. */
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = join(dirname(fileURLToPath(import.meta.url)), '..');
const main = join(dist, 'harness', 'cli', 'main.js');

/** Tests that start browsers say so in their file's name. */
const BROWSER_TEST = '.browser.test.js';

async function testFiles(): Promise<readonly string[]> {
  const entries = await readdir(dist, { recursive: true });
  return entries.filter((name) => name.endsWith('.test.js')).sort();
}

async function node(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: 'inherit', cwd: join(dist, '..') });
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function runTests(title: string, files: readonly string[], concurrency: number): Promise<number> {
  process.stdout.write(`\n${title}: ${files.length} files\n`);
  const paths = files.map((file) => join('dist', file));
  return node(['--test', `--test-concurrency=${concurrency}`, ...paths]);
}

const wanted = process.argv.slice(2);
const files = (await testFiles()).filter(
  (file) => wanted.length === 0 || wanted.some((part) => file.includes(part)),
);
const slow = files.filter((file) => file.endsWith(BROWSER_TEST));
const fast = files.filter((file) => !slow.includes(file));
const codes: number[] = [];
if (fast.length > 0) codes.push(await runTests('Fast tests', fast, 2));
if (slow.length > 0) {
  await node([main, 'browsers', 'install']);
  codes.push(await runTests('Tests in browsers', slow, 1));
}
if (files.length === 0) process.stderr.write(`No test file matches ${wanted.join(', ')}.\n`);
process.exitCode = files.length === 0 ? 1 : Math.max(0, ...codes);
