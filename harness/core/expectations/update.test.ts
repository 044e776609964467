import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Expectation } from './expectation.ts';
import { speaksOf } from './expectation.ts';
import { cover } from './cover.ts';
import { holdAgainst } from './hold.ts';
import { HERE, known, seen } from '../testing/known.ts';
import { changesFor } from './update.ts';

const SUITE = ['a.b;x=1;y=1', 'a.b;x=1;y=2', 'a.b;x=2;y=1', 'a.b;x=2;y=2', 'a.c'];

const changed = (expectations: readonly Expectation[], results: readonly ReturnType<typeof seen>[]) => {
  const { replaced, added } = changesFor(expectations, { results, circumstances: HERE, caseIds: SUITE });
  const words = ({ id, outcomes }: { readonly id: string; readonly outcomes: readonly string[] }): string =>
    `${id} ${outcomes.join('|')}`;
  return {
    replaced: [...replaced].map(([from, to]) => `${from.id} → ${to.map(words).join(', ') || 'nothing'}`),
    added: added.map(words),
  };
};
const all = (...outcomes: Parameters<typeof seen>[1][]) =>
  SUITE.slice(0, 4).map((id) => seen(id, ...outcomes));

test('what is as expected, was not run or is for other circumstances stays', () => {
  const elsewhere = known('a.c', ['fail'], { platforms: ['win32'] });
  assert.deepEqual(changed([known('a.b'), elsewhere], [...all('fail'), seen('a.c', 'pass')]), {
    replaced: [],
    added: [],
  });
  assert.deepEqual(changed([known('a.b')], []), { replaced: [], added: [] });
  assert.deepEqual(changed([known('a.b')], all('blocked')), { replaced: [], added: [] });
});

test('what passes now goes, and what the suite does not have any more', () => {
  assert.deepEqual(changed([known('a.b'), known('a.old')], all('pass')).replaced, [
    'a.b → nothing',
    'a.old → nothing',
  ]);
});

test('a rule of which only some cases pass now is narrowed to the others, with those that were not run', () => {
  const results = [seen('a.b;x=1;y=1', 'pass'), seen('a.b;x=1;y=2', 'pass'), seen('a.b;x=2;y=1', 'fail')];
  assert.deepEqual(changed([known('a.b')], results).replaced, ['a.b → a.b;x=2 fail']);
});

test('other outcomes take the place of the old ones; what is intermittent stays so', () => {
  assert.deepEqual(changed([known('a.b')], all('timeout')).replaced, ['a.b → a.b timeout']);
  assert.deepEqual(changed([known('a.b')], all('fail', 'pass')).replaced, ['a.b → a.b fail|pass']);
  assert.deepEqual(changed([known('a.b', ['pass', 'fail'])], all('pass')).replaced, []);
  assert.deepEqual(changed([known('a.b', ['pass', 'fail'])], all('crash')).replaced, [
    'a.b → a.b pass|fail|crash',
  ]);
});

test('what nobody expected is added by as few and as wide ids as tell it apart', () => {
  assert.deepEqual(changed([], all('fail')).added, ['a.b fail']);
  assert.deepEqual(
    changed([], [seen('a.b;x=1;y=1', 'fail'), seen('a.b;x=1;y=2', 'fail'), seen('a.b;x=2;y=1', 'pass')])
      .added,
    ['a.b;x=1 fail'],
  );
  assert.deepEqual(changed([], [seen('a.b;x=1;y=1', 'fail'), seen('a.b;x=2;y=2', 'timeout')]).added, [
    'a.b;x=1;y=1 fail',
    'a.b;x=2;y=2 timeout',
  ]);
  assert.deepEqual(
    changed([], [seen('a.b;x=1;y=1', 'fail'), ...SUITE.slice(1, 4).map((id) => seen(id, 'blocked'))]).added,
    ['a.b fail'],
  );
});

test('cases that this kind of run never asks for keep no entry from naming their whole rule', () => {
  const results = [seen('a.b;x=1;y=1', 'fail'), seen('a.b;x=1;y=2', 'fail')];
  const unasked = new Set(['a.b;x=2;y=1', 'a.b;x=2;y=2']);
  const { added } = changesFor([], { results, circumstances: HERE, caseIds: SUITE, unasked });
  assert.deepEqual(
    added.map(({ id }) => id),
    ['a.b'],
  );
});

test('ids cover all that is wanted, once, and nothing else', () => {
  fc.assert(
    fc.property(fc.subarray(SUITE.slice(0, 4)), (wanted) => {
      const others = SUITE.filter((id) => !wanted.includes(id));
      const ids = cover(wanted, others);
      for (const id of SUITE)
        assert.equal(
          ids.some((each) => speaksOf({ id: each }, id)),
          wanted.includes(id),
          id,
        );
    }),
  );
});

test('after an update nothing is a surprise', () => {
  const outcome = fc.constantFrom('pass' as const, 'fail' as const, 'timeout' as const);
  const results = fc.tuple(...SUITE.map((id) => outcome.map((is) => seen(id, is))));
  const before = fc.subarray([known('a.b'), known('a.c', ['timeout']), known('a.gone')]);
  fc.assert(
    fc.property(results, before, (seenNow, expectations) => {
      const { replaced, added } = changesFor(expectations, {
        results: seenNow,
        circumstances: HERE,
        caseIds: SUITE,
      });
      const after = [
        ...expectations.flatMap(
          (each) => replaced.get(each)?.map(({ id, outcomes }) => known(id, outcomes)) ?? [each],
        ),
        ...added.map(({ id, outcomes }) => known(id, outcomes)),
      ];
      for (const result of seenNow) {
        const { expected } = holdAgainst(result, after, HERE);
        assert.equal(expected, result.verdict === 'pass' ? undefined : true, result.id);
      }
    }),
  );
});
