import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { smallResults } from '../../testing/small-results.ts';
import { payloadOf } from '../payload.ts';
import { modelOf } from './model.ts';
import { emptyQuery, type RulesQuery } from './query.ts';
import { matchingRows, matrixLines } from './rows.ts';

const model = modelOf(payloadOf(smallResults()));

function ids(query: Partial<RulesQuery>): readonly string[] {
  return matchingRows(model, { ...emptyQuery, ...query }).map(({ rule }) => rule.id);
}

test('without a filter every rule is shown', () => {
  strictEqual(ids({}).length, 7);
});

test('filters narrow down by verdict, level, standing and section', () => {
  deepStrictEqual(ids({ verdicts: ['flaky'] }), ['start.slices']);
  deepStrictEqual(ids({ verdicts: ['blocked'] }), ['start.throws-while-recording']);
  deepStrictEqual(ids({ levels: ['should'] }), ['start.hints']);
  deepStrictEqual(ids({ standings: ['unclear'] }), ['stop.queued-data']);
  strictEqual(ids({ sections: ['stop'] }).length, 3);
});

test('an engine that is not chosen does not count', () => {
  deepStrictEqual(ids({ verdicts: ['crash'] }), ['stop.fires-once']);
  deepStrictEqual(ids({ verdicts: ['crash'], engines: ['chromium'] }), []);
});

test('engines can be held against each other', () => {
  deepStrictEqual(ids({ where: 'fails-everywhere' }), ['start.slices', 'start.hints']);
  deepStrictEqual(ids({ where: 'fails-only-chromium' }), ['stop.hostile']);
  deepStrictEqual(ids({ where: 'disagree' }), [
    'idl.operation-place',
    'start.throws-while-recording',
    'stop.fires-once',
    'stop.hostile',
  ]);
  deepStrictEqual(ids({ where: 'passes-0' }), ['start.slices', 'start.hints']);
  strictEqual(ids({ where: 'passes-2' }).length, 0);
});

test('a search finds statements, parameters and what failures said', () => {
  deepStrictEqual(ids({ text: 'UNPROMPTED slices' }), ['start.slices']);
  deepStrictEqual(ids({ text: 'source=audio' }), ['start.throws-while-recording']);
  deepStrictEqual(ids({ text: 'the page crashed' }), ['stop.fires-once']);
  deepStrictEqual(ids({ text: 'nothing that is there' }), []);
});

test('the most failures come first when that is asked for', () => {
  strictEqual(ids({ sort: 'failures' })[0], 'start.slices');
});

test('sections carry the sums of their shown rules, and fold', () => {
  const query = { ...emptyQuery, folded: ['start'], open: ['stop.fires-once'] };
  const lines = matrixLines(model, query, matchingRows(model, query));
  deepStrictEqual(
    lines.map(({ kind, key }) => [kind, key]),
    [
      ['section', 'section idl'],
      ['rule', 'idl.operation-place'],
      ['section', 'section start'],
      ['section', 'section stop'],
      ['rule', 'stop.fires-once'],
      ['case', 'stop.fires-once;'],
      ['rule', 'stop.queued-data'],
      ['rule', 'stop.hostile'],
    ],
  );
  const start = lines[2];
  ok(start?.kind === 'section');
  deepStrictEqual(
    start.sums.map(({ kept, decided }) => `${kept}/${decided}`),
    ['1/3', '0/2'],
  );
});
