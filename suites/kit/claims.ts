import { Fitting } from '../../fixtures/recorders/fitting.ts';
import type { TrackKind } from '../../fixtures/sources/index.ts';
import { NotOffered } from './not-offered.ts';

/** Whether the recorder under test claims to record tracks of a kind; all that is not declared is claimed. */
export function claims(kind: TrackKind): boolean {
  const { declaration } = Fitting.of(globalThis);
  if (typeof declaration !== 'object' || declaration === null) return true;
  const records: unknown = Reflect.get(declaration, 'records');
  return !Array.isArray(records) || records.includes(kind);
}

/** The kinds of tracks that a stream has; what is no stream has none. */
export function kindsOf(stream: unknown): readonly TrackKind[] {
  if (!(stream instanceof MediaStream)) return [];
  return [
    ...(stream.getAudioTracks().length > 0 ? (['audio'] as const) : []),
    ...(stream.getVideoTracks().length > 0 ? (['video'] as const) : []),
  ];
}

/** Leaves a case that is about tracks which the recorder does not claim to record. */
export function needClaims(kinds: readonly TrackKind[]): void {
  const missing = kinds.find((kind) => !claims(kind));
  if (missing !== undefined) throw new NotOffered(`declared by the polyfill: it does not record ${missing}`);
}
