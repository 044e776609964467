import type { CaseResult, Recording, Results } from '../../harness/protocol/index.ts';

/** Where the page finds a recording that was kept: in itself, in a file beside it, or nowhere any more. */
export type PlacedRecording =
  | { readonly kind: 'inside'; readonly base64: string }
  | { readonly kind: 'beside'; readonly href: string }
  | { readonly kind: 'missing' };

/** Where each recording is; who reads files fills this in. */
export type RecordingPlaces = ReadonlyMap<Recording, PlacedRecording>;

/** So many characters of recordings may a page carry: two megabytes of its eight. */
const MOST_CHARACTERS = 2_000_000;

/** How many characters so many bytes take as base64. */
function characters(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}

/** Every recording that results refer to. */
export function recordingsIn({ targets }: Results): readonly Recording[] {
  return targets.flatMap(({ cases }) => recordingsOf(cases));
}

function recordingsOf(cases: readonly CaseResult[]): readonly Recording[] {
  return cases.flatMap(({ attempts }) => attempts.flatMap(({ recording }) => recording ?? []));
}

/** The recordings that a page carries in itself: the smallest ones, so that most can be played. */
export function carriedRecordings(recordings: readonly Recording[]): ReadonlySet<Recording> {
  const carried = new Set<Recording>();
  let left = MOST_CHARACTERS;
  for (const recording of recordings.toSorted((a, b) => a.bytes - b.bytes)) {
    left -= characters(recording.bytes);
    if (left < 0) break;
    if (recording.bytes > 0) carried.add(recording);
  }
  return carried;
}

/** What a page calls a recording: two runs may name their files alike, but not their targets. */
export function recordingKey(target: string, { file }: Recording): string {
  return `${target} ${file}`;
}

/** Where a page finds the recordings of its results; without any places none is there. */
export function placedRecordings(
  { targets }: Results,
  places: RecordingPlaces = new Map(),
): Readonly<Record<string, PlacedRecording>> {
  const placed = targets.flatMap(({ id, cases }) =>
    recordingsOf(cases).map((recording): readonly [string, PlacedRecording] => [
      recordingKey(id, recording),
      places.get(recording) ?? { kind: 'missing' },
    ]),
  );
  return Object.fromEntries(placed);
}
