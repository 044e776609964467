import type { CaseEntry } from '../../protocol/index.ts';
import type { Trial } from './plan.ts';
import { killerOf, newRecord, withAnswer, type Answer, type MutantRecord } from './record.ts';

// A source that fails says nothing about a mutant, and neither does an error from elsewhere.
const MOST_FAULTS = 3;

/** A case that a lane is to run, and the rule that it is run for. */
export interface Step {
  readonly rule: string;
  readonly entry: CaseEntry;
}

/** One mutant's turn in a lane: which case is next, and what the cases have said. */
export class Turn {
  readonly trial: Trial;
  #record: MutantRecord;
  #current: Step | null = null;
  #faults = 0;
  readonly #began = performance.now();

  constructor(trial: Trial) {
    this.trial = trial;
    this.#record = newRecord(trial);
  }

  get record(): MutantRecord {
    return { ...this.#record, laneMs: Math.round(performance.now() - this.#began) };
  }

  get current(): Step | null {
    return this.#current;
  }

  /** The next case: of the first rule that has not caught the mutant and still has a case to try. */
  next(): Step | null {
    this.#current ??= this.#find();
    return this.#current;
  }

  /** Takes the answer for the current case; a fault, or a lane that was lost, is no answer unless there are too many. */
  answer(answer: Omit<Answer, 'case'>): void {
    const step = this.#current;
    if (step === null) return;
    if ((answer.outcome === 'harness-error' || answer.outcome === 'lost') && this.#faults < MOST_FAULTS) {
      this.#faults += 1;
      return;
    }
    this.#faults = 0;
    this.#current = null;
    this.#record = withAnswer(this.#record, step.rule, { case: step.entry.id, ...answer });
  }

  /** The mutant could not be installed. */
  unfit(message: string): void {
    this.#record = { ...this.#record, unfit: message };
  }

  #find(): Step | null {
    if (this.#record.unfit !== undefined) return null;
    for (const { rule, cases } of this.trial.hunts) {
      const told = this.#record.rules.find((each) => each.rule === rule);
      if (told === undefined || killerOf(told) !== undefined) continue;
      const entry = cases.find(({ id }) => told.answers.every((answer) => answer.case !== id));
      if (entry !== undefined) return { rule, entry };
    }
    return null;
  }
}
