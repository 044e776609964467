import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserOf } from '../testing/misbehaviour.ts';
import { summaryOf } from './matrix.ts';
import { proveSuite } from './prove.ts';
import { holds } from './verdict.ts';

test('every mutant is caught by the rules that it breaks, and every rule has one', async (t) => {
  const browser = await browserOf('chromium');
  assert.ok(browser !== undefined, 'there is no chromium on this machine');
  const { proof, rules } = await proveSuite({
    browser,
    told: () => undefined,
    say: (line) => t.diagnostic(line),
  });
  const summary = summaryOf(proof, rules.length);
  assert.equal(holds(proof), true, summary);
  t.diagnostic(summary.trimEnd());
});
