import { deepStrictEqual, doesNotMatch, match, strictEqual } from 'node:assert/strict';
import { test } from 'node:test';
import type { Results } from '../harness/protocol/index.ts';
import { consoleReport } from './console/index.ts';
import { markdownReport } from './markdown/index.ts';
import { outcomeWords, retried, roundWords, stabilityOf } from './stability.ts';
import { smallResults } from './testing/small-results.ts';

const ROUNDS = [
  { number: 1, seed: 7, underLoad: false },
  { number: 2, seed: 8, underLoad: true },
];

/** The small sample as if its first target had been gone through twice. */
function repeated(): Results {
  const results = smallResults();
  const targets = results.targets.map((target, index) =>
    index === 0 ? { ...target, rounds: ROUNDS } : target,
  );
  return { ...results, targets };
}

test('only targets that were gone through several times have a stability', () => {
  deepStrictEqual(stabilityOf(smallResults()), []);
  const [stability, ...others] = stabilityOf(repeated());
  deepStrictEqual(others, []);
  // Of what ran more than once in the sample one case failed twice and one came out both ways.
  deepStrictEqual([stability?.steady, stability?.repeated], [1, 2]);
  deepStrictEqual(
    stability?.unsteady.map(({ result, outcomes }) => [result.id, outcomes]),
    [['start.slices', ['fail', 'pass']]],
  );
});

test('what was tried again is told of single runs only, and what a neighbour lost is no attempt', () => {
  deepStrictEqual(
    retried(smallResults()).map(({ result }) => String(result.id)),
    ['start.slices', 'start.hints'],
  );
  deepStrictEqual(retried(repeated()), []);
});

test('outcomes in a row are counted', () => {
  strictEqual(outcomeWords(['pass', 'pass', 'fail', 'pass']), 'pass × 2, fail, pass');
  strictEqual(outcomeWords([]), '');
});

test('rounds are told with their load and their seed', () => {
  strictEqual(roundWords(ROUNDS), '2 rounds, 1 under load, shuffled from seed 7');
  strictEqual(roundWords([{ number: 1, seed: null, underLoad: false }]), '1 round');
});

test('a terminal and a pull request are told how steady it was', () => {
  const style = { colour: false, columns: 120 };
  match(
    consoleReport(repeated(), style),
    /2 rounds, 1 under load, shuffled from seed 7: 1 of 2 cases came out the same every time/,
  );
  match(
    markdownReport(repeated()),
    /### Stability\n\n- Chromium 156, 2 rounds.*\n- `start\.slices`: fail, pass/,
  );
  doesNotMatch(consoleReport(smallResults(), style), /came out the same/);
});
