import {
  assign,
  declined,
  isOwed,
  judge,
  lose,
  orderOf,
  planTarget,
  remaining,
  repeat,
  roundOf,
  scheduleOf,
  settle,
  spoil,
  suspectIsNext,
  unknownIn,
  withdraw,
  type Assignment,
  type Job,
  type Schedule,
} from '../core/index.ts';
import {
  Need,
  type Attempt,
  type CaseEntry,
  type CaseResult,
  type Declaration,
  type Environment,
  type Incident,
} from '../protocol/index.ts';
import { attemptInRound, attemptOf, type Cause } from './ledger-attempts.ts';
import { LEDGER_DEFAULTS, type LedgerOptions } from './ledger-options.ts';

/** Faults of the harness and its sources are retried, but not for ever. */
const MAX_FAULTS = 3;

/** Everything that a target's run has brought so far; it outlives the browsers that are started for it. */
export class TargetLedger {
  readonly #cases: readonly CaseEntry[];
  readonly #options: LedgerOptions;
  readonly #attempts: Map<string, readonly Attempt[]>;
  readonly #incidents: Incident[];
  readonly #report: (result: CaseResult, done: number) => void;
  #runnable: readonly CaseEntry[] = [];
  #round = 1;
  #schedule: Schedule | undefined;
  #environment: Environment | null = null;
  #answered = 0;
  #declaration: Declaration | undefined;

  constructor(
    cases: readonly CaseEntry[],
    report: (result: CaseResult, done: number) => void,
    options: Partial<LedgerOptions> = {},
  ) {
    this.#cases = cases;
    this.#report = report;
    this.#options = { ...LEDGER_DEFAULTS, ...options };
    const { attempts, environment, declaration, incidents } = this.#options.restored;
    this.#attempts = new Map(attempts);
    this.#incidents = [...incidents];
    if (environment !== undefined) this.#plan(environment);
    if (declaration !== undefined) this.#decline(declaration);
  }

  /** What has to be probed: what the cases need, and everything where there are none. */
  get needs(): readonly Need[] {
    const needed = new Set(this.#cases.flatMap(({ needs }) => needs));
    return this.#cases.length === 0 ? Need.options : Need.options.filter((need) => needed.has(need));
  }

  /** How many cases it is about. */
  get size(): number {
    return this.#cases.length;
  }

  get environment(): Environment | null {
    return this.#environment;
  }

  get incidents(): readonly Incident[] {
    return this.#incidents;
  }

  /** Which time round it is, from 1. */
  get round(): number {
    return this.#round;
  }

  /** The results so far, in the order of the manifest. */
  get results(): readonly CaseResult[] {
    return this.#cases.flatMap((entry) => {
      const attempts = this.#attempts.get(entry.id) ?? [];
      return attempts.some(({ outcome }) => outcome !== 'collateral') ? [this.#judge(entry)] : [];
    });
  }

  /** How many attempts have been judged so far: the measure of progress. */
  get attempted(): number {
    return [...this.#attempts.values()].flat().filter(({ outcome }) => outcome !== 'collateral').length;
  }

  /** How many cases have been suspected so far of having brought a page down. */
  get suspicions(): number {
    return [...this.#attempts.values()].flat().filter(({ outcome }) => outcome === 'collateral').length;
  }

  /** Whether a browser has nothing more to do in this round. */
  get isRoundDone(): boolean {
    return this.#schedule !== undefined && remaining(this.#schedule).length === 0;
  }

  get isComplete(): boolean {
    return this.isRoundDone && this.#round >= this.#options.persistence.rounds;
  }

  note(message: string): void {
    const incident = { at: new Date().toISOString(), message };
    this.#incidents.push(incident);
    this.#options.record({ kind: 'incident', incident });
  }

  /** Takes the probe's findings; the first ones decide what can be run. */
  probed(environment: Environment): void {
    if (this.#schedule !== undefined) return;
    this.#options.record({ kind: 'probed', environment });
    this.#plan(environment);
  }

  #plan(environment: Environment): void {
    this.#environment = environment;
    const { runnable, ruledOut } = planTarget(this.#cases, environment);
    this.#runnable = runnable;
    this.#begin(this.#round);
    for (const { entry, attempt } of ruledOut) {
      if (this.#isOwed(entry, 1)) this.#add({ entry, alone: false, suspect: false }, attempt);
      else this.#answered += 1;
    }
    this.#goOn();
  }

  /** Begins the next round if this one is done: for rounds that have browsers of their own. */
  openRound(): void {
    while (this.isRoundDone && !this.isComplete) this.#begin(this.#round + 1);
  }

  /** What a declaration declines though no rule is called so. */
  unknownIn(declaration: Declaration): readonly string[] {
    const { rules } = this.#options;
    return rules === undefined ? [] : unknownIn(declaration, rules);
  }

  /** What the subject says of itself. */
  get declaration(): Declaration | undefined {
    return this.#declaration;
  }

  /** Takes what the subject declares: the cases that are about what it does not claim are not run. */
  declared(declaration: Declaration): void {
    if (this.#schedule === undefined || this.#declaration !== undefined) return;
    this.#options.record({ kind: 'declared', declaration });
    this.#decline(declaration);
  }

  #decline(declaration: Declaration): void {
    this.#declaration = declaration;
    if (this.#schedule === undefined) return;
    const isDeclined = (entry: CaseEntry): boolean => declined(entry, declaration) !== undefined;
    const [schedule, jobs] = withdraw(this.#schedule, ({ entry }) => isDeclined(entry));
    this.#schedule = schedule;
    this.#runnable = this.#runnable.filter((entry) => !isDeclined(entry));
    for (const job of jobs) {
      const message = declined(job.entry, declaration);
      if (message !== undefined) this.#add(job, { outcome: 'unsupported', message, durationMs: 0 });
    }
    this.#goOn();
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
      this.#schedule = repeat(schedule, { ...job, alone: true });
      return true;
    }
    this.#add(job, attempt);
    this.#goOn();
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
    for (const job of blamed) this.#add(job, attemptOf(cause, steps.get(job.entry.id)));
    this.#goOn();
  }

  /** Schedules what a round owes; of a run that is resumed, what was answered before is counted. */
  #begin(round: number): void {
    this.#round = round;
    const owed = this.#runnable.filter((entry) => this.#isOwed(entry, round));
    this.#answered += (round === 1 ? this.#runnable : this.#cases).length - owed.length;
    this.#schedule = scheduleOf(orderOf(owed, this.#options.persistence, round));
  }

  /** Begins the next round, unless that is for another browser to do. */
  #goOn(): void {
    if (!this.#options.persistence.verify) this.openRound();
  }

  #isOwed({ id }: CaseEntry, round: number): boolean {
    return isOwed(this.#attempts.get(id) ?? [], round, this.#options.persistence);
  }

  /** How often a case has been lost in this round to something that was not the recorder's. */
  #faultsOf({ id }: CaseEntry): number {
    const attempts = this.#attempts.get(id) ?? [];
    return attempts.filter((each) => each.outcome === 'collateral' && roundOf(each) === this.#round).length;
  }

  #judge(entry: CaseEntry): CaseResult {
    return this.#options.conclude(judge(entry, this.#attempts.get(entry.id) ?? []));
  }

  /** Takes a case's attempt, and puts the case back if it is owed another one. */
  #add(job: Job, attempt: Attempt): void {
    this.#keep(job.entry, attempt);
    const result = this.#judge(job.entry);
    if (result.expected !== true && this.#schedule !== undefined && this.#isOwed(job.entry, this.#round)) {
      this.#schedule = repeat(this.#schedule, job);
      return;
    }
    this.#answered += 1;
    this.#report(result, this.#answered);
  }

  #keep({ id }: CaseEntry, attempt: Attempt): void {
    const before = this.#attempts.get(id) ?? [];
    const kept = attemptInRound(attempt, before, this.#options.persistence.rounds > 1 ? this.#round : null);
    this.#attempts.set(id, [...before, kept]);
    this.#options.record({ kind: 'attempt', case: id, attempt: kept });
  }
}
