import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Trace } from '../../../harness/protocol/index.ts';
import { smallResults } from '../../testing/small-results.ts';
import { timeline } from './timeline.ts';

const trace = smallResults().targets[0]?.cases[1]?.attempts[0]?.trace ?? [];

test('a trace becomes lanes of calls, events and slices, with the states they led to', () => {
  const { lanes, drawn } = timeline(trace, 800);
  strictEqual(drawn, 7);
  deepStrictEqual(
    lanes.map(({ label, marks }) => [label, marks.map(({ number, kind }) => `${number} ${kind}`)]),
    [
      ['Setting', ['1 note']],
      ['State', []],
      ['Calls', ['2 call', '5 call', '6 threw']],
      ['Events', ['3 event', '7 event']],
      ['Slices', ['4 slice']],
    ],
  );
  deepStrictEqual(
    lanes[1]?.bands.map(({ state }) => state),
    ['recording', 'inactive'],
  );
});

test('marks stay inside the picture and never lie on each other', () => {
  const entries = fc
    .array(fc.nat(2000), { minLength: 1, maxLength: 60 })
    .map((times): Trace =>
      times
        .toSorted((a, b) => a - b)
        .map((at) => ({ kind: 'event', at, recorder: 1, name: 'pause', state: 'paused', mimeType: '' })),
    );
  fc.assert(
    fc.property(entries, fc.integer({ min: 260, max: 1200 }), (made, width) => {
      for (const { marks } of timeline(made, width).lanes) {
        for (const { x } of marks) ok(x >= 0 && x <= width);
        const last = Math.max(0, ...marks.map(({ row }) => row));
        const placed = new Map<number, number>();
        for (const { x, row } of marks) {
          // The last row takes what has no room anywhere.
          if (row < last || last < 6) ok(x - (placed.get(row) ?? -100) >= 20);
          placed.set(row, x);
        }
      }
    }),
  );
});

test('a trace without entries, or at one single time, draws nothing that is not a number', () => {
  deepStrictEqual(timeline([], 500).lanes, []);
  const { lanes } = timeline([{ kind: 'note', at: 0, text: 'only' }], 500);
  ok(Number.isFinite(lanes[0]?.marks[0]?.x));
});
