import { Fitting } from '../../fixtures/recorders/fitting.ts';
import type { TrackKind } from '../../fixtures/streams/sources/index.ts';
import { NotOffered } from './not-offered.ts';

/** What the recorder under test declares under a name, if it is a list. */
function declared(name: 'records' | 'types'): readonly unknown[] | undefined {
  const { declaration } = Fitting.of(globalThis);
  if (typeof declaration !== 'object' || declaration === null) return undefined;
  const list: unknown = Reflect.get(declaration, name);
  return Array.isArray(list) ? list : undefined;
}

/** Whether the recorder under test claims to record tracks of a kind; all that is not declared is claimed. */
export function claims(kind: TrackKind): boolean {
  return declared('records')?.includes(kind) ?? true;
}

/** The containers of a list that the recorder under test claims to record; where it names its own, they are all. */
export function claimedOf(containers: readonly string[]): readonly string[] {
  const own = declared('types')?.map((type) => String(type).toLowerCase());
  return (own ?? containers).filter((type) => claims(type.startsWith('audio/') ? 'audio' : 'video'));
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
