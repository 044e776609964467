import type { Attempt, CaseEntry, Environment } from '../protocol/index.ts';

/** A case that the environment rules out, with the finding that does. */
interface RuledOut {
  readonly entry: CaseEntry;
  readonly attempt: Attempt;
}

/** What is to be run in a target, and what its environment rules out. */
export interface Plan {
  readonly runnable: readonly CaseEntry[];
  readonly ruledOut: readonly RuledOut[];
}

/** Holds the needs of each case against the probe's findings: nothing else can make a case blocked or unsupported. */
export function planTarget(cases: readonly CaseEntry[], environment: Environment): Plan {
  const runnable: CaseEntry[] = [];
  const ruledOut: RuledOut[] = [];
  for (const entry of cases) {
    const attempt = lacking(entry, environment);
    if (attempt === undefined) runnable.push(entry);
    else ruledOut.push({ entry, attempt });
  }
  return { runnable, ruledOut };
}

function lacking(entry: CaseEntry, { findings }: Environment): Attempt | undefined {
  for (const need of entry.needs) {
    const finding = findings[need];
    if (finding === undefined || finding.status === 'available') continue;
    return { outcome: finding.status, message: `${need}: ${finding.evidence}`, durationMs: 0 };
  }
  return undefined;
}
