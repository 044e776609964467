import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeResults } from './results-version.ts';

const current = {
  schemaVersion: 1,
  suite: { version: '1.0.0', specRevision: 'today' },
  rules: [],
  options: {},
  seed: 0,
  startedAt: '2026-01-01T00:00:00.000Z',
  durationMs: 5,
  machine: { platform: 'linux', arch: 'x64', cores: 2, node: 'v20' },
  notRun: [],
  targets: [],
};
const text = (value: unknown): string => JSON.stringify(value);

test('results of this schema version are taken as they are', () => {
  assert.deepEqual(decodeResults(text(current), 'a.json'), current);
});

test('results of a version that was never released are refused, with the versions that are read', () => {
  const refused = (schemaVersion: unknown, says: RegExp): void =>
    assert.throws(() => decodeResults(text({ ...current, schemaVersion }), 'a.json'), says);
  refused(7, /^DecodeError: a\.json: its schema version is 7, .* reads 1; a newer release reads it$/);
  refused(0, /^DecodeError: a\.json: its schema version is 0, .* reads 1$/);
  refused('1', /a\.json: field "schemaVersion" is wrong/);
  refused(1.5, /a\.json: field "schemaVersion" is wrong/);
});

test('results of earlier versions come through every upgrade in turn', () => {
  const { machine, ...older } = current;
  const upgrades = new Map<number, (old: Readonly<Record<string, unknown>>) => Record<string, unknown>>([
    [-1, (old) => ({ ...old, computer: machine })],
    [0, ({ computer, ...old }) => ({ ...old, machine: computer })],
  ]);
  assert.deepEqual(decodeResults(text({ ...older, schemaVersion: -1 }), 'a.json', upgrades), current);
  assert.throws(
    () => decodeResults(text({ ...older, schemaVersion: -2 }), 'a.json', upgrades),
    /reads -1 to 1/,
  );
});

test('what is no results file at all is refused by its form', () => {
  assert.throws(() => decodeResults('no json', 'a.json'), /a\.json: is not JSON/);
  assert.throws(() => decodeResults('[]', 'a.json'), /a\.json: .* is wrong/);
  assert.throws(() => decodeResults('{}', 'a.json'), /a\.json: .*schemaVersion/);
});
