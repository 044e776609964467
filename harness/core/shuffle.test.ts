import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shuffled } from './shuffle.ts';

const ascending = (a: number, b: number): number => a - b;
const TEN = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

test('whatever the seed, nothing is lost or doubled, and the same seed gives the same order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(), (values, seed) => {
      const order = shuffled(values, seed);
      assert.deepEqual(order.toSorted(ascending), values.toSorted(ascending));
      assert.deepEqual(shuffled(values, seed), order);
    }),
  );
});

test('neighbouring seeds give orders of their own', () => {
  const orders = new Set(TEN.map((seed) => shuffled(TEN, seed).join()));
  assert.equal(orders.size, TEN.length);
});

test('every value comes to every place', () => {
  const seen = TEN.map(() => new Set<number>());
  for (let seed = 1; seed <= 300; seed += 1)
    shuffled(TEN, seed).forEach((value, place) => seen[place]?.add(value));
  for (const values of seen) assert.equal(values.size, TEN.length);
});
