/** What the tests of expectations share. */
import type { Attempt, CaseResult } from '../../protocol/index.ts';
import { judge } from '../judge.ts';
import { entry } from './entries.ts';
import type { Expectation } from '../expectations/expectation.ts';

export const HERE = { version: '156.0', platform: 'linux' } as const;

/** An expectation of these outcomes; its line tells it apart. */
export function known(
  id: string,
  outcomes: Expectation['outcomes'] = ['fail'],
  more: Partial<Expectation> = {},
): Expectation {
  return { id, outcomes, reason: `why ${id}`, file: 'chromium.yaml', line: 1, ...more };
}

/** A result whose attempts had these outcomes. */
export function seen(id: string, ...outcomes: readonly Attempt['outcome'][]): CaseResult {
  const attempts = outcomes.map((outcome): Attempt =>
    outcome === 'pass'
      ? { outcome, durationMs: 1 }
      : { outcome, message: `it was ${outcome}`, durationMs: 1 },
  );
  return judge(entry(id), attempts);
}
