import assert from 'node:assert/strict';
import { it } from 'node:test';
import { runningRate } from './audio-clock.ts';

/** A clock whose rates are known beforehand, and the windows that were asked for. */
function clockOf(rates: readonly number[]) {
  const asked: number[] = [];
  return {
    asked,
    measure: async (ms: number): Promise<number> => rates[asked.push(ms) - 1] ?? 0,
  };
}

it('measures a running clock once', async () => {
  const { asked, measure } = clockOf([0.95, 1]);
  assert.equal(await runningRate([500, 2_000], measure), 0.95);
  assert.deepEqual(asked, [500]);
});

it('gives a clock that a busy machine kept waiting longer', async () => {
  const { asked, measure } = clockOf([0, 0.07, 0.9]);
  assert.equal(await runningRate([500, 2_000, 5_000], measure), 0.9);
  assert.deepEqual(asked, [500, 2_000, 5_000]);
});

it('believes a clock that never runs', async () => {
  const { measure } = clockOf([0, 0]);
  assert.equal(await runningRate([500, 2_000], measure), 0);
});
