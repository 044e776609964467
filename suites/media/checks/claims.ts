import type { TrackKind } from '../../../fixtures/streams/sources/index.ts';
import type { Reading, TrackReading } from '../../../fixtures/streams/reading/reading.ts';
import { parseMimeType } from '../../kit/mime-type.ts';

const CONTAINERS: Readonly<Record<string, string>> = {
  'video/webm': 'WebM',
  'audio/webm': 'WebM',
  'video/mp4': 'MP4',
  'audio/mp4': 'MP4',
  'video/x-matroska': 'Matroska',
  'audio/ogg': 'Ogg',
  'audio/wav': 'WAVE',
  'audio/mpeg': 'MP3',
};

/** How the container of a recording differs from what a MIME type says it is. */
export function otherContainer(reading: Reading, mimeType: string): string {
  const { essence } = parseMimeType(mimeType);
  const claimed = CONTAINERS[essence] ?? `what ${essence || 'no type'} stands for`;
  const actual = reading.outcome === 'read' ? reading.container : `nothing readable: ${reading.reason}`;
  // WebM is Matroska with fewer codecs.
  const isKind = claimed === actual || (claimed === 'Matroska' && actual === 'WebM');
  return isKind ? 'none' : `${mimeType || 'no type'} was said, and it is ${actual}`;
}

const FAMILIES: Readonly<Record<string, string>> = {
  vp08: 'vp8',
  vp09: 'vp9',
  h264: 'avc1',
  avc3: 'avc1',
  av1: 'av01',
  hev1: 'hvc1',
};

/** A codec without its profile, by one of its names. */
function codecFamily(codec: string): string {
  const [name = ''] = codec.toLowerCase().split('.', 1);
  if (name.startsWith('pcm')) return 'pcm';
  return FAMILIES[name] ?? name;
}

/** How the codecs of a recording differ from those that a MIME type names; one that names none allows any. */
export function otherCodecs(reading: Reading, mimeType: string): string {
  const named = parseMimeType(mimeType).codecs.map(codecFamily).toSorted();
  const tracks: readonly TrackReading[] = reading.outcome === 'read' ? reading.tracks : [];
  const actual = tracks.map(({ codec }) => codecFamily(codec ?? 'unknown')).toSorted();
  if (named.length === 0 || named.join() === actual.join()) return 'none';
  return `${mimeType} was said, and it has ${actual.join(' and ') || 'no track'}`;
}

/** How many tracks of each kind a recording has. */
export function tracksOf(reading: Reading): string {
  const kinds = reading.outcome === 'read' ? reading.tracks.map(({ kind }) => kind) : [];
  return kinds.toSorted().join(' and ') || 'none';
}

/** Why a recording has no media, or none of a kind that it must have; none is how it should be. */
export function lackOfMedia(reading: Reading, kinds: readonly TrackKind[] = []): string {
  if (reading.outcome === 'unreadable') return `it cannot be read: ${reading.reason}`;
  if (reading.tracks.length === 0) return 'it has no tracks';
  const missing = kinds.filter((kind) => !reading.tracks.some((track) => track.kind === kind));
  if (missing.length > 0) return `it has no ${missing.join(' and no ')}`;
  // Whether its media can be decoded is a question of its own, and a decoder may lack what an encoder has.
  const empty = reading.tracks.filter(({ packets }) => packets.length === 0);
  return (
    empty
      .map(({ kind, failure }) => `its ${kind} has no media${failure === null ? '' : `: ${failure}`}`)
      .join(' and ') || 'none'
  );
}

/** The largest time at which a recording may begin and still be said to begin at zero. */
const NEAR_ZERO_SECONDS = 1;

/** Which tracks begin late, as one does whose times count from something else than the recording's start. */
export function lateBeginnings(reading: Reading): string {
  const tracks = reading.outcome === 'read' ? reading.tracks : [];
  const late = tracks.flatMap(({ kind, packets }) => {
    const first = packets[0]?.timestamp ?? 0;
    return Math.abs(first) < NEAR_ZERO_SECONDS ? [] : [`${kind} begins at ${first.toFixed(3)} s`];
  });
  return late.join(' and ') || 'none';
}
