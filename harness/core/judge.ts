import type { Attempt, CaseEntry, CaseResult, Outcome, Verdict } from '../protocol/index.ts';

/** Folds the attempts of a case into its verdict; attempts that a neighbour spoiled are kept but not folded in. */
export function judge(entry: CaseEntry, attempts: readonly Attempt[]): CaseResult {
  return { id: entry.id, rule: entry.rule, verdict: fold(attempts), attempts: [...attempts] };
}

function fold(attempts: readonly Attempt[]): Verdict {
  const outcomes = new Set(attempts.map(({ outcome }) => outcome).filter(isOwn));
  const [only, ...others] = outcomes;
  if (only === undefined) return 'harness-error';
  return others.length > 0 ? 'flaky' : only;
}

function isOwn(outcome: Outcome): outcome is Exclude<Outcome, 'collateral'> {
  return outcome !== 'collateral';
}
