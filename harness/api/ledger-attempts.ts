import type { Attempt } from '../protocol/index.ts';

/** Why a lane or a whole page was lost. */
export interface Cause {
  readonly outcome: 'timeout' | 'crash' | 'harness-error';
  readonly message: string;
}

/** Of several passes one trace tells all. */
export function attemptInRound(attempt: Attempt, before: readonly Attempt[], round: number | null): Attempt {
  const { trace, ...rest } = attempt;
  const isKnown = attempt.outcome === 'pass' && before.some(({ outcome }) => outcome === 'pass');
  return {
    ...rest,
    ...(trace === undefined || isKnown ? {} : { trace }),
    ...(round === null ? {} : { round }),
  };
}

/** The attempt of a case that is to blame for a loss. */
export function attemptOf({ outcome, message }: Cause, lastStep: string | undefined): Attempt {
  const step = lastStep === undefined ? {} : { lastStep };
  switch (outcome) {
    case 'timeout':
    case 'crash':
      return { outcome, message, durationMs: 0, ...step };
    case 'harness-error':
      return { outcome, message, durationMs: 0 };
  }
}
