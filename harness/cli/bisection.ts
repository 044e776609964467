import { BrowserNotFoundError } from '../api/index.ts';
import { EXIT, type ExitCode } from './exit.ts';

/** What bisection tools understand: `git bisect run` leaves out a build at 125, and gives up above 127. */
const BISECT = { good: 0, bad: 1, skip: 125, stop: 128 } as const;
export type BisectCode = (typeof BISECT)[keyof typeof BISECT] | typeof EXIT.interrupted;

/**
 * What a run says of the build that it was about. A build that cannot be started says nothing of the rule;
 * a command line that is wrong is wrong for every build.
 */
export function bisectCodeOf(code: ExitCode, error?: unknown): BisectCode {
  // The build may have no browser where others have one.
  if (error instanceof BrowserNotFoundError) return BISECT.skip;
  switch (code) {
    case EXIT.asExpected:
      return BISECT.good;
    case EXIT.unexpected:
      return BISECT.bad;
    case EXIT.cannotRun:
      return BISECT.skip;
    case EXIT.usage:
    case EXIT.nothingMatched:
      return BISECT.stop;
    case EXIT.interrupted:
      return EXIT.interrupted;
  }
}
