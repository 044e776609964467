import * as v from 'valibot';
import { CaseId, Environment, ruleOf, type Attempt, type CaseEntry } from '../../protocol/index.ts';
import { TargetLedger } from '../target-ledger.ts';

/** What a probe found that lacks nothing but a camera. */
export const ENVIRONMENT = v.parse(Environment, {
  userAgent: 'x',
  secureContext: true,
  audioClockRate: 1,
  canvasFrameRate: 30,
  findings: { 'fake-camera': { status: 'blocked', evidence: 'no camera' } },
  facts: [],
});

export const PASS: Attempt = { outcome: 'pass', durationMs: 1 };
export const CRASH = { outcome: 'crash', message: 'the page crashed' } as const;

/** Shared cases unless they are to be something else. */
export function cases(count: number, more: Partial<CaseEntry> = {}): readonly CaseEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const id = v.parse(CaseId, `case.n${index + 1}`);
    return { id, rule: ruleOf(id), needs: [], weight: 'shared', profile: 'default', ...more };
  });
}

/** A ledger that has been probed, with what it reported. */
export function probedLedger(entries: readonly CaseEntry[]) {
  const reported: string[] = [];
  const ledger = new TargetLedger(entries, ({ id, verdict }, done) =>
    reported.push(`${done} ${id} ${verdict}`),
  );
  ledger.probed(ENVIRONMENT);
  return { ledger, reported };
}
