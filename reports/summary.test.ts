import { strictEqual, deepStrictEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { findings, speakers } from './findings.ts';
import { foldVerdicts, summarise } from './summary.ts';
import { smallResults } from './testing/small-results.ts';

test('a rule folds to its heaviest case, and one that was decided is not blocked', () => {
  strictEqual(foldVerdicts(['pass', 'fail']), 'fail');
  strictEqual(foldVerdicts(['pass', 'blocked']), 'pass');
  strictEqual(foldVerdicts(['pass', 'flaky']), 'flaky');
  strictEqual(foldVerdicts(['blocked', 'unsupported']), 'blocked');
  strictEqual(foldVerdicts([]), undefined);
});

test('only firm must-rules decide conformance; all others stand beside', () => {
  const [chromium, webkit] = summarise(smallResults()).targets;
  deepStrictEqual(chromium?.conformance, {
    kept: 3,
    decided: 5,
    blocked: 0,
    unsupported: 0,
    harnessError: 0,
    notRun: 0,
  });
  deepStrictEqual([chromium?.unclear.kept, chromium?.unclear.decided], [1, 1]);
  deepStrictEqual([chromium?.beside.kept, chromium?.beside.decided], [0, 1]);
  deepStrictEqual([webkit?.unclear.decided, webkit?.unclear.harnessError], [0, 1]);
  deepStrictEqual([webkit?.beside.decided, webkit?.beside.unsupported], [0, 1]);
});

test('cases are counted by verdict, per section', () => {
  const [, start] = summarise(smallResults()).sections;
  strictEqual(start?.rules, 3);
  deepStrictEqual(
    start.cells.map(({ kept, decided }) => `${kept}/${decided}`),
    ['1/2', '0/2'],
  );
  strictEqual(start.cells[0]?.tally.blocked, 1);
});

test('a polyfill says nothing of the browser that it runs in, nor an old version of the new one', () => {
  const results = smallResults();
  const [chromium, webkit] = results.targets;
  if (chromium === undefined || webkit === undefined) throw new Error('The small sample has two targets.');
  const old = { ...chromium, id: 'old', browser: { ...chromium.browser, version: '99.0' } };
  const polyfill = { ...webkit, id: 'polyfill', subject: { kind: 'polyfill' as const, name: 'some' } };
  deepStrictEqual(speakers([old, chromium, webkit, polyfill]), [false, true, true, false]);
  deepStrictEqual(speakers([polyfill]), [true]);
});

test('a rule that was not run is neither kept nor broken', () => {
  const results = smallResults();
  const targets = results.targets.map((target) => ({ ...target, cases: [] }));
  const [empty] = summarise({ ...results, targets }).targets;
  strictEqual(empty?.conformance.decided, 0);
  strictEqual(empty?.conformance.notRun, 5);
});

test('findings tell what breaks everywhere from what breaks in one engine', () => {
  const found = findings(smallResults()).map(({ kind, engine, rules }) => [
    kind,
    engine,
    rules.map(({ rule }) => rule.id),
  ]);
  deepStrictEqual(found, [
    ['everywhere', undefined, ['start.slices']],
    ['only', 'chromium', ['stop.hostile']],
    ['only', 'webkit', ['idl.operation-place', 'start.throws-while-recording', 'stop.fires-once']],
    [
      'disagree',
      undefined,
      ['idl.operation-place', 'start.throws-while-recording', 'stop.fires-once', 'stop.hostile'],
    ],
    ['unsteady', undefined, ['start.slices', 'stop.fires-once']],
  ]);
});
