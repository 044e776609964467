import type { VideoReading } from '../../../fixtures/streams/reading/reading.ts';
import { numberedFrames } from './order.ts';

// A slice of a tenth of a second: encoders drop single frames, alone, but not so many in a row.
const HOLE_FRAMES = 3;
// That encoders drop a frame at each of so many borders, and hardly any elsewhere, is no chance.
const ENOUGH_BORDERS = 6;

interface Step {
  readonly from: number;
  readonly to: number;
  readonly atBorder: boolean;
  /** Frames in between that another recorder of the same stream kept. */
  readonly missing: number;
}

/** The bytes at which slices begin, all but the first. */
export function bordersOf(parts: readonly Blob[]): readonly number[] {
  let end = 0;
  const ends = parts.map((part) => (end += part.size));
  return ends.slice(0, -1);
}

/**
 * What a sliced recording lost at the borders of its slices: frames that a concurrent recorder of the same stream
 * kept, more in one place than the recording lost anywhere else, or some at every border and hardly any elsewhere.
 */
export function lossAtBorders(
  sliced: VideoReading,
  borders: readonly number[],
  whole: Pick<VideoReading, 'frames'>,
): string {
  const damaged = unreadable(sliced);
  // What is encoded as a difference from a picture that is missing shows no number any more.
  if (damaged.length >= HOLE_FRAMES && damaged.length > unreadable(whole).length + 1)
    return `${damaged.length} pictures are damaged, from ${damaged[0]?.timestamp.toFixed(3)} s on`;
  const steps = stepsOf(sliced, borders, whole);
  const atBorders = steps.filter(({ atBorder }) => atBorder);
  const elsewhere = steps.filter(({ atBorder }) => !atBorder);
  const worstElsewhere = Math.max(0, ...elsewhere.map(({ missing }) => missing));
  const hole = atBorders.find(({ missing }) => missing >= HOLE_FRAMES && missing > worstElsewhere);
  if (hole !== undefined)
    return `${hole.missing} frames that another recorder kept are missing between ${hole.from} and ${hole.to}, at a border`;
  const torn = elsewhere.filter(({ missing }) => missing > 0).length;
  const always = atBorders.length >= ENOUGH_BORDERS && atBorders.every(({ missing }) => missing > 0);
  if (always && torn * 2 < elsewhere.length)
    return `each of ${atBorders.length} borders lost frames, and ${torn} of ${elsewhere.length} other steps did`;
  return 'none';
}

function stepsOf(
  sliced: VideoReading,
  borders: readonly number[],
  whole: Pick<VideoReading, 'frames'>,
): readonly Step[] {
  const kept = [...new Set(numberedFrames(whole).map(({ number }) => number))];
  const offsets = new Map(sliced.packets.map(({ timestamp, offset }) => [millis(timestamp), offset]));
  const seen = numberedFrames(sliced).flatMap(({ number, timestamp }) => {
    const offset = offsets.get(millis(timestamp));
    if (offset === undefined || offset === null) return [];
    return [{ number, slice: borders.filter((border) => border <= offset).length }];
  });
  // A picture that is shown again says nothing; right behind a loss an encoder's difference may well be none.
  const distinct = seen.filter(({ number }, index) => number !== seen[index - 1]?.number);
  return distinct.flatMap((frame, index) => {
    const before = distinct[index - 1];
    if (before === undefined) return [];
    const missing = kept.filter((number) => number > before.number && number < frame.number).length;
    return [{ from: before.number, to: frame.number, atBorder: before.slice !== frame.slice, missing }];
  });
}

function unreadable({ frames }: Pick<VideoReading, 'frames'>): VideoReading['frames'] {
  return frames.filter(({ number }) => number === null);
}

/** Decoders round times to microseconds. */
function millis(seconds: number): number {
  return Math.round(seconds * 1000);
}
