import type { Source, SourceName, TrackKind } from '../../fixtures/streams/sources/index.ts';
import type {
  AudioReading,
  Reading,
  ReadingDepth,
  VideoReading,
} from '../../fixtures/streams/reading/reading.ts';
import { AssertionError, type Context, joined, type TracedRecorder } from '../kit/index.ts';

/** How a recording comes to be cut into Blobs. */
export const CUTS = ['single', 'timeslice', 'request-data'] as const;

/** Containers to record in: the browser's own choice, and those that most players take. */
export const CHOICES = ['default', 'webm', 'mp4'] as const;

type Cut = (typeof CUTS)[number];
type Choice = (typeof CHOICES)[number];

/** What a recording is made of. */
export interface Order {
  readonly source: Source;
  readonly cut?: Cut;
  readonly mimeType?: string | undefined;
  /** How far it is to be read; to its content unless the container is enough. */
  readonly depth?: ReadingDepth;
}

/** A recording that is over, and what is in it. */
export interface Recorded {
  readonly recorder: TracedRecorder;
  readonly parts: readonly Blob[];
  readonly reading: Reading;
}

const TIMESLICE_MS = 100;
const REQUESTS = 3;

/** The type to ask for, if any; ends the case where the recorder does not offer it. */
export function chosenType(t: Context, choice: Choice, kinds: readonly TrackKind[]): string | undefined {
  if (choice === 'default') return undefined;
  const mimeType = `${kinds.includes('video') ? 'video' : 'audio'}/${choice}`;
  t.needsType(mimeType);
  return mimeType;
}

/** Starts a recorder and lets it have something to record. */
export async function started(t: Context, { source, mimeType, cut }: Order): Promise<TracedRecorder> {
  const recorder = t.recorder(source.stream, mimeType === undefined ? undefined : { mimeType });
  if (cut === 'timeslice') recorder.start(TIMESLICE_MS);
  else recorder.start();
  await recorder.event('start');
  return recorder;
}

/** Makes a recording of nearly a second, cut as it is wanted. */
export async function record(t: Context, order: Order): Promise<Recorded> {
  const recorder = await started(t, order);
  if (order.cut === 'request-data')
    for (let nth = 1; nth <= REQUESTS; nth += 1) {
      await t.media();
      recorder.requestData();
      await recorder.event('dataavailable', nth);
    }
  await t.media(order.cut === 'request-data' ? 'plenty' : 'ample');
  return finished(t, recorder, { depth: order.depth });
}

/** Ends a recording and reads it back. */
export async function finished(
  t: Context,
  recorder: TracedRecorder,
  { nth = 1, depth = 'content' }: { readonly nth?: number; readonly depth?: ReadingDepth | undefined } = {},
): Promise<Recorded> {
  recorder.stop();
  await recorder.event('stop', nth);
  const parts = recorder.recordings[nth - 1] ?? [];
  return { recorder, parts, reading: await t.read(joined(parts), depth) };
}

/** The video track of a recording; a recording without one fails the case. */
export function videoOf(reading: Reading): VideoReading {
  const video = tracksOf(reading).find((track) => track.kind === 'video');
  if (video === undefined) throw missingTrack('video');
  return video;
}

/** The audio track of a recording; a recording without one fails the case. */
export function audioOf(reading: Reading): AudioReading {
  const audio = tracksOf(reading).find((track) => track.kind === 'audio');
  if (audio === undefined) throw missingTrack('audio');
  return audio;
}

function missingTrack(kind: TrackKind): Error {
  return new AssertionError(`the recording has no ${kind} track`, {
    expected: `a track of ${kind}`,
    actual: 'none',
  });
}

function tracksOf(reading: Reading): Extract<Reading, { outcome: 'read' }>['tracks'] {
  return reading.outcome === 'read' ? reading.tracks : [];
}

/** What a source of a name holds. */
export const KINDS_OF: Readonly<
  Record<Extract<SourceName, 'canvas' | 'tone' | 'both'>, readonly TrackKind[]>
> = {
  canvas: ['video'],
  tone: ['audio'],
  both: ['audio', 'video'],
};
