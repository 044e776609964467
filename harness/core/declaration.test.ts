import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseId, ruleOf, type CaseEntry, type Params } from '../protocol/index.ts';
import { declined, unknownIn } from './declaration.ts';

function entry(rule: string, params: Params = {}): CaseEntry {
  const id = caseId(rule, params);
  return { id, rule: ruleOf(id), needs: [], weight: 'shared', profile: 'default' };
}

test('nothing is declined without a declaration that says so', () => {
  for (const declaration of [{}, { name: 'x' }, { declines: [] }, { records: ['audio' as const] }])
    assert.equal(declined(entry('pause.sets-paused', { source: 'canvas' }), declaration), undefined);
});

test('a rule is declined by its id or a pattern of ids, and by nothing that only looks like one', () => {
  const by = (...rules: readonly string[]): string | undefined =>
    declined(entry('pause.sets-paused'), { declines: [{ rules: [...rules], reason: 'no pause' }] });
  for (const pattern of ['pause.sets-paused', 'pause.*', '*', '*.sets-*'])
    assert.equal(by('x.y', pattern), 'declared by the polyfill: no pause', pattern);
  for (const pattern of ['pause', 'pause.', 'pause?sets-paused', '.*paused$', 'ause.*', 'pause.sets-pause'])
    assert.equal(by(pattern), undefined, pattern);
});

test('types that are not declared decline the cases that name them, whatever their parameters', () => {
  const declaration = { types: ['audio/WAV'] };
  for (const type of ['audio/webm', 'video/webm;codecs=vp8', 'AUDIO/OGG'])
    assert.match(declined(entry('media.plays', { type }), declaration) ?? '', /records audio\/WAV, and not /);
  for (const type of ['audio/wav', 'audio/wav; codecs=1', 'none', 'xaudio/ogg'])
    assert.equal(declined(entry('media.plays', { type }), declaration), undefined, type);
});

test('what is declined and matches no rule is named', () => {
  const rules = ['pause.sets-paused', 'start.sets-recording'];
  const unknown = (...patterns: string[]): readonly string[] =>
    unknownIn({ declines: [{ rules: patterns, reason: 'no pause' }] }, rules);
  assert.deepEqual(unknown('pause.*', 'start.sets-recording', '*'), []);
  assert.deepEqual(unknown('pause.sets', 'pause.*', 'stop.*'), ['pause.sets', 'stop.*']);
  assert.deepEqual(unknownIn({ name: 'x' }, rules), []);
});
