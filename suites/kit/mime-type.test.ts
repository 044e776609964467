import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMimeType } from './mime-type.ts';

test('browsers write the same type in different ways', () => {
  const expected = { essence: 'video/webm', codecs: ['vp8', 'opus'] };
  for (const text of [
    'video/webm;codecs=vp8,opus',
    'video/webm; codecs="vp8, opus"',
    'VIDEO/WebM ; profile=1;CODECS=vp8,opus',
  ]) {
    assert.deepEqual(parseMimeType(text), expected, text);
  }
});

test('a type without codecs has none, and an empty text has neither', () => {
  assert.deepEqual(parseMimeType('audio/ogg'), { essence: 'audio/ogg', codecs: [] });
  assert.deepEqual(parseMimeType(''), { essence: '', codecs: [] });
});
