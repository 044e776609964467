import type { CaseEntry } from '../../protocol/index.ts';
import type { Trial } from './plan.ts';
import { killerOf, type MutantRecord } from './record.ts';
import { REFERENCE } from './run.ts';

// So many cases are a turn of about the length of a mutant's.
const CASES_A_TURN = 8;

/**
 * Tries the reference against every case that caught a mutant: what fails with the reference, too, has caught
 * nothing. Each case stands for a rule of its own, so that all of them are run.
 */
export function controlsFor(records: readonly MutantRecord[], trials: readonly Trial[]): readonly Trial[] {
  const entries = new Map<string, CaseEntry>(
    trials.flatMap(({ hunts }) =>
      hunts.flatMap(({ cases }) => cases.map((entry) => [entry.id, entry] as const)),
    ),
  );
  const killers = new Set(records.flatMap(({ rules }) => rules.flatMap((rule) => killerOf(rule) ?? [])));
  const cases = [...killers].flatMap((id) => entries.get(id) ?? []);
  const controls: Trial[] = [];
  for (let index = 0; index < cases.length; index += CASES_A_TURN) {
    const part = cases.slice(index, index + CASES_A_TURN);
    controls.push({
      mutant: { name: REFERENCE, breaks: [], misdeed: 'Nothing: it is the reference.' },
      hunts: part.map((entry) => ({ rule: entry.id, cases: [entry] })),
    });
  }
  return controls;
}

/** The cases that the reference failed. */
export function falseAlarmsIn(records: readonly MutantRecord[]): readonly string[] {
  return records.flatMap(({ rules }) => rules.flatMap((rule) => killerOf(rule) ?? []));
}
