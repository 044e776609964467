import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as v from 'valibot';
import { CaseId, caseId, RuleId, ruleOf } from './ids.ts';

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const rule = fc
  .tuple(word, fc.array(word, { minLength: 1, maxLength: 3 }))
  .map(([a, b]) => [a, ...b].join('.'));
const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.double(), fc.boolean());
const params = fc.dictionary(fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,8}$/), value);

test('every rule and its parameters make a valid id that leads back to the rule', () => {
  fc.assert(
    fc.property(rule, params, (name, point) => {
      const id = caseId(name, point);
      assert.equal(v.parse(CaseId, id), id);
      assert.equal(ruleOf(id), name);
    }),
  );
});

test('the values of parameters can be read back from the id', () => {
  fc.assert(
    fc.property(rule, params, (name, point) => {
      const [, ...pairs] = caseId(name, point).split(';');
      const read = pairs.map((pair) => {
        const [key = '', text = ''] = pair.split('=');
        return [key, decodeURIComponent(text)];
      });
      const said = Object.entries(point).map(([key, each]) => [key, String(each)]);
      assert.deepEqual(Object.fromEntries(read), Object.fromEntries(said));
    }),
  );
});

test('parameters are sorted by name, so their order does not matter', () => {
  assert.equal(caseId('a.b', { z: 1, source: 'canvas', B: true }), 'a.b;B=true;source=canvas;z=1');
  fc.assert(
    fc.property(rule, params, (name, point) => {
      const turned = Object.fromEntries(Object.entries(point).toReversed());
      assert.equal(caseId(name, turned), caseId(name, point));
    }),
  );
});

test('a value that holds the marks of an id does not break it', () => {
  const id = caseId('media.plays', { type: 'video/webm;codecs="vp8,opus"' });
  assert.equal(id, 'media.plays;type=video%2Fwebm%3Bcodecs%3D%22vp8%2Copus%22');
});

test('what is no id is refused', () => {
  for (const text of ['', 'start', '.start', 'Start.a', 'start.', 'a..b', 'a b.c', 'a.b;x=1'])
    assert.equal(v.is(RuleId, text), false, text);
  for (const text of ['', ';a=1', 'a.b;', 'a.b;=1', 'a.b;x', 'a.b;x=1;', 'a.b;1x=1', 'A.b'])
    assert.equal(v.is(CaseId, text), false, text);
  assert.throws(() => caseId('Not a rule', {}));
  assert.throws(() => caseId('a.b', { 'not a name': 1 }));
});
