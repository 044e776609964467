import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FrameLog } from '../../fixtures/streams/sources/frame-log.ts';
import type { ToneClock } from '../../fixtures/streams/sources/index.ts';
import { mediaFlow, mostBrought } from './flow.ts';

function frames(count: number, waited: number[] = []): FrameLog {
  const drawn = Array.from({ length: count }, (_, number) => ({ number, at: 0 }));
  return {
    drawn,
    frameDrawn: async (number) => {
      waited.push(number);
      return { number, at: 0 };
    },
  };
}

function tones(now: number, waited: number[] = []): ToneClock {
  return {
    startedAt: 2,
    clock: () => now,
    reached: async (time) => {
      waited.push(time);
    },
  };
}

test('what sources have brought is the most of each kind, and some at least', () => {
  const none = mostBrought([]);
  assert.ok(none.frames > 0 && none.toneSeconds > 0);
  assert.deepEqual(
    mostBrought([
      { frames: frames(40), tones: tones(2.5) },
      { frames: frames(70), tones: null },
      { frames: null, tones: tones(20) },
    ]),
    { frames: 70, toneSeconds: 18 },
  );
});

test('an amount is waited for in frames and on the clock of the tones, from where they are', async () => {
  const [numbers, times] = [[], []] satisfies [number[], number[]];
  await mediaFlow({ frames: frames(5, numbers), tones: tones(3, times) }, { frames: 10, toneSeconds: 1 });
  assert.deepEqual([numbers, times], [[14], [4]]);
});
