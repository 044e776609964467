import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DecodeError } from '../../protocol/index.ts';
import { parseExpectations, parseFile } from './parse.ts';

const read = (text: string) =>
  parseExpectations(text, 'chromium.yaml').map(({ expectation: { versions: _versions, ...rest } }) => rest);

test('every field is read, and the line is known', () => {
  const text = `# Known.

- id: start.slices;source=canvas
  outcome: [pass, fail]
  reason: >-
    It is
    slow.
  link: https://example.org/1
  versions: '>=150 <157'
  platform: linux

- id: stop.fires-once
  outcome: crash
  reason: It crashes.
`;
  assert.deepEqual(read(text), [
    {
      id: 'start.slices;source=canvas',
      outcomes: ['pass', 'fail'],
      reason: 'It is slow.',
      link: 'https://example.org/1',
      platforms: ['linux'],
      file: 'chromium.yaml',
      line: 3,
    },
    { id: 'stop.fires-once', outcomes: ['crash'], reason: 'It crashes.', file: 'chromium.yaml', line: 12 },
  ]);
});

test('a version is text, however much it looks like a number', () => {
  const [one] = parseExpectations(
    '- id: a.b\n  outcome: fail\n  reason: x\n  versions: 2.50\n',
    'webkit.yaml',
  );
  assert.deepEqual(one?.expectation.versions, [{ sign: '=', parts: [2, 50] }]);
});

test('a file may be empty, or hold nothing but comments', () => {
  for (const text of ['', '\n', '# nothing yet\n', '[]\n']) assert.deepEqual(read(text), []);
});

test('a file may say before its entries which version it was written against', () => {
  const text = '# Known.\nwritten-against: 2.50\n---\n\n# First.\n- id: a.b\n  outcome: fail\n  reason: x\n';
  const { placed, writtenAgainst } = parseFile(text, 'webkit.yaml');
  assert.equal(writtenAgainst?.version, '2.50');
  assert.equal(text.slice(...writtenAgainst.span), '2.50');
  assert.deepEqual(
    placed.map(({ expectation: { id, line } }) => [id, line]),
    [['a.b', 6]],
  );
  assert.deepEqual(read('written-against: 153\n---\n'), []);
  assert.equal(parseFile('- id: a.b\n  outcome: fail\n  reason: x\n', 'x').writtenAgainst, undefined);
});

test('what is wrong is named with its file, line and field', () => {
  const entry = (fields: string): string => `# x\n- id: a.b\n  outcome: fail\n${fields}`;
  for (const [text, says] of [
    ['- id: [', /^chromium\.yaml:\d: is not YAML/],
    ['id: a.b\n', /^chromium\.yaml: must be a list/],
    ['written-against: new\n---\n[]\n', /^chromium\.yaml: field "written-against" is wrong/],
    ['writen-against: 1\n---\n[]\n', /^chromium\.yaml: field "written-against" is wrong/],
    ['written-against: 1\n---\n[]\n---\n[]\n', /^chromium\.yaml: has more than one "---"/],
    [entry(''), /^chromium\.yaml:2: field "reason" is wrong/],
    [entry('  reason: ""\n'), /^chromium\.yaml:2: field "reason" is wrong: must say why/],
    [entry('  reason: x\n  verions: 1\n'), /^chromium\.yaml:2: field "verions" is wrong/],
    [entry('  reason: x\n  versions: new\n'), /^chromium\.yaml:2: field "versions" is wrong/],
    [entry('  reason: x\n  link: somewhere\n'), /^chromium\.yaml:2: field "link" is wrong/],
    ['- id: A\n  outcome: fail\n  reason: x\n', /^chromium\.yaml:1: field "id" is wrong/],
    ['- id: a.b\n  outcome: flaky\n  reason: x\n', /^chromium\.yaml:1: field "outcome" is wrong/],
    ['- id: a.b\n  outcome: pass\n  reason: x\n', /^chromium\.yaml:1: field "outcome" is wrong/],
    ['- a.b\n', /^chromium\.yaml:1: the whole is wrong/],
  ] as const)
    assert.throws(
      () => read(text),
      (error) => error instanceof DecodeError && says.test(error.message),
      text,
    );
});
