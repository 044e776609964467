import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Engine } from '../protocol/index.ts';
import { laneLayout } from './lanes.ts';

test('every engine has a lane, even on one core', () => {
  for (const engine of Engine.options) assert.ok(laneLayout(engine, 1).count >= 1, engine);
  for (const engine of Engine.options) assert.equal(laneLayout(engine, 0).count, 1, engine);
});

test('more cores bring more lanes, up to what one page of the engine carries', () => {
  for (const engine of Engine.options) {
    const counts = [1, 2, 4, 8, 64].map((cores) => laneLayout(engine, cores).count);
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => a - b),
      engine,
    );
  }
  assert.ok(laneLayout('webkit', 64).count <= 4, 'WebKitGTK starves beyond four');
  assert.equal(laneLayout('chromium', 64).count, 8);
});

test('workers override what the cores suggest', () => {
  for (const engine of Engine.options) assert.equal(laneLayout(engine, 2, 1).count, 1);
  assert.equal(laneLayout('webkit', 1, 12).count, 12);
});

test('only Chromium gives lanes origins, and with them processes, of their own', () => {
  assert.deepEqual(
    Engine.options.filter((engine) => laneLayout(engine, 2).ownOrigins),
    ['chromium'],
  );
});
