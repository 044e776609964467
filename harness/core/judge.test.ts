import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Attempt } from '../protocol/index.ts';
import { judge } from './judge.ts';
import { entry } from './testing/entries.ts';

const OWN = ['pass', 'fail', 'unsupported', 'blocked', 'timeout', 'crash', 'harness-error'] as const;
const OUTCOMES = [...OWN, 'collateral'] as const;

const attempt = (outcome: Attempt['outcome']): Attempt =>
  outcome === 'pass' ? { outcome, durationMs: 1 } : { outcome, message: 'why', durationMs: 1 };
const verdictOf = (...outcomes: readonly Attempt['outcome'][]) =>
  judge(entry('a.b'), outcomes.map(attempt)).verdict;

test('one outcome, however often, is the verdict', () => {
  for (const outcome of OWN) {
    assert.equal(verdictOf(outcome), outcome);
    assert.equal(verdictOf(outcome, outcome, outcome), outcome);
  }
});

test('two different outcomes are flaky, whichever they are and in whichever order', () => {
  for (const a of OWN) for (const b of OWN) if (a !== b) assert.equal(verdictOf(a, b), 'flaky', `${a}, ${b}`);
});

test('attempts that a neighbour spoiled change no verdict', () => {
  for (const outcome of OWN) {
    assert.equal(verdictOf('collateral', outcome), outcome);
    assert.equal(verdictOf(outcome, 'collateral', 'collateral'), outcome);
  }
  assert.equal(verdictOf('collateral', 'pass', 'fail'), 'flaky');
});

test('a case without an attempt of its own is never a pass', () => {
  assert.equal(verdictOf(), 'harness-error');
  assert.equal(verdictOf('collateral'), 'harness-error');
});

test('the order of attempts does not matter, all are kept, and a pass is only a pass throughout', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...OUTCOMES)), (outcomes) => {
      assert.equal(verdictOf(...outcomes), verdictOf(...outcomes.toReversed()));
      const result = judge(entry('a.b;source=tone'), outcomes.map(attempt));
      assert.deepEqual(result.attempts, outcomes.map(attempt));
      assert.equal(result.rule, 'a.b');
      const own = outcomes.filter((outcome) => outcome !== 'collateral');
      assert.equal(result.verdict === 'pass', own.length > 0 && own.every((outcome) => outcome === 'pass'));
    }),
  );
});
