import type { Mutant } from '../suite.ts';
import type { Attempt } from '../../protocol/index.ts';
import type { Trial } from './plan.ts';

/** What one case said of one mutant. */
export interface Answer {
  readonly case: string;
  readonly outcome: Attempt['outcome'] | 'lost' | 'ruled-out';
  readonly message: string;
  /** How long the case took. */
  readonly durationMs: number;
}

/** What the cases of one rule said of a mutant. */
export interface RuleRecord {
  readonly rule: string;
  readonly answers: readonly Answer[];
}

/** What became of a mutant. */
export interface MutantRecord {
  readonly mutant: Mutant;
  readonly rules: readonly RuleRecord[];
  /** How long a lane was busy with it. */
  readonly laneMs: number;
  /** Why it could not be tried at all. */
  readonly unfit?: string;
}

/** The case by which a rule caught a mutant, if it did. */
export function killerOf({ answers }: RuleRecord): string | undefined {
  return answers.find(({ outcome }) => outcome === 'fail')?.case;
}

/** A mutant before anything was tried. */
export function newRecord({ mutant, hunts }: Trial): MutantRecord {
  return { mutant, rules: hunts.map(({ rule }) => ({ rule, answers: [] })), laneMs: 0 };
}

/** A record with one more answer. */
export function withAnswer(record: MutantRecord, rule: string, answer: Answer): MutantRecord {
  return {
    ...record,
    rules: record.rules.map((each) =>
      each.rule === rule ? { ...each, answers: [...each.answers, answer] } : each,
    ),
  };
}
