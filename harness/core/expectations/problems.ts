import type { ExpectationProblem } from '../../protocol/index.ts';
import { appliesTo, speaksOf, type Circumstances, type Expectation } from './expectation.ts';

/** What is wrong with expectations themselves: those that name nothing of the suite, and those that name the same. */
export function problemsOf(
  expectations: readonly Expectation[],
  caseIds: readonly string[],
  circumstances: Circumstances,
): readonly ExpectationProblem[] {
  const matched = expectations.map((expectation) => ({
    expectation,
    cases: new Set(caseIds.filter((id) => speaksOf(expectation, id))),
  }));
  const unmatched = matched
    .filter(({ cases }) => cases.size === 0)
    .map(({ expectation: { id, file, line } }) => ({
      kind: 'unmatched' as const,
      file,
      line,
      message: `"${id}" is no rule or case of the suite`,
    }));
  const applying = matched.filter(({ expectation }) => appliesTo(expectation, circumstances));
  const overlaps = applying.flatMap(({ expectation: later, cases }, index) => {
    for (const { expectation: earlier, cases: others } of applying.slice(0, index)) {
      const both = [...cases].find((id) => others.has(id));
      if (both === undefined) continue;
      const message = `"${later.id}" and "${earlier.id}" in line ${earlier.line} both speak of ${both}`;
      return [{ kind: 'overlap' as const, file: later.file, line: later.line, message }];
    }
    return [];
  });
  return [...unmatched, ...overlaps].toSorted((a, b) => a.line - b.line);
}
