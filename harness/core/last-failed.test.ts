import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLast } from './testing/last-results.ts';
import { entry } from './testing/entries.ts';
import { lastFailed } from './last-failed.ts';

const CASES = ['a.fails', 'a.flaky', 'a.passes', 'a.blocked', 'a.known', 'a.surprise', 'a.new'].map((id) =>
  entry(id),
);
const BEFORE = parseLast('chromium', 'chromium', [
  ['a.fails', 'fail'],
  ['a.flaky', 'flaky'],
  ['a.passes', 'pass'],
  ['a.blocked', 'blocked'],
  ['a.known', 'fail', true],
  ['a.surprise', 'pass', false],
]);

const ids = (id: string, engine: 'chromium' | 'firefox'): readonly string[] =>
  lastFailed(CASES, { id, browser: { engine } }, BEFORE).map((each) => String(each.id));

test('what was unexpected the last time is run again, in the same target or the same engine', () => {
  assert.deepEqual(ids('chromium', 'chromium'), ['a.fails', 'a.flaky', 'a.surprise']);
  assert.deepEqual(ids('chrome-canary', 'chromium'), ['a.fails', 'a.flaky', 'a.surprise']);
});

test('of an engine that was not there nothing failed', () => assert.deepEqual(ids('firefox', 'firefox'), []));
