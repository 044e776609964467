import { holdAgainst, problemsOf, type Expectation } from '../../core/index.ts';
import type { CaseResult, Manifest, Target } from '../../protocol/index.ts';
import { fileFor, type Known } from './files.ts';

/** Holds each result of a target against what is known of its browser, on this machine. */
export function conclusionFrom(
  expectations: readonly Expectation[],
): (result: CaseResult, version: string) => CaseResult {
  return (result, version) => holdAgainst(result, expectations, { version, platform: process.platform });
}

/** What can be named by expectations: what a run may have, and the rules that are left out of it as a whole. */
interface Catalogue {
  readonly manifest: Manifest;
  readonly ruleIds: readonly string[];
}

/** A target with what it was held against, and what is wrong with that. */
export function withExpectations(
  target: Target,
  known: Known | undefined,
  { manifest, ruleIds }: Catalogue,
): Target {
  if (known === undefined) return target;
  const { expectations, writtenAgainst } = known;
  const here = new Set<string>(manifest.rules.map(({ id }) => id));
  // Without the built-in suite, what is known of its rules is not wrong.
  const elsewhere = new Set(ruleIds.filter((id) => !here.has(id)));
  const problems = problemsOf(
    expectations.filter(({ id }) => !elsewhere.has(id.split(';', 1)[0] ?? id)),
    manifest.cases.map(({ id }) => id),
    { version: target.browser.version, platform: process.platform },
  );
  return {
    ...target,
    expectations: {
      file: fileFor(target),
      problems: [...problems],
      ...(writtenAgainst === undefined ? {} : { writtenAgainst }),
    },
  };
}
