import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleCase } from '../protocol/testing/example-results.ts';
import type { RunEvent } from './events.ts';
import { Stopping } from './stopping.ts';

function finished(verdict: string, expected?: boolean): RunEvent {
  const result = exampleCase('a.b', verdict, expected === undefined ? {} : { expected });
  return { kind: 'case-finished', target: 'x', result, done: 1, total: 9 };
}

test('a run ends after as many unexpected results as were allowed, and says so once', () => {
  const stopping = new Stopping({ bail: 2 });
  for (const fine of [finished('pass'), finished('blocked'), finished('fail', true), finished('fail')])
    assert.equal(stopping.watch(fine), undefined);
  assert.equal(stopping.signal.aborted, false);
  assert.match(stopping.watch(finished('pass', false)) ?? '', /2 unexpected results/);
  assert.equal(stopping.signal.aborted, true);
  assert.equal(stopping.stop, 'bail');
  assert.equal(stopping.watch(finished('fail')), undefined);
  stopping.release();
});

test('a run ends when its time is up, and not when it was over before', async () => {
  const stopping = new Stopping({ timeLimit: 5 });
  await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve, { once: true }));
  assert.equal(stopping.stop, 'time-limit');
  const over = new Stopping({ timeLimit: 5 });
  over.release();
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.equal(over.stop, undefined);
});

test('whoever interrupts a run ends it, before it began too; the first reason is the one that counts', () => {
  const controller = new AbortController();
  const stopping = new Stopping({ signal: controller.signal, bail: 1 });
  controller.abort();
  assert.ok(stopping.signal.aborted);
  stopping.watch(finished('fail'));
  assert.equal(stopping.stop, 'interrupted');
  assert.equal(new Stopping({ signal: AbortSignal.abort() }).stop, 'interrupted');
  const released = new AbortController();
  const over = new Stopping({ signal: released.signal });
  over.release();
  released.abort();
  assert.equal(over.stop, undefined);
});
