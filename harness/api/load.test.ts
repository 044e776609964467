import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepBusy } from './load.ts';

const usedMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

test('a load uses the processor until it is ended, while this thread goes on', async () => {
  const load = keepBusy(2);
  const before = usedMs();
  let turns = 0;
  while (usedMs() - before < 400) {
    turns += 1;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await load.end();
  assert.ok(turns > 0, 'it was the threads that worked');
  const ended = usedMs();
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.ok(usedMs() - ended < 90, 'nothing works any more');
});
