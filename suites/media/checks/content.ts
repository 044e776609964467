import type { DrawnFrame } from '../../../fixtures/streams/sources/index.ts';
import type { AudioReading, VideoReading } from '../../../fixtures/streams/reading/reading.ts';
import { numberedFrames } from './order.ts';
import { abridged } from './wholeness.ts';

/** Frame numbers or steps of the tone code, from the first one on and without the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Frames of a stretch that are in a recording. */
export function framesOf(video: Pick<VideoReading, 'frames'>, { from, to }: Stretch): string {
  const found = numberedFrames(video).filter(({ number }) => number >= from && number < to);
  return abridged(found.map(({ number, timestamp }) => `frame ${number} at ${timestamp.toFixed(3)} s`));
}

/** Steps of the tone code of a stretch that are in a recording; a tone that stands alone has no step. */
export function stepsOf({ runs }: Pick<AudioReading, 'runs'>, { from, to }: Stretch): string {
  const found = runs.flatMap(({ firstStep, tones }) =>
    firstStep === null ? [] : Array.from({ length: tones }, (_, index) => firstStep + index),
  );
  return abridged(found.filter((step) => step >= from && step < to).map((step) => `step ${step}`));
}

// Encoders turn black into nearly black; the code's pictures are half white.
const BRIGHT = 0.15;

/** Frames of a video that are not black. */
export function brightFrames({ frames }: Pick<VideoReading, 'frames'>): string {
  const bright = frames.filter(({ brightness }) => brightness >= BRIGHT);
  return abridged(
    bright.map(({ timestamp, number }) => `${number ?? 'a picture'} at ${timestamp.toFixed(3)} s`),
  );
}

/** Sound in an audio track that is not silence. */
export function audibleSpans({ spans }: Pick<AudioReading, 'spans'>): string {
  const heard = spans.filter(({ sound }) => sound !== 'silence');
  return abridged(
    heard.map(({ sound, from, to }) => `${sound} from ${from.toFixed(3)} s to ${to.toFixed(3)} s`),
  );
}

// A frame may be captured late where a machine is busy; what is meant is a clock that runs wrongly, or a pause left in.
const DRIFT_SECONDS = 0.3;

/** How the time between two frames in a recording differs from the time between their drawings. */
export function videoDrift(video: Pick<VideoReading, 'frames'>, drawn: readonly DrawnFrame[]): string {
  const frames = numberedFrames(video);
  const [first, last] = [frames[0], frames.at(-1)];
  const [from, to] = [drawn[first?.number ?? -1], drawn[last?.number ?? -1]];
  if (first === undefined || last === undefined || from === undefined || to === undefined || first === last)
    return 'there are not two frames to compare';
  const recorded = last.timestamp - first.timestamp;
  const real = (to.at - from.at) / 1000;
  if (Math.abs(recorded - real) <= DRIFT_SECONDS + real / 10) return 'none';
  return `frames ${first.number} and ${last.number} were drawn ${real.toFixed(3)} s apart and are ${recorded.toFixed(3)} s apart`;
}
