import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InvalidArgumentError } from 'commander';
import { collect, collectPair, pattern, positive, preference } from './arguments.ts';

test('an option that is repeated keeps all its values, in order', () => {
  assert.deepEqual(collect('b', collect('a', undefined)), ['a', 'b']);
});

test('a number is whole and above zero', () => {
  assert.equal(positive('3'), 3);
  for (const value of ['0', '-1', '1.5', 'x', '', ' ', '1e999', 'NaN'])
    assert.throws(() => positive(value), InvalidArgumentError, value);
});

test('a pattern must be a regular expression', () => {
  assert.equal(pattern('^a.*b$'), '^a.*b$');
  assert.throws(() => pattern('('), InvalidArgumentError);
});

test('a pair keeps what follows its first equals sign', () => {
  assert.deepEqual(collectPair('A=b=c', { X: '' }), { X: '', A: 'b=c' });
  assert.deepEqual(collectPair('A=', undefined), { A: '' });
  for (const value of ['A', '=b', ''])
    assert.throws(() => collectPair(value, undefined), InvalidArgumentError);
});

test('a preference is true, false or a whole number where it reads like one, and text elsewhere', () => {
  assert.deepEqual(['true', 'false', '5', '-5', '5.5', 'yes', ''].map(preference), [
    true,
    false,
    5,
    -5,
    '5.5',
    'yes',
    '',
  ]);
});
