import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WaitLog } from './wait-log.ts';

/** A log on a clock that only the test moves. */
function logOnClock(): { readonly log: WaitLog; readonly pass: (ms: number) => void } {
  let now = 100;
  return {
    log: new WaitLog(() => now),
    pass: (ms) => {
      now += ms;
    },
  };
}

test('waits of one name are added up, and time between them is nobody\u2019s', async () => {
  const { log, pass } = logOnClock();
  for (const ms of [10, 20]) {
    const waited = log.during('media', Promise.resolve());
    pass(ms);
    await waited;
    pass(500);
  }
  assert.deepEqual(log.entries, [{ for: 'media', ms: 30 }]);
});

test('of two waits at once the one that began first is counted, then the other', async () => {
  const { log, pass } = logOnClock();
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  const first = log.during('event start', Promise.resolve());
  const second = log.during('media', promise);
  pass(10);
  await first;
  pass(5);
  resolve();
  await second;
  assert.deepEqual(log.entries, [
    { for: 'event start', ms: 10 },
    { for: 'media', ms: 5 },
  ]);
});

test('a wait that fails counts as well, and passes its failure on', async () => {
  const { log, pass } = logOnClock();
  const waited = log.during('source', Promise.reject(new Error('none')));
  pass(7);
  await assert.rejects(waited, /none/);
  assert.deepEqual(log.entries, [{ for: 'source', ms: 7 }]);
});
