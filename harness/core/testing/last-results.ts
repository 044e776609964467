/** Results of one target for tests, by verdict and whether they were expected. */
import { exampleCase, exampleResults } from '../../protocol/testing/example-results.ts';
import type { Results } from '../../protocol/index.ts';

export function parseLast(
  id: string,
  engine: string,
  cases: readonly (readonly [id: string, verdict: string, expected?: boolean])[],
): Results {
  return exampleResults({
    id,
    engine,
    cases: cases.map(([caseId, verdict, expected]) =>
      exampleCase(caseId, verdict, expected === undefined ? {} : { expected }),
    ),
  });
}
