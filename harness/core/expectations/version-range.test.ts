import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInRange, parseVersionRange } from './version-range.ts';

const holds = (version: string, text: string): boolean =>
  isInRange(version, parseVersionRange(text) ?? assert.fail(text));

test('a version is compared by the parts that the range names', () => {
  for (const [version, range, is] of [
    ['156.0.8078.79', '>=150', true],
    ['156.0.8078.79', '156', true],
    ['156.0.8078.79', '=156.0', true],
    ['156.0.8078.79', '<=156', true],
    ['156.0.8078.79', '>156', false],
    ['156.0.8078.79', '<156.0.8079', true],
    ['156.0.8078.79', '>=150 <156', false],
    ['2.50.4', '2.50', true],
    ['2.5', '2.50', false],
    ['2.52.6', '>=2.50 <2.53', true],
    ['9.0', '>=10', false],
    ['153.0esr', '153.0', true],
  ] as const)
    assert.equal(holds(version, range), is, `${version} in ${range}`);
});

test('what is no range is not taken for one', () => {
  for (const text of ['', 'new', '>=', '150-157', '>=150,<157', '~2.50', '>= 150'])
    assert.equal(parseVersionRange(text), undefined, text);
});
