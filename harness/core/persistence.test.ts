import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attempt } from '../protocol/index.ts';
import { entry } from './testing/entries.ts';
import { isOwed, isUnderLoad, ONCE, orderOf, seedOf } from './persistence.ts';

const attempt = (outcome: Attempt['outcome'], round?: number): Attempt => {
  const own = round === undefined ? { durationMs: 1 } : { durationMs: 1, round };
  return outcome === 'pass' ? { outcome, ...own } : { outcome, message: 'why', ...own };
};

test('without retries each case is owed one attempt, which a neighbour may not take', () => {
  assert.ok(isOwed([], 1, ONCE));
  assert.ok(isOwed([attempt('collateral')], 1, ONCE));
  for (const outcome of ['pass', 'fail', 'crash', 'timeout', 'harness-error', 'blocked'] as const)
    assert.ok(!isOwed([attempt('collateral'), attempt(outcome)], 1, ONCE), outcome);
});

test('with retries what did not pass is tried again until it passes or enough was tried', () => {
  const twice = { ...ONCE, retries: 2 };
  const fail = attempt('fail');
  assert.ok(!isOwed([attempt('pass')], 1, twice));
  assert.ok(isOwed([fail], 1, twice));
  assert.ok(isOwed([fail, attempt('collateral'), attempt('crash')], 1, twice));
  assert.ok(!isOwed([fail, attempt('pass')], 1, twice));
  assert.ok(!isOwed([fail, fail, fail], 1, twice));
});

test('what cannot be run is not tried again, in no round', () => {
  const often = { ...ONCE, retries: 3, rounds: 3 };
  for (const outcome of ['blocked', 'unsupported'] as const)
    for (const round of [1, 2, 3]) assert.ok(!isOwed([attempt(outcome)], round, often));
});

test('each round owes each case its own attempts', () => {
  const rounds = { ...ONCE, rounds: 2 };
  assert.ok(isOwed([attempt('pass', 1)], 2, rounds));
  assert.ok(!isOwed([attempt('pass', 1), attempt('fail', 2)], 2, rounds));
});

test('of twenty rounds five are under load, and of few the last one', () => {
  const loaded = (rounds: number): readonly number[] =>
    Array.from({ length: rounds }, (_, index) => index + 1).filter((round) =>
      isUnderLoad({ ...ONCE, rounds, verify: true }, round),
    );
  assert.deepEqual(loaded(20), [4, 8, 12, 16, 20]);
  assert.deepEqual(loaded(5), [4]);
  assert.deepEqual(loaded(2), [2]);
  assert.ok(!isUnderLoad({ ...ONCE, rounds: 4 }, 4), 'only when asked to verify');
});

test('each round has a seed of its own, and without one the order is the suite’s', () => {
  const cases = Array.from({ length: 9 }, (_, index) => entry(`a.n${index}`));
  assert.deepEqual(orderOf(cases, ONCE, 2), cases);
  const seeded = { ...ONCE, seed: 7, rounds: 2 };
  assert.deepEqual([seedOf(seeded, 1), seedOf(seeded, 2), seedOf(ONCE, 1)], [7, 8, undefined]);
  assert.notDeepEqual(orderOf(cases, seeded, 1), orderOf(cases, seeded, 2));
  assert.deepEqual(orderOf(cases, seeded, 2), orderOf(cases, { ...seeded, seed: 8 }, 1));
});
