import { surprisesOf, type Results, type Surprise } from '../api/index.ts';

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

/** What breaks a build unless somebody says otherwise. */
const FAIL_ON: readonly Surprise[] = ['unexpected-fail', 'unexpected-pass'];

/** The exit code that a run's results deserve. */
export function exitCodeOf(
  results: Results,
  interrupted: boolean,
  failOn: readonly Surprise[] = FAIL_ON,
): ExitCode {
  const { stopped } = results;
  // Whoever ends a run that is over, as one that is looked at, has not interrupted it.
  const isComplete = results.targets.every(({ complete }) => complete);
  if ((interrupted && !isComplete) || stopped === 'interrupted' || stopped === 'time-limit')
    return EXIT.interrupted;
  const surprises = surprisesOf(results);
  const unexpected = failOn.some((kind) => surprises.has(kind));
  // Whoever asked for an early end got what they asked for: the unexpected result that brought it is the news.
  if (stopped !== 'bail' && !isComplete) return EXIT.cannotRun;
  return unexpected || stopped === 'bail' ? EXIT.unexpected : EXIT.asExpected;
}
