import { STEP_SECONDS } from '../../fixtures/streams/codes/tone-code.ts';
import type { ToneClock } from '../../fixtures/streams/sources/index.ts';
import type { AudioReading } from '../../fixtures/streams/reading/reading.ts';

/** A moment at which the tone changed: in the recording, and on the audio clock when it sounded. */
export interface Sounding {
  readonly media: number;
  readonly audio: number;
}

/** Every change from one known tone to the next that a recording holds, in seconds. */
export function soundingsOf(track: AudioReading, tones: ToneClock): readonly Sounding[] {
  const spans = track.spans.filter(({ sound }) => sound === 'tone');
  return track.runs.flatMap((run) => {
    if (run.firstStep === null) return [];
    const step = run.firstStep;
    return spans
      .filter(({ from }) => from >= run.from && from < run.to)
      .flatMap(({ from }, index) =>
        // The first may have been cut off, so that only its end is known.
        index === 0 ? [] : [{ media: from, audio: tones.startedAt + (step + index) * STEP_SECONDS }],
      );
  });
}
