import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  eventually,
  familyOf,
  MARK,
  markedProcesses,
  survivors,
  type Family,
} from '../../browsers/testing/marked-processes.ts';
import type { Engine } from '../../protocol/index.ts';
import { readResults } from '../output.ts';
import { browserOf, mainProcess } from './misbehaviour.ts';
import { MAIN } from '../../cli/testing/command.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'left-'));
});
after(() => rm(folder, { recursive: true }));

interface CliRun {
  readonly child: ChildProcess;
  readonly output: string;
  readonly temporary: string;
  readonly mark: string;
  readonly said: () => string;
  readonly code: Promise<number | null>;
}

async function start(browser: string, name: string, more: readonly string[] = []): Promise<CliRun> {
  const temporary = join(folder, 't');
  await mkdir(temporary, { recursive: true });
  const output = join(folder, name);
  const mark = `${name}-${process.pid}`;
  const args = ['run', '--browser', browser, '--workers', '2', '--section', 'start', '-o', output];
  const child = spawn(process.execPath, [MAIN, ...args, '--reporter', 'json', ...more], {
    env: { ...process.env, TMPDIR: temporary, [MARK]: mark },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const code = new Promise<number | null>((settle) => {
    child.once('exit', settle);
  });
  return { child, output, temporary, mark, said: () => text, code };
}

/** Waits until cases run, and notes who belongs to the run. */
async function underWay(run: CliRun): Promise<Family> {
  await eventually('cases run', () => / is running with /.test(run.said()), 60_000);
  await eventually('its pages are there', () => familyOf(run.mark).pids.length > 3);
  return familyOf(run.mark);
}

const mounts = (): Promise<string> => readFile('/proc/self/mountinfo', 'utf8');

async function nothingLeft(run: CliRun, family: Family): Promise<void> {
  await eventually('every process has ended', () => survivors(run.mark, family).length === 0).catch(() =>
    assert.deepEqual(survivors(run.mark, family), []),
  );
  assert.deepEqual(markedProcesses(run.mark), []);
}

/** Declares what a run may leave behind, however it ends. */
export async function testLeftBehind(engine: Engine): Promise<void> {
  const browser = await browserOf(engine);
  const skip =
    process.platform !== 'linux' ? 'counts in /proc' : browser === undefined ? 'not on this machine' : false;
  describe(engine, { skip }, () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      it(`${signal} leaves nothing but incomplete results`, async () => {
        const before = await mounts();
        const run = await start(browser?.id ?? '', `${engine}-${signal}`);
        const family = await underWay(run);
        run.child.kill(signal);
        assert.equal(await run.code, 130, run.said());
        await nothingLeft(run, family);
        assert.equal(await mounts(), before);
        assert.deepEqual(await readdir(run.temporary), []);
        const { targets } = await readResults(join(run.output, 'results.json'));
        assert.deepEqual(
          targets.map(({ complete }) => complete),
          [false],
        );
      });
    }

    it('a second SIGINT ends at once, although the browser does not', async () => {
      const run = await start(browser?.id ?? '', `${engine}-twice`);
      const family = await underWay(run);
      // Its pages go on: those that are stopped could not end, either, when their browser is gone.
      const main = mainProcess(run.mark);
      if (main !== undefined) process.kill(main.pid, 'SIGSTOP');
      run.child.kill('SIGINT');
      // The line may be broken anywhere, as wide as the terminal is.
      await eventually('it says that it is ending', () => /again\s+to\s+end\s+at\s+once/.test(run.said()));
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      run.child.kill('SIGINT');
      assert.equal(await run.code, 130, run.said());
      await nothingLeft(run, family);
    });

    for (const [why, more, code] of [
      ['enough that was unexpected', ['--bail', '1'], [0, 1]],
      ['the end of its time', ['--time-limit', '12s', '--repeat', '9'], [130]],
    ] as const)
      it(`${why} leaves nothing`, async () => {
        const run = await start(browser?.id ?? '', `${engine}-${more[0].slice(2)}`, more);
        await eventually('its browser is there', () => familyOf(run.mark).pids.length > 1, 60_000);
        const family = familyOf(run.mark);
        assert.ok(new Set<number | null>(code).has(await run.code), run.said());
        await nothingLeft(run, family);
        assert.deepEqual(await readdir(run.temporary), []);
      });

    it('kill -9 leaves no process and no mount, and the next run deletes the folder', async () => {
      const before = await mounts();
      const run = await start(browser?.id ?? '', `${engine}-SIGKILL`);
      const family = await underWay(run);
      run.child.kill('SIGKILL');
      await run.code;
      await nothingLeft(run, family);
      assert.equal(await mounts(), before);
      // One folder of the run itself and one of its browser.
      assert.equal((await readdir(run.temporary)).length, 2);
      const next = await start(browser?.id ?? '', `${engine}-next`);
      await eventually('the next run tells', () => next.said().includes('had left'), 60_000);
      next.child.kill('SIGTERM');
      assert.equal(await next.code, 130, next.said());
      assert.deepEqual(await readdir(next.temporary), []);
    });
  });
}
