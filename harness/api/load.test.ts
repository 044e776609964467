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

test('whoever asks for load meanwhile shares it, and it ends with the last of them', async () => {
  const loads = [keepBusy(1), keepBusy(1), keepBusy(1)];
  const [used, began] = [usedMs(), performance.now()];
  while (usedMs() - used < 300) await new Promise((resolve) => setTimeout(resolve, 10));
  assert.ok(performance.now() - began > 200, 'one thread worked, and not three');
  await loads.pop()?.end();
  await loads.pop()?.end();
  const left = usedMs();
  while (usedMs() - left < 100) await new Promise((resolve) => setTimeout(resolve, 10));
  await loads.pop()?.end();
  const ended = usedMs();
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.ok(usedMs() - ended < 90, 'nothing works any more');
});
