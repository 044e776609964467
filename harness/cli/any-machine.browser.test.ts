import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { findBrowsers, readResults } from '../api/index.ts';
import { eventually } from '../browsers/testing/marked-processes.ts';
import { command, MAIN } from './testing/command.ts';

const ONE = ['--rule', 'pause.sets-paused;source=canvas'] as const;

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'any-machine-'));
});
after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

/** Mounts that only one process and its children see need root, and a container may forbid them. */
const mountable =
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['--mount', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt']).status === 0;
const skip = mountable ? false : 'nothing can be mounted here';

/** Runs the command line where a folder is a file system of its own. */
async function runOn(options: string, place: string, ...args: readonly string[]) {
  await mkdir(place, { recursive: true });
  const script = 'mount -t tmpfs -o "$1" tmpfs "$2" && cd "$3" && shift 3 && exec "$@"';
  const all = ['--mount', 'sh', '-c', script, 'sh', options, place, folder, process.execPath, MAIN, ...args];
  const child = spawn('unshare', all, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 });
  const [stdout, stderr]: [string[], string[]] = [[], []];
  child.stdout.on('data', (chunk) => stdout.push(String(chunk)));
  child.stderr.on('data', (chunk) => stderr.push(String(chunk)));
  const code = await new Promise((settle) => {
    child.once('close', settle);
  });
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

describe('a disk', { skip }, () => {
  test('that is full costs its files, and nothing that needs none', async () => {
    const place = join(folder, 'full');
    const args = ['run', '--browser', 'chromium', ...ONE, '-o', place];
    const { code, stdout, stderr } = await runOn('size=8k', place, ...args);
    assert.equal(code, 3, stderr);
    assert.match(stdout, /Must-rules kept +1 of 1/, 'the report on the terminal is whole');
    assert.match(stderr, /^error: cannot write \S+results\.json: ENOSPC[^\n]+\n$/m);
    assert.doesNotMatch(stderr, /\n {4}at /);
  });

  test('that is full keeps no report from another disk', async () => {
    const place = join(folder, 'full');
    const elsewhere = join(folder, 'junit.xml');
    const args = ['run', '--browser', 'chromium', ...ONE, '-o', place, '--reporter', `junit=${elsewhere}`];
    assert.equal((await runOn('size=8k', place, ...args)).code, 3);
    assert.match(await readFile(elsewhere, 'utf8'), /<testsuites .*tests="1"/s);
  });

  test('that cannot be written to is named before any browser is started', async () => {
    const place = join(folder, 'read-only');
    const { code, stdout, stderr } = await runOn('ro', place, 'run', ...ONE, '-o', join(place, 'out'));
    assert.deepEqual([code, stdout], [3, '']);
    assert.match(stderr, /^error: cannot write to \S+out: EROFS[^\n]+--output\n$/);
  });
});

test('a temporary folder that cannot be used is named', async () => {
  const { code, stderr } = await command(['run', ...ONE], { cwd: folder, env: { TMPDIR: '/proc' } });
  assert.equal(code, 3);
  assert.match(stderr, /^error: cannot make a temporary folder: [^\n]+; set TMPDIR to [^\n]+\n$/);
});

test('a home that is not there keeps no browser from running', async () => {
  // What was fetched into the cache folder is found there all the same.
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const env = { HOME: '/nonexistent', XDG_CACHE_HOME: cache, PUPPETEER_CACHE_DIR: join(cache, 'puppeteer') };
  const out = join(folder, 'homeless');
  const { code, stderr } = await command(['run', ...ONE, '-o', out], { cwd: folder, env, timeout: 240_000 });
  assert.equal(code, 0, stderr);
  const { targets } = await readResults(join(out, 'results.json'));
  assert.ok(targets.length > 0 && targets.every(({ complete }) => complete));
});

test('a browser that is removed in mid-run costs what it had not answered, and no other browser anything', async () => {
  const [chromium] = await findBrowsers(['chromium']);
  assert.ok(chromium);
  const removed = join(folder, 'chromium-build');
  await writeFile(removed, `#!/bin/sh\necho $$ >> "${removed}.pid"\nexec "${chromium.executable}" "$@"\n`);
  await chmod(removed, 0o755);
  const out = join(folder, 'removed');
  const args = [
    '--browser',
    removed,
    '--browser',
    'chromium',
    '--section',
    'pause',
    '--workers',
    '1',
    '-o',
    out,
  ];
  const running = command(['run', ...args, '--reporter', 'json'], { cwd: folder, timeout: 240_000 });
  const gone = eventually(
    'the browser has answered something',
    () => {
      const file = join(out, 'journal.ndjson');
      return (existsSync(file) ? readFileSync(file, 'utf8') : '')
        .split('\n')
        .some((line) => line.includes(`"kind":"attempt"`) && !line.endsWith(`"target":"chromium"}`));
    },
    120_000,
  );
  await gone;
  await rm(removed);
  for (const pid of (await readFile(`${removed}.pid`, 'utf8')).trim().split('\n')) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // The one that was asked for its version has ended.
    }
  }
  const { code, stderr } = await running;
  assert.equal(code, 3, stderr);
  assert.match(stderr, /could not be started: there is no \S+chromium-build \(any more\)/);
  assert.match(stderr, /--resume removed goes on with it/);
  const { targets } = await readResults(join(out, 'results.json'));
  const [lost, other] = targets;
  assert.deepEqual([lost?.complete, other?.complete], [false, true]);
  assert.ok(lost !== undefined && other !== undefined);
  assert.ok(lost.cases.length > 0 && lost.cases.length < other.cases.length, 'what was answered is kept');
  assert.ok((await readdir(out)).includes('journal.ndjson'));
});
