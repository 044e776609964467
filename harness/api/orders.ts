import type { FoundBrowser } from '../browsers/index.ts';
import { takesCase, type Persistence, type Selection } from '../core/index.ts';
import type { CaseEntry } from '../protocol/index.ts';
import type { TargetOrder } from './run-target.ts';
import { isForeign, type ResolvedSubject } from './subjects/subject.ts';

/** What is to be run of the chosen cases, and how often. */
interface Wanted {
  readonly profile: Selection['profile'];
  readonly cases: readonly CaseEntry[];
  readonly persistence: Persistence;
}

/** One order for each subject in each browser; the same browser twice makes twice as many. */
export function ordersFor(
  browsers: readonly FoundBrowser[],
  subjects: readonly ResolvedSubject[],
  { cases, profile, persistence }: Wanted,
): readonly TargetOrder[] {
  const casesOf = (foreign: boolean) => cases.filter((entry) => takesCase(entry, { profile, foreign }));
  const [own, others] = [casesOf(false), casesOf(true)];
  const seen = new Map<string, number>();
  return browsers.flatMap((browser) =>
    subjects.map((subject) => {
      const name = targetName(browser, subject);
      const nth = (seen.get(name) ?? 0) + 1;
      seen.set(name, nth);
      const taken = isForeign(subject.subject) ? others : own;
      return { id: nth === 1 ? name : `${name}-${nth}`, browser, subject, cases: taken, persistence };
    }),
  );
}

function targetName({ id }: FoundBrowser, { subject: { kind, name } }: ResolvedSubject): string {
  // What is typed to name a polyfill may be a long path.
  const short =
    kind === 'polyfill'
      ? name
          .split(/[\\/]/)
          .at(-1)
          ?.replace(/\.\w+$/, '')
      : name;
  return kind === 'native' ? id : `${id}-${short ?? name}`;
}
