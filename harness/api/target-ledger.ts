import {
  assign,
  judge,
  lose,
  planTarget,
  remaining,
  repeat,
  scheduleOf,
  settle,
  spoil,
  suspectIsNext,
  type Assignment,
  type Job,
  type Schedule,
} from '../core/index.ts';
import {
  Need,
  type Attempt,
  type CaseEntry,
  type CaseResult,
  type Environment,
  type Incident,
} from '../protocol/index.ts';

/** Why a lane or a whole page was lost. */
export interface Cause {
  readonly outcome: 'timeout' | 'crash' | 'harness-error';
  readonly message: string;
}

/** Faults of the harness and its sources are retried, but not for ever. */
const MAX_FAULTS = 3;

/** Everything that a target's run has brought so far; it outlives the browsers that are started for it. */
export class TargetLedger {
  readonly #cases: readonly CaseEntry[];
  readonly #attempts = new Map<string, readonly Attempt[]>();
  readonly #results = new Map<string, CaseResult>();
  readonly #incidents: Incident[] = [];
  readonly #report: (result: CaseResult, done: number) => void;
  #schedule: Schedule | undefined;
  #environment: Environment | null = null;

  constructor(cases: readonly CaseEntry[], report: (result: CaseResult, done: number) => void) {
    this.#cases = cases;
    this.#report = report;
  }

  /** What has to be probed: what the cases need, and everything where there are none. */
  get needs(): readonly Need[] {
    const needed = new Set(this.#cases.flatMap(({ needs }) => needs));
    return this.#cases.length === 0 ? Need.options : Need.options.filter((need) => needed.has(need));
  }

  get environment(): Environment | null {
    return this.#environment;
  }

  get incidents(): readonly Incident[] {
    return this.#incidents;
  }

  /** The results so far, in the order of the manifest. */
  get results(): readonly CaseResult[] {
    return this.#cases.flatMap(({ id }) => this.#results.get(id) ?? []);
  }

  /** How many cases have been suspected so far of having brought a page down. */
  get suspicions(): number {
    return [...this.#attempts.values()].flat().filter(({ outcome }) => outcome === 'collateral').length;
  }

  get isComplete(): boolean {
    return this.#schedule !== undefined && remaining(this.#schedule).length === 0;
  }

  note(message: string): void {
    this.#incidents.push({ at: new Date().toISOString(), message });
  }

  /** Takes the probe's findings; the first ones decide what can be run. */
  probed(environment: Environment): void {
    if (this.#schedule !== undefined) return;
    this.#environment = environment;
    const { runnable, ruledOut } = planTarget(this.#cases, environment);
    this.#schedule = scheduleOf(runnable);
    for (const { entry, attempt } of ruledOut) this.#add(entry, attempt);
  }

  assign(lane: string): Assignment {
    if (this.#schedule === undefined) return { kind: 'wait' };
    const [schedule, assignment] = assign(this.#schedule, lane);
    this.#schedule = schedule;
    return assignment;
  }

  /** Whether whoever asks next gets a case that is owed an unused page. */
  get suspectIsNext(): boolean {
    return this.#schedule !== undefined && suspectIsNext(this.#schedule);
  }

  holderOf(lane: string): Job | undefined {
    return this.#schedule?.inFlight.get(lane);
  }

  /** Takes the answer of a lane for its case; an answer for any other case is not counted. */
  finished(lane: string, id: string, attempt: Attempt): boolean {
    if (this.#schedule === undefined || this.holderOf(lane)?.entry.id !== id) return false;
    const [schedule, job] = settle(this.#schedule, lane);
    this.#schedule = schedule;
    if (job === undefined) return false;
    if (attempt.outcome === 'harness-error' && this.#faultsOf(job.entry) < MAX_FAULTS) {
      const message = `lost to a fault of the harness or a source: ${attempt.message}`;
      this.#keep(job.entry, { ...attempt, outcome: 'collateral', message });
      this.#schedule = repeat(schedule, job);
      return true;
    }
    this.#add(job.entry, attempt);
    return true;
  }

  /** Takes a lane's case back because of something that may be the doing of another case; nobody is blamed. */
  spoiled(lane: string, id: string, message: string): void {
    if (this.#schedule === undefined || this.holderOf(lane)?.entry.id !== id) return;
    const [schedule, job] = spoil(this.#schedule, lane);
    this.#schedule = schedule;
    if (job !== undefined) this.#keep(job.entry, { outcome: 'collateral', message, durationMs: 0 });
  }

  /** Takes the jobs of lost lanes back: whoever was lost before is blamed, the others are run again alone. */
  lost(lanes: readonly string[], cause: Cause, stepOf: (lane: string) => string | undefined): void {
    if (this.#schedule === undefined) return;
    const steps = new Map(lanes.map((lane) => [this.holderOf(lane)?.entry.id, stepOf(lane)]));
    const [schedule, { blamed, again }] = lose(this.#schedule, lanes);
    this.#schedule = schedule;
    for (const { entry } of again) {
      const message = `lost, and run again alone: ${cause.message}`;
      this.#keep(entry, { outcome: 'collateral', message, durationMs: 0 });
    }
    for (const { entry } of blamed) {
      this.#add(entry, attemptOf(cause, steps.get(entry.id)));
    }
  }

  /** How often a case has been lost so far to something that was not the recorder's. */
  #faultsOf({ id }: CaseEntry): number {
    return (this.#attempts.get(id) ?? []).filter(({ outcome }) => outcome === 'collateral').length;
  }

  #add(entry: CaseEntry, attempt: Attempt): void {
    this.#keep(entry, attempt);
    const result = judge(entry, this.#attempts.get(entry.id) ?? []);
    this.#results.set(entry.id, result);
    this.#report(result, this.#results.size);
  }

  #keep(entry: CaseEntry, attempt: Attempt): void {
    this.#attempts.set(entry.id, [...(this.#attempts.get(entry.id) ?? []), attempt]);
  }
}

function attemptOf({ outcome, message }: Cause, lastStep: string | undefined): Attempt {
  const step = lastStep === undefined ? {} : { lastStep };
  switch (outcome) {
    case 'timeout':
    case 'crash':
      return { outcome, message, durationMs: 0, ...step };
    case 'harness-error':
      return { outcome, message, durationMs: 0 };
  }
}
