import type { FoundBrowser } from '../browsers/index.ts';
import type { Persistence } from '../core/index.ts';
import type { CaseEntry } from '../protocol/index.ts';
import type { TargetOrder } from './run-target.ts';
import type { ResolvedSubject } from './subjects/subject.ts';

/** One order for each subject in each browser; the same browser twice makes twice as many. */
export function ordersFor(
  browsers: readonly FoundBrowser[],
  subjects: readonly ResolvedSubject[],
  cases: readonly CaseEntry[],
  persistence: Persistence,
): readonly TargetOrder[] {
  const seen = new Map<string, number>();
  return browsers.flatMap((browser) =>
    subjects.map((subject) => {
      const name = targetName(browser, subject);
      const nth = (seen.get(name) ?? 0) + 1;
      seen.set(name, nth);
      return { id: nth === 1 ? name : `${name}-${nth}`, browser, subject, cases, persistence };
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
