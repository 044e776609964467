import { planTarget } from '../../core/index.ts';
import type { Attempt, CaseEntry, Environment, PageMessage, ServerReply } from '../../protocol/index.ts';
import type { Sender, Session } from '../../server/index.ts';
import type { Trial } from './plan.ts';
import type { MutantRecord } from './record.ts';
import { Turn } from './turn.ts';

const WAIT_MS = 100;
// Longer than any case may take that still answers.
const SILENCE_MS = 90_000;
// What mutants leave running adds up in a document.
const MOST_A_DOCUMENT = 25;

interface Lane {
  turn: Turn | null;
  document: number;
  /** How many mutants its document has held. */
  held: number;
  /** Documents up to this one were given up; whatever they still say does not count. */
  expelled: number;
  heardAt: number;
}

/** Hands trials to the lanes of one page: a lane keeps a mutant until every rule has caught it or has no case left. */
export class ProofFloor {
  readonly #waiting: Trial[];
  readonly #lanes = new Map<string, Lane>();
  readonly #told: (record: MutantRecord) => void;
  #ruledOut = new Map<string, string>();
  #renewals: string[] = [];
  #finish: () => void = () => {};
  readonly over: Promise<void>;

  constructor(trials: readonly Trial[], lanes: readonly string[], told: (record: MutantRecord) => void) {
    this.#waiting = [...trials];
    this.#told = told;
    for (const lane of lanes) {
      const trial = this.#waiting.shift();
      const turn = trial === undefined ? null : new Turn(trial);
      this.#lanes.set(lane, { turn, document: 0, held: 0, expelled: 0, heardAt: performance.now() });
    }
    this.over = new Promise((resolve) => {
      this.#finish = resolve;
    });
  }

  /** The trials that have not been answered, those in a lane among them: of a page that was lost. */
  get left(): readonly Trial[] {
    const held = [...this.#lanes.values()].flatMap(({ turn }) => (turn === null ? [] : [turn.trial]));
    return [...held, ...this.#waiting];
  }

  /** Whose page a lane is served. */
  trialOf(lane: string): Trial | undefined {
    return this.#lanes.get(lane)?.turn?.trial;
  }

  handle(sender: Sender, message: PageMessage, session: Session): ServerReply {
    if (sender.kind === 'page') return this.#fromPage(message, session);
    const lane = this.#lanes.get(sender.lane);
    if (lane === undefined || sender.document <= lane.expelled) return { kind: 'done' };
    if (sender.document > lane.document) {
      lane.document = sender.document;
      lane.held = 1;
    }
    lane.heardAt = performance.now();
    switch (message.kind) {
      case 'ready':
        return this.#next(lane);
      case 'finished': {
        const { outcome, durationMs } = message.attempt;
        lane.turn?.answer({ outcome, durationMs, message: saidOf(message.attempt) });
        return message.renewing ? this.#turnOver(lane, { kind: 'noted' }) : this.#next(lane);
      }
      case 'unfit':
        lane.turn?.unfit(message.message);
        this.#expel(sender.lane, lane);
        return this.#turnOver(lane, { kind: 'done' });
      case 'broken':
        lane.turn?.answer({ outcome: 'harness-error', durationMs: 0, message: message.message });
        this.#expel(sender.lane, lane);
        return this.#turnOver(lane, { kind: 'done' });
      case 'spoiled':
      case 'beat':
      case 'fitted':
      case 'probed':
        return { kind: 'noted' };
    }
  }

  /** Gives up lanes that have said nothing for long. */
  check(): void {
    for (const [name, lane] of this.#lanes) {
      if (lane.turn === null || performance.now() - lane.heardAt < SILENCE_MS) continue;
      lane.turn.answer({ outcome: 'lost', durationMs: 0, message: 'its lane fell silent' });
      this.#expel(name, lane);
      this.#turnOver(lane, { kind: 'done' });
    }
  }

  #expel(name: string, lane: Lane): void {
    lane.expelled = lane.document;
    lane.heardAt = performance.now();
    this.#renewals.push(name);
  }

  #fromPage(message: PageMessage, session: Session): ServerReply {
    if (message.kind === 'probed') this.#probed(message.environment);
    if (this.#isOver) return { kind: 'done' };
    if (this.#renewals.length === 0) return { kind: 'noted' };
    const lanes = this.#renewals.map((lane) => session.seat(lane));
    this.#renewals = [];
    return { kind: 'renew', lanes };
  }

  #probed(environment: Environment): void {
    const cases = new Map<string, CaseEntry>();
    for (const { hunts } of this.left)
      for (const hunt of hunts) for (const entry of hunt.cases) cases.set(entry.id, entry);
    const { ruledOut } = planTarget([...cases.values()], environment);
    this.#ruledOut = new Map(ruledOut.map(({ entry, attempt }) => [entry.id, saidOf(attempt)]));
  }

  #next(lane: Lane): ServerReply {
    const entry = this.#caseOf(lane);
    if (entry !== null) return { kind: 'run', case: entry.id, careful: false };
    return this.#turnOver(lane, { kind: 'reload' });
  }

  #caseOf({ turn }: Lane): CaseEntry | null {
    for (;;) {
      const entry = turn?.next()?.entry ?? null;
      const why = entry === null ? undefined : this.#ruledOut.get(entry.id);
      if (why === undefined) return entry;
      turn?.answer({ outcome: 'ruled-out', durationMs: 0, message: why });
    }
  }

  /** Ends a mutant's turn if there is nothing left to try, and begins the next one's. */
  #turnOver(lane: Lane, reply: ServerReply): ServerReply {
    const before = lane.turn?.trial;
    if (lane.turn !== null && this.#caseOf(lane) === null) {
      this.#told(lane.turn.record);
      const trial = this.#waiting.shift();
      lane.turn = trial === undefined ? null : new Turn(trial);
    }
    if (this.#isOver) this.#finish();
    if (reply.kind !== 'reload') return reply;
    if (lane.turn === null) return this.#isOver ? { kind: 'done' } : { kind: 'wait', ms: WAIT_MS };
    const { mutant } = lane.turn.trial;
    if (before === undefined || !canFollow(lane.turn.trial, before) || lane.held === MOST_A_DOCUMENT)
      return reply;
    lane.held += 1;
    return { kind: 'refit', mutant: mutant.name };
  }

  get #isOver(): boolean {
    return [...this.#lanes.values()].every(({ turn }) => turn === null);
  }
}

function saidOf(attempt: Attempt): string {
  return 'message' in attempt ? attempt.message : '';
}

/** Only what is made of the same recorder can take the place of another in a document. */
function canFollow(next: Trial, before: Trial): boolean {
  const isMutant = [next, before].every(({ subject }) => subject.startsWith('mutant:'));
  return isMutant && next.mutant.over === before.mutant.over;
}
