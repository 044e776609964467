import type {
  Attempt,
  CaseResult,
  Results,
  RuleSnapshot,
  Target,
  Verdict,
} from '../harness/protocol/index.ts';
import { isBroken } from './summary.ts';

/** An attempt that did not pass. */
export type Telling = Exclude<Attempt, { outcome: 'pass' }>;

/** A case that did not go well in one target. */
export interface Failure {
  readonly target: Target;
  readonly result: CaseResult;
}

/** The failures of one rule. */
export interface RuleFailures {
  readonly rule: RuleSnapshot;
  readonly failures: readonly Failure[];
}

/** Whether a verdict is one to be told about: the recorder's fault or the harness's own. */
export function isFailure(verdict: Verdict): boolean {
  return isBroken(verdict) || verdict === 'harness-error';
}

/** The attempt that tells most about a case: the last that ended as its verdict says, else the last that did not pass. */
export function tellingAttempt({ attempts, verdict }: CaseResult): Telling | undefined {
  const told = attempts.filter((attempt): attempt is Telling => attempt.outcome !== 'pass');
  return (
    told.findLast((attempt) => attempt.outcome === verdict) ??
    told.findLast((attempt) => attempt.outcome !== 'collateral') ??
    told.at(-1)
  );
}

/** What an attempt expected and what it saw, where it says so. */
export function evidence(attempt: Attempt | undefined): {
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
} {
  if (attempt === undefined || attempt.outcome === 'pass') return { message: '' };
  if (attempt.outcome !== 'fail') return { message: attempt.message };
  // A comparison such as "above 0" names the same value twice: only its message tells what was wrong.
  if (attempt.expected === attempt.actual) return { message: attempt.message };
  return {
    message: attempt.message,
    ...(attempt.expected === undefined ? {} : { expected: attempt.expected }),
    ...(attempt.actual === undefined ? {} : { actual: attempt.actual }),
  };
}

/** The failures of a run by rule, in the order of the rules. */
export function failuresByRule(
  results: Results,
  matches: (failure: Failure) => boolean = () => true,
): readonly RuleFailures[] {
  const byRule = new Map<string, Failure[]>(results.rules.map((rule) => [rule.id, []]));
  for (const target of results.targets)
    for (const result of target.cases)
      if (isFailure(result.verdict) && matches({ target, result }))
        byRule.get(result.rule)?.push({ target, result });
  return results.rules
    .map((rule) => ({ rule, failures: byRule.get(rule.id) ?? [] }))
    .filter(({ failures }) => failures.length > 0);
}
