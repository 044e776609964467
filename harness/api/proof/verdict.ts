import type { RuleSnapshot } from '../../protocol/index.ts';
import type { FalseAlarm } from './controls.ts';
import { killerOf, type MutantRecord } from './record.ts';

/** What the proof came to; whatever stands in one of the lists of faults makes it fail. */
export interface Proof {
  readonly mutants: readonly MutantRecord[];
  /** Mutants that a rule which they break did not notice. */
  readonly survivors: readonly { readonly mutant: string; readonly rule: string; readonly why: string }[];
  /** Cases that caught a mutant and fail with what it was made of, too: what they caught is not the mutant. */
  readonly falseAlarms: readonly FalseAlarm[];
  /** Rules that no mutant breaks and that nothing excuses. */
  readonly unproven: readonly string[];
  /** Excuses for rules that a mutant breaks all the same, or that are not there. */
  readonly idleExcuses: readonly string[];
}

/** Holds what was seen against what was declared. */
export function judgeProof(
  mutants: readonly MutantRecord[],
  rules: readonly RuleSnapshot[],
  excused: ReadonlyMap<string, string>,
  falseAlarms: readonly FalseAlarm[],
): Proof {
  const broken = new Set(mutants.flatMap(({ mutant }) => mutant.breaks));
  return {
    mutants,
    survivors: mutants.flatMap(survivals),
    falseAlarms,
    unproven: rules.flatMap(({ id }) => (broken.has(id) || excused.has(id) ? [] : [id])),
    idleExcuses: [...excused.keys()].filter((id) => broken.has(id) || rules.every((rule) => rule.id !== id)),
  };
}

/** Whether there is nothing to complain of. */
export function holds({ survivors, falseAlarms, unproven, idleExcuses }: Proof): boolean {
  return [survivors, falseAlarms, unproven, idleExcuses].every((faults) => faults.length === 0);
}

/** The mutants of which the proof complains: those that survived, and those that a case caught which fails anyway. */
export function troubledIn({ mutants, survivors, falseAlarms }: Proof): ReadonlySet<string> {
  const alarms = new Set(falseAlarms.map((alarm) => alarm.case));
  const caughtForNothing = mutants.filter(({ rules }) =>
    rules.some((rule) => alarms.has(killerOf(rule) ?? '')),
  );
  return new Set([
    ...survivors.map(({ mutant }) => mutant),
    ...caughtForNothing.map(({ mutant }) => mutant.name),
  ]);
}

function survivals({ mutant, rules, unfit }: MutantRecord): Proof['survivors'] {
  return rules
    .filter((rule) => killerOf(rule) === undefined)
    .map(({ rule, answers }) => ({
      mutant: mutant.name,
      rule,
      why:
        unfit ??
        (answers.map((answer) => `${answer.case} ${answer.outcome}`).join(', ') || 'nothing was run'),
    }));
}
