import type { CaseResult, ExpectedOutcome, Verdict } from '../../protocol/index.ts';
import { appliesTo, precisionOf, speaksOf, type Circumstances, type Expectation } from './expectation.ts';

/** Holds a result against what is known; says whether it was expected, where anything was. */
export function holdAgainst(
  result: CaseResult,
  expectations: readonly Expectation[],
  circumstances: Circumstances,
): CaseResult {
  const known = expectationOf(result.id, expectations, circumstances);
  if (known === undefined) return isBroken(result.verdict) ? { ...result, expected: false } : result;
  // What could not be decided here is neither as expected nor a surprise, unless just that was expected.
  const seen = outcomesOf(result);
  const isExpected = seen.every((outcome) => known.outcomes.includes(outcome));
  if (!isExpected && (result.verdict === 'blocked' || result.verdict === 'unsupported')) return result;
  const { reason, link, file, line } = known;
  return {
    ...result,
    expected: isExpected,
    known: {
      outcomes: [...known.outcomes],
      reason,
      ...(link === undefined ? {} : { link }),
      at: `${file}:${line}`,
    },
  };
}

/** The expectation that counts for a case: of several the one that names most parameters, then the first. */
export function expectationOf(
  caseId: string,
  expectations: readonly Expectation[],
  circumstances: Circumstances,
): Expectation | undefined {
  return expectations
    .filter((each) => speaksOf(each, caseId) && appliesTo(each, circumstances))
    .toSorted((a, b) => precisionOf(b) - precisionOf(a))[0];
}

/** The outcomes that were seen of a case, each once; a verdict that is not flaky stands for all of them. */
export function outcomesOf({
  verdict,
  attempts,
}: Pick<CaseResult, 'verdict' | 'attempts'>): readonly ExpectedOutcome[] {
  if (verdict !== 'flaky') return [verdict];
  return [...new Set(attempts.flatMap(({ outcome }) => (outcome === 'collateral' ? [] : [outcome])))];
}

function isBroken(verdict: Verdict): boolean {
  return verdict !== 'pass' && verdict !== 'blocked' && verdict !== 'unsupported';
}
