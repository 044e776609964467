import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleTarget } from '../../protocol/testing/example-results.ts';
import { loadManifest } from '../suite.ts';
import { withExpectations } from './conclude.ts';
import { parseExpectations } from './parse.ts';

const manifest = await loadManifest();
const ruleIds = manifest.rules.map(({ id }) => id);
const TEXT = ['pause.sets-paused', 'pause.no-such-rule']
  .map((id) => `- id: ${id}\n  outcome: fail\n  reason: x\n`)
  .join('');
const known = {
  expectations: parseExpectations(TEXT, 'chromium.yaml').map(({ expectation }) => expectation),
  writtenAgainst: '156',
};
const target = exampleTarget({});

test('a target says what it was held against, and what is wrong with that', () => {
  const held = withExpectations(target, known, { manifest, ruleIds }).expectations;
  assert.equal(held?.file, 'chromium.yaml');
  assert.equal(held.writtenAgainst, '156');
  assert.deepEqual(
    held.problems.map(({ kind, line }) => [kind, line]),
    [['unmatched', 4]],
  );
});

test('without the built-in suite, what is known of its rules is not wrong', () => {
  const none = { ...manifest, rules: [], cases: [] };
  const held = withExpectations(target, known, { manifest: none, ruleIds }).expectations;
  assert.deepEqual(
    held?.problems.map(({ line }) => line),
    [4],
  );
});

test('a target that was held against nothing says nothing', () => {
  assert.equal(withExpectations(target, undefined, { manifest, ruleIds }), target);
});
