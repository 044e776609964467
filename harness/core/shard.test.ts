import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CaseEntry } from '../protocol/index.ts';
import { entry } from './testing/entries.ts';
import { durationsOf, refreshDurations } from './durations.ts';
import { shardCases, type Durations } from './shard.ts';
import { smallResults } from '../../reports/testing/small-results.ts';

const suite = fc
  .uniqueArray(fc.integer({ min: 0, max: 500 }), { maxLength: 60 })
  .map((numbers) => numbers.map((number) => entry(`rule-${number % 7}.x;n=${number}`)));
const durations: Durations = Object.fromEntries(
  // Every number that a case may have, for what was not measured is estimated.
  Array.from({ length: 501 }, (_, number) => [
    `rule-${number % 7}.x;n=${number}`,
    50 + ((number * 37) % 900),
  ]),
);
const shards = (
  cases: readonly CaseEntry[],
  count: number,
  known: Durations,
): readonly (readonly CaseEntry[])[] =>
  Array.from({ length: count }, (_, index) => shardCases(cases, { index: index + 1, count }, known));

test('shards divide the cases: each is in exactly one, in its order', () => {
  fc.assert(
    fc.property(suite, fc.integer({ min: 1, max: 9 }), (cases, count) => {
      const parts = shards(cases, count, durations);
      assert.deepEqual(new Set(parts.flat()), new Set(cases));
      assert.equal(parts.flat().length, cases.length);
      for (const part of parts)
        assert.deepEqual(
          part,
          cases.filter((one) => part.includes(one)),
        );
    }),
  );
});

test('no shard is longer than the shortest by more than one case', () => {
  fc.assert(
    fc.property(suite, fc.integer({ min: 1, max: 9 }), (cases, count) => {
      const cost = ({ id }: CaseEntry): number => (durations[id] ?? 0) / 4;
      const sums = shards(cases, count, durations).map((part) =>
        part.reduce((sum, one) => sum + cost(one), 0),
      );
      const longest = Math.max(0, ...cases.map(cost));
      assert.ok(Math.max(...sums) - Math.min(...sums) <= longest + 1e-6);
    }),
  );
});

test('the order of the cases and of the file changes nothing', () => {
  const cases = Array.from({ length: 40 }, (_, number) => entry(`rule-${number % 7}.x;n=${number}`));
  const turned = Object.fromEntries(Object.entries(durations).toReversed());
  const ids = (part: readonly CaseEntry[]): readonly string[] => part.map(({ id }) => id).toSorted();
  assert.deepEqual(shards(cases, 3, durations).map(ids), shards(cases.toReversed(), 3, turned).map(ids));
});

test('a case that was never measured lasts as long as its kin, and one that runs alone as long as it takes', () => {
  const [slow, fresh, quick, other] = ['slow.x;n=1', 'slow.x;n=2', 'quick.x;n=1', 'quick.x;n=2'].map((id) =>
    entry(id),
  );
  assert.ok(slow && fresh && quick && other);
  const known = { 'slow.x;n=1': 1000, 'quick.x;n=1': 10 };
  const [first, second] = shards([slow, fresh, quick, other], 2, known);
  assert.equal(first?.filter(({ rule }) => rule === 'slow.x').length, 1);
  assert.equal(second?.filter(({ rule }) => rule === 'slow.x').length, 1);
  const alone = entry('alone.x', { weight: 'alone' });
  const beside = [1, 2, 3].map((n) => entry(`beside.x;n=${n}`));
  const equal = Object.fromEntries([alone, ...beside].map(({ id }) => [id, 100]));
  assert.deepEqual(shardCases([alone, ...beside], { index: 1, count: 2 }, equal), [alone]);
});

test('durations come from attempts that ran to an end, over all targets', () => {
  const results = smallResults();
  const taken = durationsOf([results]);
  const ran = results.targets.flatMap(({ cases }) =>
    cases.filter(({ attempts }) => attempts.some(({ outcome }) => outcome === 'pass' || outcome === 'fail')),
  );
  assert.deepEqual(new Set(Object.keys(taken)), new Set(ran.map(({ id }) => String(id))));
});

test('a refresh changes what really changed, drops what is gone, and sorts', () => {
  const before = { 'b.x': 1000, 'a.x': 1000, 'gone.x': 5, 'kept.x': 700 };
  const after = refreshDurations(
    before,
    { 'a.x': 1200, 'b.x': 3000, 'new.x': 9, 'odd.x': 1 },
    new Set(['a.x', 'b.x', 'new.x', 'kept.x']),
  );
  assert.deepEqual(Object.entries(after), [
    ['a.x', 1000],
    ['b.x', 3000],
    ['kept.x', 700],
    ['new.x', 9],
  ]);
});
