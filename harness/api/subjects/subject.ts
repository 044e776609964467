import type { Subject } from '../../protocol/index.ts';
import type { ServedSubject, SubjectScript } from '../../server/index.ts';

/** A recorder to test, with all that a server needs to put it into pages. */
export interface ResolvedSubject {
  /** What the results say of it. */
  readonly subject: Subject;
  readonly served: ServedSubject;
}

/** A subject whose script hands over a module, or one whose script replaces the recorder by itself. */
export function subjectOf(
  subject: Subject,
  handsOver: boolean,
  scripts: readonly SubjectScript[],
): ResolvedSubject {
  const { kind, name } = subject;
  return { subject, served: { setup: { kind, name, handsOver }, scripts } };
}

/** Whether a recorder is another than the browser's own. */
export function isForeign({ kind }: Subject): boolean {
  return kind !== 'native';
}

/** The browser's own recorder. */
export const NATIVE: ResolvedSubject = subjectOf({ kind: 'native', name: 'MediaRecorder' }, false, []);
