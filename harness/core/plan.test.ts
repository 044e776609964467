import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entry, environment } from './testing/entries.ts';
import { planTarget } from './plan.ts';

const silent = environment({
  'audio-clock': { status: 'blocked', evidence: 'no sound card' },
  'fake-camera': { status: 'unsupported', evidence: 'no mediaDevices' },
  'canvas-capture': { status: 'available', evidence: '30 a second' },
});

test('a case whose needs are all there is run', () => {
  const cases = [entry('a.b'), entry('a.c', { needs: ['canvas-capture'] })];
  assert.deepEqual(planTarget(cases, silent), { runnable: cases, ruledOut: [] });
});

test('a case that needs what is lacking gets the status and the evidence of the finding', () => {
  const cases = [entry('a.tone', { needs: ['audio-clock'] }), entry('a.camera', { needs: ['fake-camera'] })];
  const { runnable, ruledOut } = planTarget(cases, silent);
  assert.deepEqual(runnable, []);
  assert.deepEqual(
    ruledOut.map(({ attempt }) => attempt),
    [
      { outcome: 'blocked', message: 'audio-clock: no sound card', durationMs: 0 },
      { outcome: 'unsupported', message: 'fake-camera: no mediaDevices', durationMs: 0 },
    ],
  );
});

test('one need that is lacking is enough, and the first one is named', () => {
  const both = entry('a.both', { needs: ['canvas-capture', 'fake-camera', 'audio-clock'] });
  assert.match(planTarget([both], silent).ruledOut[0]?.attempt.outcome ?? '', /unsupported/);
});

test('a need that nobody probed rules nothing out', () => {
  const cases = [entry('a.b', { needs: ['fake-microphone'] })];
  assert.deepEqual(planTarget(cases, silent).runnable, cases);
});

test('each case is either run or ruled out, in order', () => {
  const cases = [entry('a.b'), entry('a.tone', { needs: ['audio-clock'] }), entry('a.c')];
  const { runnable, ruledOut } = planTarget(cases, silent);
  assert.deepEqual(runnable, [cases[0], cases[2]]);
  assert.deepEqual(
    ruledOut.map((one) => one.entry),
    [cases[1]],
  );
});
