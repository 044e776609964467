import * as v from 'valibot';
import { CaseId, Environment, ruleOf, type CaseEntry } from '../../protocol/index.ts';

/** Cases for tests, by id. */
export function entry(
  id: string,
  more: Partial<Pick<CaseEntry, 'needs' | 'weight' | 'profile'>> = {},
): CaseEntry {
  const caseId = v.parse(CaseId, id);
  return { id: caseId, rule: ruleOf(caseId), needs: [], weight: 'shared', profile: 'default', ...more };
}

/** What a probe may have found. */
export function environment(findings: Environment['findings'] = {}): Environment {
  const measured = { userAgent: 'x', secureContext: true, audioClockRate: 1, canvasFrameRate: 30, facts: [] };
  return v.parse(Environment, { ...measured, findings });
}
