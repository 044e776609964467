import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import { PageMessage, ServerReply } from './message.ts';

const pass = { outcome: 'pass', durationMs: 1 };
const finished = { kind: 'finished', sequence: 3, case: 'a.b', attempt: pass, renewing: false };
const beat = { kind: 'beat', sequence: 0, case: null, step: null };

test('every kind of message is taken', () => {
  const environment = {
    userAgent: 'x',
    secureContext: true,
    audioClockRate: null,
    canvasFrameRate: 30,
    findings: { 'audio-clock': { status: 'blocked', evidence: 'no sound card' } },
    facts: [],
  };
  const messages = [
    { kind: 'probed', sequence: 0, environment },
    { kind: 'fitted', sequence: 0, recorder: 'MediaRecorder', troubles: [] },
    { kind: 'unfit', sequence: 0, message: 'window.MediaRecorder was not replaced' },
    { kind: 'ready', sequence: 1 },
    finished,
    { kind: 'spoiled', sequence: 1, case: 'a.b', message: 'x', earlier: ['a.c'] },
    { kind: 'broken', sequence: 1, message: 'x' },
    beat,
    { ...beat, case: 'a.b;source=canvas', step: 'start()' },
  ];
  for (const message of messages) assert.ok(v.is(PageMessage, message), message.kind);
});

test('a message without a form is refused', () => {
  const wrong: readonly unknown[] = [
    null,
    [],
    'beat',
    {},
    { kind: 'shout', sequence: 0 },
    { ...beat, sequence: 1.5 },
    { ...beat, sequence: -2 },
    { ...beat, sequence: '0' },
    { ...beat, case: 'Not An Id' },
    { ...finished, case: undefined },
    { ...finished, renewing: 'no' },
    { ...finished, attempt: { outcome: 'fine', durationMs: 1 } },
  ];
  for (const message of wrong) assert.equal(v.is(PageMessage, message), false, JSON.stringify(message));
});

test('only a sign of life may be told out of turn, for all else must be counted', () => {
  assert.equal(v.is(PageMessage, { ...beat, sequence: -1 }), true);
  assert.equal(v.is(PageMessage, { ...finished, sequence: -1 }), false);
  assert.equal(v.is(PageMessage, { kind: 'ready', sequence: -1 }), false);
});

test('an attempt that did not pass says why', () => {
  for (const outcome of [
    'fail',
    'unsupported',
    'blocked',
    'timeout',
    'crash',
    'harness-error',
    'collateral',
  ]) {
    const attempt = { outcome, durationMs: 1 };
    assert.equal(v.is(PageMessage, { ...finished, attempt }), false, outcome);
    assert.equal(v.is(PageMessage, { ...finished, attempt: { ...attempt, message: '' } }), false, outcome);
    assert.equal(v.is(PageMessage, { ...finished, attempt: { ...attempt, message: 'why' } }), true, outcome);
  }
});

test('every answer of the server is taken, and nothing else', () => {
  const seat = { name: 'L1', url: 'http://localhost/' };
  const replies = [
    { kind: 'run', case: 'a.b', careful: false },
    { kind: 'wait', ms: 50 },
    { kind: 'reload' },
    { kind: 'renew', lanes: [seat] },
    { kind: 'noted' },
    { kind: 'done' },
  ];
  for (const reply of replies) assert.ok(v.is(ServerReply, reply), reply.kind);
  assert.equal(v.is(ServerReply, { kind: 'run' }), false);
});
