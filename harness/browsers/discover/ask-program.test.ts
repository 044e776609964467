import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { eventually, MARK, markedProcesses } from '../testing/marked-processes.ts';
import { askProgram, BothEnds } from './ask-program.ts';
import { askVersion } from './ask-version.ts';
import { thisMachine } from './this-machine.ts';

const MEGABYTE = 1_000_000;
const LIMIT_MS = 60_000;

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ask-program-'));
});
after(() => rm(folder, { recursive: true, force: true }));

/** A program of the name that runs a script of this Node. */
async function program(name: string, script: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, `#!${process.execPath}\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}

const FLOOD = `const flood = () => { for (let n = 0; n < 100; n += 1) fs.writeSync(1, ('x'.repeat(99) + '\\n').repeat(10_000)); };
const fs = require('node:fs');`;

const skip = process.platform === 'win32' ? 'starts scripts by their first line' : false;

describe('askProgram', { skip }, () => {
  for (const [where, script] of [
    ['before', "fs.writeSync(1, 'Chromium 156.0.1.0\\n'); flood();"],
    ['behind', "flood(); fs.writeSync(1, 'Chromium 156.0.1.0\\n');"],
  ] as const)
    it(`reads a version that stands ${where} 100 MB of something else, and keeps little of it`, async () => {
      const file = await program(`chromium-${where}`, `${FLOOD}\n${script}`);
      const answer = await askProgram([file, '--version'], LIMIT_MS);
      assert.ok(answer.kind === 'exited');
      assert.ok(answer.output.length < MEGABYTE, `${answer.output.length} characters`);
      assert.match(answer.output, /characters left out/);
      const introduction = await askVersion(thisMachine(), file);
      assert.ok(introduction.kind === 'browser');
      assert.equal(introduction.stated.version, '156.0.1.0');
    });

  it('ends what takes too long, with everything that it started, and gives what it had printed', async () => {
    const mark = `ask-${process.pid}`;
    const file = await program(
      'slow',
      `process.env.${MARK} = '${mark}';
       require('node:child_process').spawn('sleep', ['600'], { stdio: 'inherit' });
       console.log('Chromium 156.0.1.0');
       setInterval(() => undefined, 1e6);`,
    );
    const answer = await askProgram([file], 2_000);
    assert.ok(answer.kind === 'late');
    assert.equal(answer.reason, 'did not answer within 2 s');
    assert.match(answer.output, /Chromium 156/);
    if (process.platform === 'linux')
      await eventually('nothing of it is left', () => markedProcesses(mark).length === 0);
  });

  it('does not wait for what a program leaves behind', async () => {
    const file = await program(
      'leaves',
      `const child = require('node:child_process').spawn('sleep', ['20'], { stdio: 'inherit', detached: true });
       console.log(child.pid); process.exit(3);`,
    );
    const answer = await askProgram([file], LIMIT_MS);
    assert.ok(answer.kind === 'exited');
    assert.equal(answer.code, 3);
    process.kill(Number(answer.output.trim()));
  });

  it('says what could not be started, and what ended by a signal', async () => {
    const [absent, killed] = await Promise.all([
      askProgram([join(folder, 'nothing')], LIMIT_MS),
      askProgram(
        [await program('killed', "process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1e6);")],
        LIMIT_MS,
      ),
    ]);
    assert.deepEqual(absent, { kind: 'no-answer', reason: 'could not be started (ENOENT)' });
    assert.deepEqual(killed, { kind: 'no-answer', reason: 'was ended by SIGKILL' });
  });
});

describe('BothEnds', () => {
  const kept = (most: number, ...chunks: readonly string[]): string => {
    const ends = new BothEnds(most);
    for (const chunk of chunks) ends.add(chunk);
    return ends.text();
  };

  it('keeps a short text whole, in whatever pieces it comes', () => {
    assert.equal(kept(4, 'ab', 'cdef', 'gh'), 'abcdefgh');
  });

  it('keeps the first and the last of a long one, and says how much is missing', () => {
    assert.equal(kept(3, 'abc', 'defgh', 'ijk'), 'abc\n… 5 characters left out …\nijk');
  });
});
