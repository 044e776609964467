import type { Random } from './random.ts';

const INTERVAL_MS = 100;

/** What the cases of one target measure, by names as the suite gives them; engines differ. */
export function sampleMetrics(random: Random, engine: number): readonly unknown[] {
  const around = (middle: number, spread: number, count: number): readonly number[] =>
    Array.from({ length: count }, () => Math.round((middle + (random.next() - 0.4) * spread) * 10) / 10);
  const bitrate = (asked: number, reached: number): unknown => ({
    name: `video bitrate of ${asked} kbit/s asked`,
    unit: '%',
    samples: around(reached - engine * 12, 10, 3),
  });
  return [
    { name: 'start() to start event, video', unit: 'ms', samples: around(40 + engine * 55, 40, 5) },
    {
      name: `time between slices at ${INTERVAL_MS} ms, both`,
      unit: 'ms',
      samples: around(INTERVAL_MS + 4 + engine * 20, 60, 48),
    },
    bitrate(200, 118),
    bitrate(800, 96),
    bitrate(2500, 82),
    { name: 'seekable without repair, both', unit: '1 = yes', samples: [engine === 2 ? 1 : 0, 0] },
  ];
}
