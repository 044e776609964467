import type { Source } from '../../fixtures/sources/index.ts';

const FRAMES = 8;
const TONE_SECONDS = 0.3;

/**
 * Waits until a source has brought some more media, counted in its own frames and on its own clock:
 * a recorder that has been running all the while has something to record.
 */
export async function mediaFlow({ frames, tones }: Pick<Source, 'frames' | 'tones'>): Promise<void> {
  await Promise.all([
    frames?.frameDrawn(frames.drawn.length + FRAMES - 1),
    tones?.reached(tones.clock() + TONE_SECONDS),
  ]);
}
