import type { Reading } from '../../../fixtures/streams/reading/reading.ts';
import type { TrackKind } from '../../../fixtures/streams/sources/index.ts';

/** Fewer frames than this show nothing of a recording of half a second and more. */
const FEWEST_FRAMES = 3;
const LEAST_SOUND_SECONDS = 0.1;

/** What keeps a file from being one playable recording of these kinds of track; none is how it should be. */
export function brokenParts(reading: Reading, kinds: readonly TrackKind[]): string {
  if (reading.outcome === 'unreadable') return `it cannot be read: ${reading.reason}`;
  const problems = kinds.flatMap((kind) => {
    const tracks = reading.tracks.filter((track) => track.kind === kind);
    if (tracks.length === 0) return [`it has no ${kind} track`];
    return tracks.flatMap((track) => {
      if (track.failure !== null) return [`its ${kind} cannot be decoded: ${track.failure}`];
      if (track.kind === 'video')
        return track.frames.length < FEWEST_FRAMES ? [`its video has ${track.frames.length} frames`] : [];
      const seconds = track.stretches.reduce((sum, { from, to }) => sum + to - from, 0);
      return seconds < LEAST_SOUND_SECONDS ? [`its audio has ${seconds.toFixed(3)} s of sound`] : [];
    });
  });
  const cut = reading.pieces.filter(({ complete }) => !complete);
  const torn = cut.map(({ kind, offset }) => `its ${kind} at ${offset} is cut off`);
  return [...problems, ...torn].join(' and ') || 'none';
}

// What a file has once, and what is numbered or dated within, so that no two of them are alike.
const UNIQUE = new Set([
  'EBML',
  'Segment',
  'Tracks',
  'SimpleBlock',
  'BlockGroup',
  'ftyp',
  'moov',
  'moof',
  'OggS',
]);
const ONCE = new Set(['EBML', 'Segment', 'Tracks', 'ftyp', 'moov']);

/** Which parts of a container's file are in it twice; none is how it should be. */
export function repeatedPieces({ pieces }: Reading): string {
  const seen = new Map<string, number>();
  const repeated = pieces.flatMap(({ kind, identity, offset }) => {
    if (!UNIQUE.has(kind)) return [];
    const key = ONCE.has(kind) ? kind : `${kind} ${identity}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, offset);
    return first === undefined ? [] : [`${kind} at ${offset} after one at ${first}`];
  });
  return abridged(repeated);
}

/** The first of many findings, with how many there are; none if there are none. */
export function abridged(findings: readonly string[]): string {
  if (findings.length <= 5) return findings.join(', ') || 'none';
  return `${findings.slice(0, 5).join(', ')} and ${findings.length - 5} more`;
}
