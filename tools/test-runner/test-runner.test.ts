import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { PACKAGE_ROOT } from '../../harness/api/package-root.ts';
import { importGraph, reachedBy } from './import-graph.ts';
import { inPool } from './pool.ts';
import { fileLines, summaryLines } from './report.ts';
import { batchesOf } from './run-batch.ts';
import type { FileResult } from './run-file.ts';
import { compiled, kindOf, matching, slowestFirst, testFilesOf } from './test-files.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'test-runner-'));
});
after(() => rm(folder, { recursive: true }));

/** What a function of the runner gives; a test cannot run tests in its own process. */
async function asRunner(module: 'run-file' | 'run-batch', first: unknown, limitMs: number) {
  const url = new URL(`${module}${extname(import.meta.url)}`, import.meta.url).href;
  const script = `const { runFile, runBatch } = await import(${JSON.stringify(url)});
    const options = { signal: new AbortController().signal, limitMs: ${limitMs} };
    const result = await (runFile ?? runBatch)(${JSON.stringify(first)}, options);
    console.log(JSON.stringify({ result }));`;
  const runner = join(folder, 'runner.mjs');
  await writeFile(runner, script);
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, [runner], { env, encoding: 'utf8' });
  assert.notEqual(stdout, '', stderr);
  return JSON.parse(stdout).result;
}

/** Runs a test file with this text as the runner does. */
async function resultOf(name: string, text: string, limitMs = 60_000): Promise<FileResult> {
  const file = join(folder, name);
  await writeFile(file, text);
  return asRunner('run-file', file, limitMs);
}

/** Runs test files with these texts in one process. */
async function batchOf(texts: Readonly<Record<string, string>>): Promise<readonly FileResult[] | undefined> {
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  const files = Object.keys(texts).map((name) => join(folder, name));
  return asRunner('run-batch', files, 60_000);
}

const counts = ({ passed, failed, skipped }: FileResult) => ({ passed, failed, skipped });
const IMPORT = `import { test, describe, it, after } from 'node:test';`;

describe('runFile', () => {
  it('counts tests, not suites, and keeps why something was skipped', async () => {
    const result = await resultOf(
      'mixed.test.mjs',
      `${IMPORT} test('a', () => {}); test('b', { skip: 'no sound' }, () => {});
       describe('c', () => { it('d', () => {}); it('e', () => { throw new Error('broken'); }); });`,
    );
    assert.deepEqual(counts(result), { passed: 2, failed: 1, skipped: ['b: no sound'] });
    assert.match(fileLines({ ...result }, false), /✖.*mixed.*2 passed, 1 failed, 1 skipped\n[^]*broken/);
  });

  it('fails a file that holds no test, that cannot be loaded, and that ends with an exit code', async () => {
    const failed = { passed: 0, failed: 1, skipped: [] };
    const empty = await resultOf('empty.test.mjs', '');
    assert.deepEqual(counts(empty), failed);
    assert.match(fileLines(empty, false), /this file holds no test/);
    const wrong = await resultOf('wrong.test.mjs', 'not a program');
    assert.deepEqual(counts(wrong), failed);
    assert.match(wrong.output, /SyntaxError/);
    const code = await resultOf('code.test.mjs', `${IMPORT} test('a', () => {}); process.exitCode = 3;`);
    assert.deepEqual(counts(code), { passed: 1, failed: 1, skipped: [] });
  });

  it('fails a file whose hook fails', async () => {
    const result = await resultOf(
      'hook.test.mjs',
      `${IMPORT} test('a', () => {}); after(() => { throw new Error('untidy'); });`,
    );
    assert.equal(result.failed > 0, true);
  });

  it('ends a file that hangs', async () => {
    const result = await resultOf(
      'hangs.test.mjs',
      `${IMPORT} test('a', () => new Promise(() => setInterval(() => {}, 1e6)));`,
      2_000,
    );
    assert.equal(result.failed > 0, true);
    assert.match(fileLines(result, false), /ended after 0 minutes/);
  });
});

describe('test files', () => {
  it('are fast, start browsers, or take long, by their names', () => {
    assert.equal(kindOf('a/x.test.ts'), 'fast');
    assert.equal(kindOf('a/x.browser.test.ts'), 'browser');
    assert.equal(kindOf('a/x.long.test.ts'), 'long');
    assert.equal(kindOf('a/x.ts'), undefined);
    assert.equal(compiled('a/x.test.ts'), join('dist', 'a', 'x.test.js'));
  });

  it('are found in the sources and chosen by words', async () => {
    const files = await testFilesOf(PACKAGE_ROOT);
    assert.ok(files.includes('tools/test-runner/test-runner.test.ts'));
    assert.deepEqual(matching(files, ['test-runner']), ['tools/test-runner/test-runner.test.ts']);
    assert.deepEqual(matching(files, []), files);
  });

  it('run in an order that lets workers end together', () => {
    assert.deepEqual(slowestFirst(['a', 'b', 'new'], { a: 1, b: 2 }), ['new', 'b', 'a']);
  });
});

describe('batches', () => {
  it('share a process where files are quick, and leave those that take long alone', () => {
    const files = Array.from({ length: 30 }, (_, index) => `f${index + 10}`);
    const batches = batchesOf(['slow', ...files], { slow: 9_000, f10: 20 });
    assert.deepEqual(batches[0], ['slow']);
    assert.deepEqual(
      batches.slice(1).map(({ length }) => length),
      [12, 12, 6],
    );
    assert.deepEqual(batches.slice(1).flat(), files);
  });

  it('are run together when all pass, and count for each file', async () => {
    const good = `${IMPORT} test('a', () => {}); describe('b', () => { it('c', () => {}); });`;
    const results = await batchOf({ 'one.test.mjs': good, 'two.test.mjs': `${IMPORT} test('d', () => {});` });
    assert.deepEqual(
      results?.map(({ passed, failed }) => [passed, failed]),
      [
        [2, 0],
        [1, 0],
      ],
    );
  });

  it('tell nothing when anything fails, is skipped or is missing, for then files run alone', async () => {
    const good = `${IMPORT} test('a', () => {});`;
    for (const bad of [
      `${IMPORT} test('b', () => { throw new Error('broken'); });`,
      `${IMPORT} test('b', { skip: 'no sound' }, () => {});`,
      `${IMPORT} test('b', () => {}); after(() => { throw new Error('untidy'); });`,
      '',
      'not a program',
    ])
      assert.equal(await batchOf({ 'good.test.mjs': good, 'bad.test.mjs': bad }), undefined, bad);
  });
});

describe('what an edit reaches', () => {
  const write = (name: string, text: string) => writeFile(join(folder, name), text);

  it('is every test that imports it, through any number of files, the nearest first', async () => {
    await write('deep.ts', 'export const deep = 1;');
    await write('middle.ts', `export { deep } from './deep.ts';`);
    await write('a.test.ts', `import './middle.ts';`);
    await write('b.test.ts', `import 'node:fs';`);
    const graph = await importGraph(folder, ['a.test.ts', 'b.test.ts']);
    assert.deepEqual(reachedBy(['deep.ts'], graph), ['a.test.ts']);
    assert.deepEqual(reachedBy(['b.test.ts'], graph), ['b.test.ts']);
    assert.deepEqual(reachedBy(['unused.ts'], graph), []);
  });

  it('of a file that is not code, the tests around it', () => {
    const graph = new Map(
      ['a/b/x.test.ts', 'a/y.test.ts', 'c/z.test.ts'].map((test) => [test, new Set([test])]),
    );
    assert.deepEqual(reachedBy(['a/b/golden/x.golden'], graph), ['a/b/x.test.ts']);
    assert.deepEqual(reachedBy(['a/q/x.golden'], graph), ['a/b/x.test.ts', 'a/y.test.ts']);
  });
});

describe('inPool', () => {
  it('runs no more at once than it has workers, and keeps the order', async () => {
    let [now, most] = [0, 0];
    const results = await inPool([3, 1, 2, 0], 2, async (turns) => {
      most = Math.max(most, (now += 1));
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      now -= 1;
      return turns * 10;
    });
    assert.deepEqual(results, [30, 10, 20, 0]);
    assert.equal(most, 2);
  });
});

describe('summaryLines', () => {
  it('names what was skipped with its reason, and what failed', () => {
    const base = { passed: 1, failed: 0, skipped: [], milliseconds: 1500, output: '' };
    const text = summaryLines([
      { ...base, file: 'a', skipped: ['x: no sound'] },
      { ...base, file: 'b', failed: 1 },
    ]);
    assert.match(text, /^Skipped:\n {2}a: x: no sound\n/);
    assert.match(text, /Failed:\n {2}b\n$/);
  });
});
