import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageMessage } from '../protocol/index.ts';
import { Session, type Sender, type SessionOptions } from './session.ts';

const beat: PageMessage = { kind: 'beat', sequence: 0, case: null, step: null };

function sessionOf(more: Partial<SessionOptions> = {}): Session {
  const options: SessionOptions = {
    subjectOf: () => ({ setup: { kind: 'native', name: 'MediaRecorder', handsOver: false }, scripts: [] }),
    lanes: ['L1', 'L2'],
    ownOrigins: true,
    beatMs: 500,
    installMs: 1_000,
    caseLimitMs: null,
    needs: [],
    handle: () => ({ kind: 'noted' }),
    ...more,
  };
  return new Session(options, 4711);
}

test('every session has a secret of its own in its address', () => {
  const [one, two] = [sessionOf(), sessionOf()];
  assert.match(one.url, /^http:\/\/localhost:4711\/session\/[0-9a-f]{24}\/page$/);
  assert.notEqual(one.url, two.url);
});

test('where lanes have origins of their own, no host is used twice', () => {
  const session = sessionOf();
  session.conductor();
  const hosts = ['L1', 'L1', 'L2'].map((lane) => new URL(session.seat(lane).url).hostname);
  assert.deepEqual(hosts, ['l3.localhost', 'l4.localhost', 'l5.localhost']);
});

test('elsewhere all lanes share the host of the page', () => {
  const session = sessionOf({ ownOrigins: false });
  assert.equal(new URL(session.seat('L2').url).hostname, 'localhost');
});

test('each document of a lane reports under a number of its own, counted up', () => {
  const session = sessionOf();
  const senders = ['L1', 'L1', 'L2', 'L1'].map(
    (lane) => /"sender":"([^"]*)"/.exec(session.lane(lane) ?? '')?.[1],
  );
  assert.deepEqual(senders, ['L1.1', 'L1.2', 'L2.1', 'L1.3']);
});

test('there is no page for a lane that the session does not have', () => {
  for (const lane of ['L3', '', 'constructor', '__proto__', 'L1/..'])
    assert.equal(sessionOf().lane(lane), undefined, lane);
});

test('whoever handles a message is told who sent it', () => {
  const senders: Sender[] = [];
  const session = sessionOf({
    handle: (sender) => {
      senders.push(sender);
      return { kind: 'noted' };
    },
  });
  for (const sender of ['page', 'L1.1', 'L2.7.pulse']) session.receive(sender, beat);
  assert.deepEqual(senders, [
    { kind: 'page' },
    { kind: 'lane', lane: 'L1', document: 1, pulse: false },
    { kind: 'lane', lane: 'L2', document: 7, pulse: true },
  ]);
});
