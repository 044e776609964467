import type { ManualCanvasSource, Source } from '../../fixtures/streams/sources/index.ts';

/** Media, counted in a source's own frames and on its own clock. */
export interface Media {
  readonly frames: number;
  readonly toneSeconds: number;
}

/** How much media a wait is for: a sign that it flows, enough for any encoder to have written some of
 * it, or enough for what was recorded to be judged. */
const AMOUNTS = {
  some: { frames: 3, toneSeconds: 0.08 },
  plenty: { frames: 15, toneSeconds: 0.3 },
  ample: { frames: 40, toneSeconds: 0.8 },
} as const satisfies Readonly<Record<string, Media>>;

export type MediaAmount = keyof typeof AMOUNTS;

/**
 * Waits until a source has brought some more media, counted in its own frames and on its own clock:
 * a recorder that has been running all the while has something to record.
 */
export async function mediaFlow(
  { frames, tones }: Pick<Source, 'frames' | 'tones'>,
  amount: MediaAmount | Media = 'some',
): Promise<void> {
  const { frames: more, toneSeconds } = typeof amount === 'string' ? AMOUNTS[amount] : amount;
  await Promise.all([
    frames?.frameDrawn(frames.drawn.length + more - 1),
    tones?.reached(tones.clock() + toneSeconds),
  ]);
}

/** The most media that any of several sources has brought since it was opened, and some at least. */
export function mostBrought(sources: readonly Pick<Source, 'frames' | 'tones'>[]): Media {
  const { some } = AMOUNTS;
  return {
    frames: Math.max(some.frames, ...sources.map(({ frames }) => frames?.drawn.length ?? 0)),
    toneSeconds: Math.max(
      some.toneSeconds,
      ...sources.map(({ tones }) => (tones === null ? 0 : tones.clock() - tones.startedAt)),
    ),
  };
}

/** Whether a source draws only when it is told to. */
export function isDrawnByHand(source: Source): source is ManualCanvasSource {
  return source.name === 'canvas-manual';
}

/** Draws some frames of a source that does not draw by itself, one for each animation frame. */
export async function drawnByHand(source: ManualCanvasSource): Promise<void> {
  for (let frame = 0; frame < AMOUNTS.plenty.frames; frame += 1) {
    source.draw();
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
}
