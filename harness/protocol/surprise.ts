import type { CaseResult, Results } from './results.ts';

/** What can be told apart when results are held against expectations. */
export const SURPRISES = ['unexpected-fail', 'unexpected-pass', 'unmatched', 'overlap'] as const;
export type Surprise = (typeof SURPRISES)[number];

const FINE = new Set<CaseResult['verdict']>(['pass', 'blocked', 'unsupported']);

/** In which way a result is not what was expected, if it is not; without expectations passes are expected. */
export function surpriseOf({ verdict, expected }: Pick<CaseResult, 'verdict' | 'expected'>): Surprise | null {
  if (expected === true) return null;
  if (expected === false) return verdict === 'pass' ? 'unexpected-pass' : 'unexpected-fail';
  return FINE.has(verdict) ? null : 'unexpected-fail';
}

/** Everything that is not as expected in a run, each kind once. */
export function surprisesOf({ targets }: Pick<Results, 'targets'>): ReadonlySet<Surprise> {
  return new Set(
    targets.flatMap(({ cases, expectations }) => [
      ...cases.flatMap((result) => surpriseOf(result) ?? []),
      ...(expectations?.problems.map(({ kind }) => kind) ?? []),
    ]),
  );
}
