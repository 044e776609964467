import { holdAgainst, problemsOf, type Expectation } from '../../core/index.ts';
import type { CaseResult, Manifest, Target } from '../../protocol/index.ts';
import { fileFor } from './files.ts';

/** Holds each result of a target against what is known of its browser, on this machine. */
export function conclusionFrom(
  expectations: readonly Expectation[],
): (result: CaseResult, version: string) => CaseResult {
  return (result, version) => holdAgainst(result, expectations, { version, platform: process.platform });
}

/** A target with what is wrong with the expectations that it was held against. */
export function withProblems(
  target: Target,
  expectations: readonly Expectation[] | undefined,
  manifest: Manifest,
): Target {
  if (expectations === undefined) return target;
  const problems = problemsOf(
    expectations,
    manifest.cases.map(({ id }) => id),
    { version: target.browser.version, platform: process.platform },
  );
  return { ...target, expectations: { file: fileFor(target), problems: [...problems] } };
}
