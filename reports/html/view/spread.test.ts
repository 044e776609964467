import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { rangeOf, spreadOf } from './spread.ts';

test('samples spread from their smallest over their quartiles to their largest', () => {
  deepStrictEqual(spreadOf([5, 1, 3, 2, 4]), { count: 5, min: 1, low: 2, middle: 3, high: 4, max: 5 });
  strictEqual(spreadOf([]), undefined);
  strictEqual(spreadOf([Number.NaN]), undefined);
});

test('a range is round and holds every value', () => {
  const spread = spreadOf([187, 203, 281]);
  ok(spread !== undefined);
  const { from, to, ticks } = rangeOf([spread]);
  ok(from <= 187 && to >= 281);
  deepStrictEqual([ticks[0], ticks.at(-1)], [from, to]);
  const flat = spreadOf([0, 0]);
  ok(flat !== undefined && rangeOf([flat]).to > 0);
});
