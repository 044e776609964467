import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LaneBook } from './lane-book.ts';

const LIMITS = { silenceMs: 100, startMs: 300 };
const book = (count = 2) => new LaneBook({ count, ownOrigins: false }, 0);

test('lanes are named by their number', () => {
  assert.deepEqual(book(3).names, ['L1', 'L2', 'L3']);
});

test('the first word of each document of a lane is noticed', () => {
  const lanes = book();
  assert.equal(lanes.hear('L1', 1, 0), 'new');
  assert.equal(lanes.hear('L1', 1, 1), 'known');
  assert.equal(lanes.hear('L1', 2, 2), 'new');
  assert.equal(lanes.hear('L2', 1, 3), 'new');
});

test('a document that a newer one has replaced does not count any more', () => {
  const lanes = book();
  lanes.hear('L1', 2, 0);
  assert.equal(lanes.counts('L1', 1), false);
  assert.equal(lanes.counts('L1', 2), true);
  assert.equal(lanes.counts('L1', 3), true);
  assert.equal(lanes.counts('L2', 1), true);
});

test('a document that was expelled does not count any more, the next one does', () => {
  const lanes = book();
  lanes.hear('L1', 1, 0);
  lanes.expel('L1', 5);
  assert.equal(lanes.counts('L1', 1), false);
  assert.equal(lanes.counts('L1', 2), true);
});

test('a lane is silent when it was not heard for longer than the limit, and has its time anew when it was expelled', () => {
  const lanes = book();
  lanes.hear('L1', 1, 0);
  lanes.hear('L2', 1, 60);
  assert.deepEqual(lanes.silentLanes(100, LIMITS), []);
  assert.deepEqual(lanes.silentLanes(101, LIMITS), ['L1']);
  assert.deepEqual(lanes.silentLanes(161, LIMITS), ['L1', 'L2']);
  lanes.expel('L1', 161);
  assert.deepEqual(lanes.silentLanes(161, LIMITS), ['L2']);
});

test('a lane that was opened, at first or anew, has more time until it is heard', () => {
  const lanes = book(1);
  lanes.expectAll(0);
  assert.deepEqual(lanes.silentLanes(300, LIMITS), []);
  assert.deepEqual(lanes.silentLanes(301, LIMITS), ['L1']);
  lanes.hear('L1', 1, 301);
  lanes.expel('L1', 402);
  assert.deepEqual(lanes.silentLanes(702, LIMITS), []);
  assert.deepEqual(lanes.silentLanes(703, LIMITS), ['L1']);
});

test('the page has a silence of its own', () => {
  const lanes = book();
  assert.equal(lanes.isPageSilent(300, LIMITS), false, 'a page may take its time to start');
  assert.equal(lanes.isPageSilent(301, LIMITS), true);
  lanes.hearPage(301);
  assert.equal(lanes.isPageSilent(401, LIMITS), false);
  assert.equal(lanes.isPageSilent(402, LIMITS), true);
});

test('the last step is remembered until another document takes the lane over', () => {
  const lanes = book();
  lanes.noteStep('L1', 'unheard of');
  assert.equal(lanes.stepOf('L1'), undefined);
  lanes.hear('L1', 1, 0);
  lanes.noteStep('L1', 'start()');
  lanes.noteStep('L1', null);
  lanes.hear('L1', 1, 1);
  assert.equal(lanes.stepOf('L1'), 'start()');
  lanes.hear('L1', 2, 2);
  assert.equal(lanes.stepOf('L1'), undefined);
});
