import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallResults } from '../../../reports/testing/small-results.ts';
import type { Results, Target } from '../../protocol/index.ts';
import { unconfirmedBy, unconfirmedText } from './unconfirmed.ts';

/** The natives of a small run, and a reference in the place of one of them that passes every case. */
function withReference(): Results {
  const results = smallResults();
  const [native] = results.targets;
  assert.ok(native !== undefined);
  const reference: Target = {
    ...native,
    id: 'chromium.reference',
    subject: { kind: 'reference', name: 'reference' },
    cases: results.targets.flatMap(({ cases }) => cases).map((each) => ({ ...each, verdict: 'pass' })),
  };
  return { ...results, targets: [...results.targets, reference] };
}

test('a rule that no browser keeps, but the reference does, is unconfirmed', () => {
  const found = unconfirmedBy(withReference());
  const ids: readonly string[] = found.map(({ rule }) => rule.id);
  assert.ok(ids.includes('start.slices'), `flaky in one, timeout in the other: ${ids.join(', ')}`);
  assert.ok(ids.includes('start.hints'), 'failed in one, not asked for in the other');
  assert.ok(!ids.includes('start.throws-while-recording'), 'one browser keeps it');
  assert.ok(!ids.includes('stop.fires-once'), 'one browser keeps it');
  const text = unconfirmedText(found);
  assert.match(text, /start\.slices \(/);
  assert.match(text, /chromium: 1 of 1 cases failed/);
  assert.match(text, new RegExp(`^${found.length} rules that the reference keeps`, 'm'));
});

test('without a reference nothing is unconfirmed', () => {
  assert.deepEqual(unconfirmedBy(smallResults()), []);
});
