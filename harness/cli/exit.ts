import type { Results } from '../api/index.ts';

/** What the process says at its end; the highest that applies. */
export const EXIT = {
  asExpected: 0,
  unexpected: 1,
  usage: 2,
  cannotRun: 3,
  nothingMatched: 4,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const NOT_AS_EXPECTED = new Set(['fail', 'flaky', 'timeout', 'crash', 'harness-error']);

/** The exit code that a run's results deserve. */
export function exitCodeOf(results: Results, interrupted: boolean): ExitCode {
  if (interrupted) return EXIT.interrupted;
  if (results.targets.some(({ complete }) => !complete)) return EXIT.cannotRun;
  const unexpected = results.targets.some(({ cases }) =>
    cases.some(({ verdict }) => NOT_AS_EXPECTED.has(verdict)),
  );
  return unexpected ? EXIT.unexpected : EXIT.asExpected;
}
