import type {
  AudioReading,
  FrameReading,
  Reading,
  VideoReading,
} from '../../../fixtures/streams/reading/reading.ts';
import { STEP_SECONDS } from '../../../fixtures/streams/codes/tone-code.ts';
import { abridged } from './wholeness.ts';

/** A frame whose number could be read. */
export interface NumberedFrame extends FrameReading {
  readonly number: number;
}

/** The frames whose number could be read, in presentation order. */
export function numberedFrames({ frames }: Pick<VideoReading, 'frames'>): readonly NumberedFrame[] {
  return frames.flatMap((frame) => (frame.number === null ? [] : [{ ...frame, number: frame.number }]));
}

/** Where frame numbers go back in presentation order. */
export function framesGoingBack(video: Pick<VideoReading, 'frames'>): string {
  const frames = numberedFrames(video);
  return abridged(
    frames.flatMap(({ number, timestamp }, index) => {
      const before = frames[index - 1]?.number ?? 0;
      return number < before ? [`frame ${number} after ${before} at ${timestamp.toFixed(3)} s`] : [];
    }),
  );
}

/**
 * Where times go back: of frames in the order in which they are decoded, and of the container's own parts, which a
 * demuxer may put right. What MediaRecorder encodes is shown in the order in which it was encoded.
 */
export function timesGoingBack(reading: Reading): string {
  const tracks = reading.outcome === 'read' ? reading.tracks : [];
  const packets = tracks.flatMap(({ kind, packets }) =>
    packets.flatMap(({ timestamp }, index) => {
      const before = packets[index - 1]?.timestamp ?? timestamp;
      return timestamp < before ? [`${kind} at ${timestamp.toFixed(3)} s after ${before.toFixed(3)} s`] : [];
    }),
  );
  const last = new Map<number | null, number>();
  const pieces = reading.pieces.flatMap(({ kind, track, time, offset }) => {
    if (time === null) return [];
    const before = last.get(track) ?? time;
    last.set(track, time);
    return time < before ? [`${kind} of time ${time} after ${before} at byte ${offset}`] : [];
  });
  return abridged([...packets, ...pieces]);
}

// Codecs begin and end with a little of nothing.
const EDGE_SECONDS = 0.25;

/** Where coded sound breaks off, jumps, or is silent between its first and its last tone. */
export function soundBreaks({ runs, spans, stretches }: AudioReading): string {
  const [first, ...others] = runs;
  if (first === undefined) return 'there are no tones';
  const breaks = others.map((run, index) => {
    const before = runs[index] ?? first;
    return `${tonesOf(before)} until ${before.to.toFixed(3)} s, then ${tonesOf(run)} from ${run.from.toFixed(3)} s`;
  });
  const gaps = stretches.flatMap(({ from }, index) => {
    const end = stretches[index - 1]?.to;
    return end === undefined ? [] : [`times jump from ${end.toFixed(3)} s to ${from.toFixed(3)} s`];
  });
  const edges = [spans[0], spans.at(-1)].flatMap((span) => {
    if (span === undefined || span.sound === 'tone' || span.to - span.from <= EDGE_SECONDS) return [];
    return [`${span.sound} from ${span.from.toFixed(3)} s to ${span.to.toFixed(3)} s`];
  });
  return abridged([...breaks, ...gaps, ...edges]);
}

function tonesOf({ firstStep, tones }: AudioReading['runs'][number]): string {
  return firstStep === null ? 'one tone' : `steps ${firstStep} to ${firstStep + tones - 1}`;
}

// Sample clocks agree far better than this; a track with another rate than it says is off by eight percent and more.
const TEMPO_TOLERANCE = 0.04;

/** How the tempo of the tones differs from that at which they were sounded; the outer two are cut off somewhere. */
export function tempoDeviation({ runs, spans }: Pick<AudioReading, 'runs' | 'spans'>): string {
  const longest = runs.reduce((best, run) => (run.tones > best.tones ? run : best), {
    tones: 0,
    from: 0,
    to: 0,
  });
  const whole = longest.tones - 2;
  if (whole < 3) return `only ${longest.tones} tones in a row`;
  const heard = spans.filter(({ from, to }) => from >= longest.from && to <= longest.to);
  const seconds = (heard.at(-1)?.from ?? 0) - (heard[0]?.to ?? 0);
  if (Math.abs(seconds / whole / STEP_SECONDS - 1) <= TEMPO_TOLERANCE) return 'none';
  return `${whole} tones of ${STEP_SECONDS} s last ${seconds.toFixed(3)} s`;
}
