import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import { RuleId, type Manifest, type RuleSnapshot } from '../protocol/index.ts';
import { selectCases, type Selection } from './select.ts';
import { entry } from './testing/entries.ts';

const rule = (id: string, section: string): RuleSnapshot => ({
  id: v.parse(RuleId, id),
  section,
  sectionTitle: section,
  level: 'must',
  standing: 'settled',
  statement: 'x',
  source: { label: 'x', url: 'https://example.org/' },
});

const manifest: Manifest = {
  suite: { version: '1', specRevision: '1' },
  rules: [rule('start.sets', 'start'), rule('start.throws', 'start'), rule('stop.sets', 'stop')],
  cases: [
    entry('start.sets;source=canvas'),
    entry('start.sets;source=tone'),
    entry('start.throws'),
    entry('stop.sets;source=canvas'),
  ],
};

const chosen = (selection: Selection) => selectCases(manifest, selection).map(({ id }) => String(id));

test('no filter takes every case, in the order of the manifest', () => {
  assert.deepEqual(
    chosen({}),
    manifest.cases.map(({ id }) => String(id)),
  );
});

test('a pattern is searched in the ids of cases, parameters included, in any case of letters', () => {
  assert.deepEqual(chosen({ grep: 'SETS;source=Canvas$' }), [
    'start.sets;source=canvas',
    'stop.sets;source=canvas',
  ]);
  assert.deepEqual(chosen({ grep: '^start\\.throws$' }), ['start.throws']);
  assert.deepEqual(chosen({ grep: 'nothing' }), []);
});

test('a rule takes all its cases, and a case only itself', () => {
  assert.deepEqual(chosen({ rules: ['start.sets'] }), ['start.sets;source=canvas', 'start.sets;source=tone']);
  assert.deepEqual(chosen({ rules: ['start.sets;source=tone', 'start.throws'] }), [
    'start.sets;source=tone',
    'start.throws',
  ]);
  assert.deepEqual(chosen({ rules: ['start'] }), [], 'a rule is named whole');
});

test('sections take the cases of their rules', () => {
  assert.deepEqual(chosen({ sections: ['stop'] }), ['stop.sets;source=canvas']);
  assert.equal(chosen({ sections: ['stop', 'start'] }).length, 4);
});

test('long cases are taken by the full profile alone, even when they are named', () => {
  const long = entry('stop.sets;source=both', { profile: 'full' });
  const both: Manifest = { ...manifest, cases: [...manifest.cases, long] };
  const ids = (selection: Selection) => selectCases(both, selection).map(({ id }) => String(id));
  assert.deepEqual(ids({ rules: ['stop.sets'] }), ['stop.sets;source=canvas']);
  assert.deepEqual(ids({ rules: [long.id], profile: 'default' }), []);
  assert.deepEqual(ids({ rules: [long.id], profile: 'full' }), [String(long.id)]);
  assert.equal(ids({ profile: 'full' }).length, 5);
});

test('cases for foreign recorders are taken for those and by the full profile', () => {
  const sound = entry('stop.sets;source=tone', { profile: 'foreign' });
  const both: Manifest = { ...manifest, cases: [sound] };
  assert.deepEqual(selectCases(both, {}), []);
  assert.deepEqual(selectCases(both, {}, true), [sound]);
  assert.deepEqual(selectCases(both, { profile: 'full' }), [sound]);
});

test('every filter that is given must match', () => {
  assert.deepEqual(chosen({ sections: ['start'], grep: 'canvas' }), ['start.sets;source=canvas']);
  assert.deepEqual(chosen({ sections: ['stop'], rules: ['start.sets'] }), []);
});

test('the same pattern gives the same cases each time it is used', () => {
  const selection = { grep: 'sets' };
  assert.deepEqual(chosen(selection), chosen(selection));
});
