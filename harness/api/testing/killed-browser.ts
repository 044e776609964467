import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Engine } from '../../protocol/index.ts';
import type { ConformanceServer } from '../../server/index.ts';
import {
  browserOf,
  mainProcess,
  misbehavingServer,
  neighbour,
  resultOf,
  runDisturbed,
} from './misbehaviour.ts';

export const CASES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(neighbour);

/** Kills the browser of a launch. */
export function kill(mark: string): void {
  const main = mainProcess(mark);
  if (main !== undefined) process.kill(main.pid, 'SIGKILL');
}

/** Declares the test of a browser that is killed. */
export async function testKilledBrowser(engine: Engine): Promise<void> {
  const browser = await browserOf(engine);
  describe(engine, { skip: browser === undefined ? 'not on this machine' : false }, () => {
    let server: ConformanceServer;
    let close: () => Promise<void>;
    before(async () => {
      ({ server, close } = await misbehavingServer());
    });
    after(() => close());

    it('loses no result when its process is killed in mid-run', async () => {
      assert.ok(browser !== undefined);
      const mark = `killed-${engine}-${process.pid}`;
      let killed = false;
      const target = await runDisturbed(browser, {
        server,
        cases: CASES,
        mark,
        onEvent: (event) => {
          if (event.kind !== 'case-finished' || killed) return;
          killed = true;
          kill(mark);
        },
      });
      const story = JSON.stringify(target.incidents);
      assert.ok(target.complete, story);
      assert.equal(target.incidents.length, 1, story);
      for (const entry of CASES) assert.equal(resultOf(target, entry).verdict, 'pass', story);
      const lost = target.cases.filter(({ attempts }) => attempts.length > 1);
      assert.ok(lost.length > 0, 'cases in flight keep their lost attempts');
      for (const { attempts } of lost) {
        assert.deepEqual(
          attempts.map(({ outcome }) => outcome),
          ['collateral', 'pass'],
        );
      }
    });
  });
}
