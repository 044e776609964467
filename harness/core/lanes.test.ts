import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Engine } from '../protocol/index.ts';
import { laneLayout } from './lanes.ts';

test('every engine has a lane, even on one core', () => {
  for (const engine of Engine.options)
    assert.ok(laneLayout(engine, { cores: 1, cases: 9 }).count >= 1, engine);
  for (const engine of Engine.options) {
    assert.equal(laneLayout(engine, { cores: 0, cases: 9 }).count, 1, engine);
    assert.equal(laneLayout(engine, { cores: 4, cases: 0 }).count, 1, engine);
  }
});

test('more cores bring more lanes, up to what one page of the engine carries', () => {
  for (const engine of Engine.options) {
    const counts = [1, 2, 4, 8, 64].map((cores) => laneLayout(engine, { cores, cases: 99 }).count);
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => a - b),
      engine,
    );
  }
  assert.ok(laneLayout('webkit', { cores: 64, cases: 99 }).count <= 4, 'WebKitGTK starves beyond four');
  assert.equal(laneLayout('chromium', { cores: 64, cases: 99 }).count, 8);
});

test('there are no more lanes than cases, since nobody waits for a lane that has nothing to do', () => {
  assert.equal(laneLayout('chromium', { cores: 64, cases: 2 }).count, 2);
});

test('workers override what the cores suggest', () => {
  for (const engine of Engine.options)
    assert.equal(laneLayout(engine, { cores: 2, cases: 9, workers: 1 }).count, 1);
  assert.equal(laneLayout('webkit', { cores: 1, cases: 9, workers: 12 }).count, 12);
});

test('only Chromium gives lanes origins, and with them processes, of their own', () => {
  assert.deepEqual(
    Engine.options.filter((engine) => laneLayout(engine, { cores: 2, cases: 9 }).ownOrigins),
    ['chromium'],
  );
});
