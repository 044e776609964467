import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { sampleResults } from '../../reports/testing/sample-results.ts';
import { readResults } from '../api/index.ts';
import type { Results } from '../protocol/index.ts';
import { command, MAIN } from './testing/command.ts';

const whole = sampleResults({ targets: 2, rules: 9, casesPerRule: 2 });
const total = whole.targets.flatMap(({ cases }) => cases).length;
let folder = '';

async function write(name: string, results: unknown): Promise<void> {
  await writeFile(join(folder, name), JSON.stringify(results));
}

const shard = (index: number): Results => ({
  ...whole,
  shard: { index, count: 3 },
  targets: whole.targets.map((target) => ({
    ...target,
    cases: target.cases.filter((_, nth) => nth % 3 === index - 1),
  })),
});

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'result-files-'));
  for (const index of [1, 2, 3]) await write(`shard-${index}.json`, shard(index));
  await mkdir(join(folder, 'run'));
  await write('run/results.json', whole);
  const fails = whole.targets.map((target) => ({
    ...target,
    cases: target.cases.map((one) => ({ ...one, verdict: 'fail' as const })),
  }));
  await write('worse.json', { ...whole, targets: fails });
  await write('newer.json', { ...whole, schemaVersion: 99 });
  await write('other.json', { ...whole, suite: { ...whole.suite, version: '7.0.0' } });
});
after(() => rm(folder, { recursive: true }));

const cli = (...args: readonly string[]) => command(args, { cwd: folder });

describe('commands on results files', { concurrency: 2 }, () => {
  test('merge joins shards into one run, with reports and the exit code that the run deserves', async () => {
    const { code, stdout, stderr } = await cli(
      'merge',
      'shard-1.json',
      'shard-3.json',
      'shard-2.json',
      '-o',
      'merged',
      '--reporter',
      'junit',
      '--reporter',
      'console',
    );
    assert.equal(code, 1, stderr);
    assert.match(stdout, /Must-rules kept/);
    const results = await readResults(join(folder, 'merged', 'results.json'));
    assert.equal(results.targets.flatMap(({ cases }) => cases).length, total);
    assert.match(await readFile(join(folder, 'merged', 'junit.xml'), 'utf8'), /<testsuites/);
    assert.doesNotMatch(stderr, /missing/);
  });

  test('merge says what is missing, and that is no success', async () => {
    const { code, stderr } = await cli('merge', 'shard-1.json', 'shard-3.json', '-o', 'part');
    assert.equal(code, 3);
    assert.equal(stderr.match(/: shard 2\/3 is missing$/gm)?.length, 2, stderr);
  });

  test('merge refuses duplicates and other suites by name, and writes nothing', async () => {
    const twice = await cli('merge', 'run', 'shard-2.json', '-o', 'none');
    assert.equal(twice.code, 2);
    assert.match(
      twice.stderr,
      /^error: run\/results\.json and shard-2\.json both have \S+ \(and \d+ more\) of /,
    );
    const other = await cli('merge', 'run', 'other.json', '-o', 'none');
    assert.equal(other.code, 2);
    assert.match(
      other.stderr,
      /^error: run\/results\.json and other\.json were made by different suites, .*7\.0\.0/,
    );
    await assert.rejects(readFile(join(folder, 'none', 'results.json')), /ENOENT/);
  });

  test('report puts several runs side by side, the same browser twice too', async () => {
    const { code, stdout, stderr } = await cli(
      'report',
      'run',
      'worse.json',
      '--reporter',
      'json=both.json',
      '--reporter',
      'tap=-.tap',
      '--reporter',
      'console',
    );
    assert.equal(code, 0, stderr);
    assert.match(stdout, /Must-rules kept/);
    const { targets } = await readResults(join(folder, 'both.json'));
    assert.equal(new Set(targets.map(({ id }) => id)).size, 4);
  });

  test('results of a schema version that nobody released are refused in one line', async () => {
    const { code, stderr } = await cli('report', 'newer.json');
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^error: newer\.json: its schema version is 99, .* reads 1; a newer release reads it\n$/,
    );
  });

  test('compare prints and writes what changed in each form', async () => {
    const { code, stdout, stderr } = await cli(
      'compare',
      'run',
      'worse.json',
      '--reporter',
      'console',
      '--reporter',
      'markdown=change.md',
      '--reporter',
      'json=change.json',
      '--reporter',
      'html',
    );
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^Fails now: \d+$/m);
    assert.match(await readFile(join(folder, 'change.md'), 'utf8'), /^### Fails now: \d+$/m);
    const change: unknown = JSON.parse(await readFile(join(folder, 'change.json'), 'utf8'));
    assert.ok(typeof change === 'object' && change !== null && 'newlyFailing' in change);
    assert.match(await readFile(join(folder, 'comparison.html'), 'utf8'), /^<!doctype html>/);
    const unknown = await cli('compare', 'run', 'worse.json', '--reporter', 'xml');
    assert.equal(unknown.code, 2);
    assert.match(
      unknown.stderr,
      /no reporter "xml" for comparisons; there are: console, markdown, json, html/,
    );
  });

  test('durations of cases that the suite does not have are not taken', async () => {
    const { code, stdout } = await cli('durations', 'run');
    assert.equal(code, 0);
    assert.equal(stdout, '{}\n');
    await writeFile(join(folder, 'durations.json'), '{"gone.x": 5}\n');
    const { stderr } = await cli('durations', 'run', '--into', 'durations.json');
    assert.match(stderr, /^durations\.json: 1 of 0 durations changed$/m);
    assert.equal(await readFile(join(folder, 'durations.json'), 'utf8'), '{}\n');
    const missing = await cli('durations', 'run', '--into', 'nowhere.json');
    assert.match(missing.stderr, /^error: cannot read nowhere\.json/);
    await writeFile(join(folder, 'wrong.json'), '{"a.x": "long"}');
    const wrong = await cli('durations', 'run', '--into', 'wrong.json');
    assert.match(wrong.stderr, /^error: wrong\.json: field "a\.x" is wrong/);
  });
});

describe('--open', () => {
  const there = (file: string): Promise<boolean> =>
    access(file).then(
      () => true,
      () => false,
    );

  test('gives the report to the desktop, whatever else was asked for', async () => {
    const bin = join(folder, 'bin');
    const opened = join(folder, 'opened');
    await mkdir(bin);
    // Whole before it is there.
    const script = `#!/bin/sh\nprintf '%s\\n' "$@" > "${opened}.new" && mv "${opened}.new" "${opened}"\n`;
    await writeFile(join(bin, 'xdg-open'), script, { mode: 0o755 });
    const env = { PATH: `${bin}:${process.env['PATH'] ?? ''}`, DISPLAY: ':0' };
    const args = ['report', 'run', '--open', '--reporter', 'tap', '-o', 'shown'];
    const { code, stderr } = await command(args, { cwd: folder, env });
    assert.equal(code, 0, stderr);
    while (!(await there(opened))) await setTimeout(20);
    assert.equal(await readFile(opened, 'utf8'), `${join('shown', 'index.html')}\n`);
    assert.ok(await there(join(folder, 'shown', 'index.html')));
  });

  test('says why where there is none', async () => {
    const env = { DISPLAY: '', WAYLAND_DISPLAY: '' };
    const { code, stderr } = await command(['report', 'run', '--open', '-o', 'unseen'], { cwd: folder, env });
    assert.equal(code, 0);
    assert.match(stderr, /^there is no desktop here to open unseen\/index\.html on$/m);
  });
});

test('serve shows a run until it is ended, and says so when the port is taken', async () => {
  await cli('report', 'run', '--reporter', 'html', '-o', 'run');
  const child = spawn(process.execPath, [MAIN, 'serve', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  try {
    const [chunk]: readonly unknown[] = await new Promise((resolve) => {
      child.stdout.once('data', (data) => resolve([data]));
    });
    const url = String(chunk).trim();
    assert.match(await (await fetch(url)).text(), /<a href="run\/">run<\/a>/);
    assert.match(await (await fetch(`${url}run/`)).text(), /MediaRecorder conformance/);
    assert.equal((await fetch(`${url}run/../../etc/passwd`)).status, 404);
    const taken = await cli('serve', '--port', new URL(url).port);
    assert.equal(taken.code, 2, 'there is no folder "results" here');
    const port = await cli('serve', '.', '--port', new URL(url).port);
    assert.equal(port.code, 3);
    assert.match(
      port.stderr,
      /^error: cannot listen on 127\.0\.0\.1:\d+: the port is taken; choose another one/,
    );
  } finally {
    child.kill('SIGTERM');
    assert.equal(await ended, 0);
  }
});

test('a port that any other program holds is told in the same way', async () => {
  const holder = createServer();
  await new Promise<void>((resolve) => {
    holder.listen(0, '127.0.0.1', resolve);
  });
  const address = holder.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { code, stderr } = await cli('serve', '.', '--port', String(port));
  holder.close();
  assert.equal(code, 3);
  assert.match(stderr, /the port is taken/);
});
