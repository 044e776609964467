import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readJournal, readResults } from '../api/index.ts';
import { eventually } from '../browsers/testing/marked-processes.ts';
import { command, MAIN } from './testing/command.ts';

const SOME = ['--browser', 'chromium', '--section', 'pause', '--reporter', 'json'] as const;

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resume-'));
});
after(() => rm(folder, { recursive: true }));

const inFolder = (...args: readonly string[]) => command(['run', ...args], { cwd: folder, timeout: 300_000 });

/** How many attempts a journal holds by now. */
function attemptsIn(out: string): number {
  try {
    return readFileSync(join(folder, out, 'journal.ndjson'), 'utf8').split('"kind":"attempt"').length - 1;
  } catch {
    return 0;
  }
}

test('a run that was killed loses what was running alone, and is gone on with', async () => {
  const args = ['run', ...SOME, '--workers', '1', '--seed', '4', '-o', 'killed'];
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, stdio: 'ignore' });
  const ended = new Promise((settle) => child.once('exit', settle));
  await eventually('some cases are answered', () => attemptsIn('killed') >= 3, 60_000);
  child.kill('SIGKILL');
  await ended;
  assert.deepEqual(await readdir(join(folder, 'killed')), ['journal.ndjson']);
  const before = (await readJournal(join(folder, 'killed'))).targets.get('chromium')?.attempts;
  assert.ok(before !== undefined && before.size >= 3);

  const other = await inFolder('--resume', 'killed', '--section', 'start');
  assert.equal(other.code, 2);
  assert.match(other.stderr, /--section belongs to the run that is resumed/);

  const resumed = await inFolder('--resume', 'killed', '--workers', '3');
  assert.match(resumed.stderr, new RegExp(`Going on behind ${before.size} attempts`));
  assert.ok(resumed.code === 0 || resumed.code === 1, resumed.stderr);
  const { targets, notRun, seed } = await readResults(join(folder, 'killed', 'results.json'));
  assert.deepEqual([targets.map(({ complete }) => complete), notRun, seed], [[true], [], 4]);
  for (const [id, attempts] of before) {
    const result = targets[0]?.cases.find((each) => each.id === id);
    assert.deepEqual(result?.attempts.slice(0, attempts.length), attempts, `${id} was not run again`);
  }
  assert.ok((targets[0]?.cases.length ?? 0) > before.size);
  assert.ok(!(await readdir(join(folder, 'killed'))).includes('journal.ndjson'), 'complete');
  assert.equal((await inFolder('--resume', 'killed')).code, 2, 'there is nothing more to resume');
});

test('a run ends after enough was unexpected, and what failed is run alone the next time', async () => {
  const broken = ['--subject', 'mutant:pause-state-late', '--workers', '1'] as const;
  const bailed = await inFolder(...SOME, ...broken, '--bail', '1');
  assert.equal(bailed.code, 1, bailed.stderr);
  assert.match(bailed.stderr, /Ending the run after 1 unexpected result\./);
  const first = await readResults(join(folder, 'results', 'latest', 'results.json'));
  assert.equal(first.stopped, 'bail');
  assert.ok(first.notRun.length > 0);
  const failed = first.targets.flatMap((target) => target.cases.filter(({ verdict }) => verdict === 'fail'));
  assert.ok(failed.length > 0);

  const again = await inFolder(...SOME, ...broken, '--last-failed');
  assert.equal(again.code, 1, again.stderr);
  const second = await readResults(join(folder, 'results', 'latest', 'results.json'));
  assert.deepEqual(
    second.targets.flatMap((target) => target.cases.map(({ id }) => id)),
    failed.map(({ id }) => id),
  );
  assert.deepEqual(second.notRun, []);

  const passing = ['--rule', 'pause.returns-undefined'] as const;
  assert.equal((await inFolder(...SOME, ...broken, '--last-failed', ...passing)).code, 4);
});

test('a run whose time is up keeps what it has, and says so', async () => {
  const { code, stderr } = await inFolder(...SOME, '--workers', '1', '--time-limit', '2s', '-o', 'late');
  assert.equal(code, 130, stderr);
  assert.match(stderr, /--resume late goes on with it/);
  const { stopped, targets } = await readResults(join(folder, 'late', 'results.json'));
  assert.deepEqual([stopped, targets.map(({ complete }) => complete)], ['time-limit', [false]]);
});

test('cases are repeated in fresh browsers and another order each time', async () => {
  const args = ['--rule', 'pause.sets-paused', '--verify', '--repeat', '2', '--seed', '3', '-o', 'verified'];
  const { code, stderr } = await inFolder('--browser', 'chromium', '--reporter', 'json', ...args);
  assert.equal(code, 0, stderr);
  assert.match(stderr, /--seed 3 does it again/);
  assert.equal(stderr.split(' is running with ').length - 1, 2, 'two browsers');
  const [target] = (await readResults(join(folder, 'verified', 'results.json'))).targets;
  assert.deepEqual(target?.rounds, [
    { number: 1, seed: 3, underLoad: false },
    { number: 2, seed: 4, underLoad: true },
  ]);
  for (const { attempts } of target.cases) {
    const judged = attempts.filter(({ outcome }) => outcome !== 'collateral');
    assert.deepEqual(
      judged.map(({ round }) => round),
      [1, 2],
    );
  }
});
