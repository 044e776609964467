import { surpriseOf, type CaseEntry, type Results, type Target } from '../protocol/index.ts';

/** Whose earlier results are asked for. */
export interface Whose {
  readonly id: string;
  readonly browser: Pick<Target, 'engine'>;
}

/** Of the cases of a target those that were not as expected the last time; the same engine stands in for a target that was not there. */
export function lastFailed(cases: readonly CaseEntry[], whose: Whose, before: Results): readonly CaseEntry[] {
  const target =
    before.targets.find(({ id }) => id === whose.id) ??
    before.targets.find(({ engine }) => engine === whose.browser.engine);
  const failed = new Set<string>(
    target?.cases.filter((result) => surpriseOf(result) !== null).map(({ id }) => id),
  );
  return cases.filter(({ id }) => failed.has(id));
}
