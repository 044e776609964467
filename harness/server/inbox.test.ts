import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PageMessage, ServerReply } from '../protocol/index.ts';
import { Inbox } from './inbox.ts';

const beat = (sequence: number): PageMessage => ({ kind: 'beat', sequence, case: null, step: null });

/** An inbox that answers each message with how many it has handled. */
function counting(): { readonly inbox: Inbox; readonly handled: string[] } {
  const handled: string[] = [];
  const inbox = new Inbox((sender, { sequence }): ServerReply => {
    handled.push(`${sender} ${sequence}`);
    return { kind: 'wait', ms: handled.length };
  });
  return { inbox, handled };
}

test('messages are handled in order, and each gets its own answer', () => {
  const { inbox, handled } = counting();
  for (const n of [0, 1, 2])
    assert.deepEqual(inbox.receive('L1.1', beat(n)), {
      kind: 'answered',
      reply: { kind: 'wait', ms: n + 1 },
    });
  assert.deepEqual(handled, ['L1.1 0', 'L1.1 1', 'L1.1 2']);
});

test('a repeated message is handled once and gets the answer that it got before', () => {
  const { inbox, handled } = counting();
  inbox.receive('L1.1', beat(0));
  const first = inbox.receive('L1.1', beat(1));
  assert.deepEqual(inbox.receive('L1.1', beat(1)), first);
  assert.deepEqual(inbox.receive('L1.1', beat(1)), first);
  assert.equal(handled.length, 2);
});

test('a message that skips one, or comes from long ago, is refused with the number that is due', () => {
  const { inbox, handled } = counting();
  assert.deepEqual(inbox.receive('L1.1', beat(1)), { kind: 'out of order', expected: 0 });
  for (const n of [0, 1, 2]) inbox.receive('L1.1', beat(n));
  assert.deepEqual(inbox.receive('L1.1', beat(4)), { kind: 'out of order', expected: 3 });
  assert.deepEqual(inbox.receive('L1.1', beat(0)), { kind: 'out of order', expected: 3 });
  assert.equal(handled.length, 3);
});

test('each sender is counted for itself, whatever it calls itself', () => {
  const { inbox, handled } = counting();
  for (const sender of ['page', 'L1.1', 'L1.2', 'L1.1.pulse', 'constructor', '__proto__', ''])
    assert.equal(inbox.receive(sender, beat(0)).kind, 'answered', sender);
  assert.equal(handled.length, 7);
});

test('signs of life out of turn are taken at any time and disturb no count', () => {
  const { inbox } = counting();
  inbox.receive('L1.1', beat(-1));
  inbox.receive('L1.1', beat(0));
  inbox.receive('L1.1', beat(-1));
  assert.equal(inbox.receive('L1.1', beat(1)).kind, 'answered');
});

test('however messages are repeated and mixed, each is handled exactly once and in order', () => {
  const sender = fc.constantFrom('L1.1', 'L2.1');
  fc.assert(
    fc.property(fc.array(fc.tuple(sender, fc.nat({ max: 5 })), { maxLength: 60 }), (arrivals) => {
      const { inbox, handled } = counting();
      for (const [from, n] of arrivals) inbox.receive(from, beat(n));
      for (const from of ['L1.1', 'L2.1']) {
        const own = handled.filter((line) => line.startsWith(from));
        assert.deepEqual(
          own,
          own.map((_, index) => `${from} ${index}`),
        );
      }
    }),
  );
});
