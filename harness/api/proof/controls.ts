import type { CaseEntry } from '../../protocol/index.ts';
import type { Trial } from './plan.ts';
import { killerOf, type MutantRecord } from './record.ts';

// So many cases are a turn of about the length of a mutant's.
const CASES_A_TURN = 8;

/** A case that caught a mutant, and fails with the recorder that the mutant was made of, too. */
export interface FalseAlarm {
  readonly case: string;
  readonly recorder: string;
  readonly message: string;
}

/**
 * Tries what mutants were made of against every case that caught one of them: what fails there, too, has caught
 * nothing. Each case stands for a rule of its own, so that all of them are run.
 */
export function controlsFor(records: readonly MutantRecord[], trials: readonly Trial[]): readonly Trial[] {
  const entries = new Map<string, CaseEntry>(
    trials.flatMap(({ hunts }) =>
      hunts.flatMap(({ cases }) => cases.map((entry) => [entry.id, entry] as const)),
    ),
  );
  return (['reference', 'native'] as const).flatMap((subject) => {
    const killers = new Set(
      records
        .filter(({ mutant: { over = 'reference' } }) => over === subject)
        .flatMap(({ rules }) => rules.flatMap((rule) => killerOf(rule) ?? [])),
    );
    const cases = [...killers].flatMap((id) => entries.get(id) ?? []);
    return Array.from({ length: Math.ceil(cases.length / CASES_A_TURN) }, (_, index): Trial => {
      const part = cases.slice(index * CASES_A_TURN, (index + 1) * CASES_A_TURN);
      return {
        subject,
        mutant: { name: subject, breaks: [], misdeed: 'Nothing: others are made of it.' },
        hunts: part.map((entry) => ({ rule: entry.id, cases: [entry] })),
      };
    });
  });
}

/** The cases that what mutants are made of failed. */
export function falseAlarmsIn(records: readonly MutantRecord[]): readonly FalseAlarm[] {
  return records.flatMap(({ mutant, rules }) =>
    rules.flatMap((rule) => {
      const killer = rule.answers.find(({ outcome }) => outcome === 'fail');
      if (killer === undefined) return [];
      return [{ case: killer.case, recorder: mutant.name, message: killer.message }];
    }),
  );
}
