import type { LaneLayout } from '../core/index.ts';
import { Declaration, decode, DecodeError, type PageMessage, type ServerReply } from '../protocol/index.ts';
import type { Sender, Session } from '../server/index.ts';
import { LaneBook, type SilenceLimits } from './lane-book.ts';
import type { Cause } from './ledger-attempts.ts';
import type { TargetLedger } from './target-ledger.ts';

const WAIT_MS = 50;

/** How often each lane may be opened again, on average, without that anything is answered. */
const FRUITLESS_RENEWALS = 2;

/** Why a browser's page is over. */
export type PageEnd =
  | { readonly kind: 'complete' }
  | { readonly kind: 'lost'; readonly cause: Cause }
  /** A realm could not be fitted with the subject, and no other attempt would end better. */
  | { readonly kind: 'unfit'; readonly message: string };

/** What a watch goes by: a clock, and how long silence may last. */
export interface WatchTime extends SilenceLimits {
  readonly busyMs: number;
  readonly now: () => number;
}

/** Answers one page's messages from the ledger, and notices when a lane or the page falls silent. */
export class PageWatch {
  readonly ended: Promise<PageEnd>;
  readonly #book: LaneBook;
  readonly #ledger: TargetLedger;
  readonly #time: WatchTime;
  #session: Session | undefined;
  #renewals: readonly string[] = [];
  #fruitless = 0;
  #checkedAt: number;
  #over = false;
  #end: (end: PageEnd) => void = () => {};

  constructor(ledger: TargetLedger, layout: LaneLayout, time: WatchTime) {
    this.#ledger = ledger;
    this.#time = time;
    this.#checkedAt = time.now();
    this.#book = new LaneBook(layout, time.now());
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  get lanes(): readonly string[] {
    return this.#book.names;
  }

  serveWith(session: Session): void {
    this.#session = session;
  }

  handle(sender: Sender, message: PageMessage): ServerReply {
    if (this.#over) return { kind: 'done' };
    const reply = sender.kind === 'page' ? this.#fromPage(message) : this.#fromLane(sender, message);
    if (this.#ledger.isRoundDone) this.#finish({ kind: 'complete' });
    return reply;
  }

  /** A sender posted more than anybody needs to: whatever runs there is stopped. */
  flooded(sender: Sender): void {
    if (this.#over) return;
    const message = 'its page flooded the channel with messages';
    if (sender.kind === 'page') return this.lose({ outcome: 'crash', message });
    if (this.#book.counts(sender.lane, sender.document)) this.#giveUp(sender.lane, 'crash', message);
  }

  /** Looks who has been silent for too long; to be called again and again. */
  check(): void {
    if (this.#over) return;
    const { now, silenceMs, startMs, busyMs } = this.#time;
    const sinceLast = now() - this.#checkedAt;
    this.#checkedAt = now();
    // A harness that was suspended or starved could not have heard anybody.
    if (sinceLast > silenceMs / 2) return this.#book.forgive(now());
    if (this.#book.isPageSilent(now(), this.#time)) {
      const limit = this.#book.hasPageSpoken ? silenceMs : startMs;
      return this.lose({
        outcome: 'timeout',
        message: `the page gave no sign of life for ${limit / 1000} s`,
      });
    }
    for (const lane of this.#book.silentLanes(now(), this.#time)) {
      if (this.#book.isUnheard(lane)) {
        return this.lose({ outcome: 'crash', message: `the page could not open its lane ${lane}` });
      }
      this.#giveUp(lane, 'timeout', `its lane gave no sign of life for ${silenceMs / 1000} s`);
    }
    // A page can be too busy with its events for the timer of the case, and yet be heard.
    for (const lane of this.#book.overdueLanes(now(), busyMs)) {
      if (this.#over || this.#ledger.holderOf(lane) === undefined) continue;
      this.#giveUp(lane, 'timeout', `its case did not end within ${busyMs / 1000} s`);
    }
  }

  /** The whole page is gone, and with it whatever was in flight. */
  lose(cause: Cause): void {
    if (this.#over) return;
    this.#ledger.lost(this.#book.names, cause, (lane) => this.#book.stepOf(lane));
    this.#finish(this.#ledger.isRoundDone ? { kind: 'complete' } : { kind: 'lost', cause });
  }

  /** Nobody wants to know any more; how the browser ends from here on means nothing. */
  stop(): void {
    this.#over = true;
  }

  #finish(end: PageEnd): void {
    this.#over = true;
    this.#end(end);
  }

  #giveUp(lane: string, outcome: Cause['outcome'], message: string): void {
    const answered = this.#ledger.attempted;
    this.#ledger.lost([lane], { outcome, message }, (name) => this.#book.stepOf(name));
    this.#book.expel(lane, this.#time.now());
    this.#renewals = [...this.#renewals, lane];
    if (this.#ledger.isRoundDone) return this.#finish({ kind: 'complete' });
    this.#fruitless = this.#ledger.attempted > answered ? 0 : this.#fruitless + 1;
    if (this.#fruitless <= FRUITLESS_RENEWALS * this.lanes.length) return;
    const again = 'its lanes were opened again and again, and answered nothing';
    this.lose({ outcome: 'timeout', message: again });
  }

  #fromPage(message: PageMessage): ServerReply {
    this.#book.hearPage(this.#time.now());
    if (message.kind === 'probed') {
      this.#ledger.probed(message.environment);
      this.#book.expectAll(this.#time.now());
    }
    if (message.kind === 'broken') {
      this.#ledger.note(`the page broke: ${message.message}`);
      this.lose({ outcome: 'harness-error', message: `the page broke: ${message.message}` });
    }
    if (this.#ledger.isRoundDone) return { kind: 'done' };
    const session = this.#session;
    if (this.#renewals.length === 0 || session === undefined) return { kind: 'noted' };
    const lanes = this.#renewals.map((lane) => session.seat(lane));
    this.#renewals = [];
    return { kind: 'renew', lanes };
  }

  #fromLane({ lane, document }: Sender & { kind: 'lane' }, message: PageMessage): ServerReply {
    if (!this.#book.counts(lane, document)) return { kind: 'done' };
    const step = this.#book.stepOf(lane);
    const isNew = this.#book.hear(lane, document, this.#time.now()) === 'new';
    if (isNew && this.#ledger.holderOf(lane) !== undefined) {
      const cause = { outcome: 'crash', message: 'its page was replaced by another one' } as const;
      this.#ledger.lost([lane], cause, () => step);
    }
    switch (message.kind) {
      case 'beat':
        this.#book.noteStep(lane, message.step);
        return { kind: 'noted' };
      case 'probed':
        return { kind: 'noted' };
      case 'fitted':
        this.#fitted(message);
        return this.#over ? { kind: 'done' } : { kind: 'noted' };
      case 'unfit':
        this.#finish({ kind: 'unfit', message: message.message });
        return { kind: 'done' };
      case 'broken':
        this.#ledger.note(`${lane} broke: ${message.message}`);
        this.#giveUp(lane, 'harness-error', `its lane broke: ${message.message}`);
        return { kind: 'done' };
      case 'ready':
        return this.#next(lane);
      case 'finished':
        if (this.#ledger.finished(lane, message.case, message.attempt)) this.#fruitless = 0;
        return message.renewing ? { kind: 'noted' } : this.#next(lane);
      case 'spoiled':
        this.#spoiled(lane, message);
        return { kind: 'noted' };
    }
  }

  /** Every document tells the same; once is enough. */
  #fitted({ troubles, declaration }: PageMessage & { kind: 'fitted' }): void {
    for (const trouble of troubles) {
      const message = `while the subject was installed: ${trouble}`;
      if (!this.#ledger.incidents.some((incident) => incident.message === message))
        this.#ledger.note(message);
    }
    if (declaration === undefined) return;
    try {
      const declared = decode(Declaration, declaration, 'its declaration');
      const [unknown] = this.#ledger.unknownIn(declared);
      if (unknown === undefined) return this.#ledger.declared(declared);
      const message = `its declaration declines "${unknown}", and no rule is called so; "mediarecorder-conformance list" prints them`;
      this.#finish({ kind: 'unfit', message });
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error;
      this.#finish({ kind: 'unfit', message: error.message });
    }
  }

  #spoiled(lane: string, { case: id, message, earlier }: PageMessage & { kind: 'spoiled' }): void {
    const from = `may come from a case that was in its page before: ${earlier.join(', ')}`;
    this.#ledger.note(`while ${id} ran, an error came that ${from}: ${message}`);
    this.#ledger.spoiled(lane, id, `spoiled, and run again alone: an error came that ${from}: ${message}`);
  }

  #next(lane: string): ServerReply {
    // Who is suspected has nobody's leavings to answer for.
    if (this.#ledger.suspectIsNext && this.#book.isUsed(lane)) return { kind: 'reload' };
    const assignment = this.#ledger.assign(lane);
    switch (assignment.kind) {
      case 'run':
        this.#book.use(lane, this.#time.now());
        return { kind: 'run', case: assignment.job.entry.id, careful: assignment.job.suspect };
      case 'wait':
        return { kind: 'wait', ms: WAIT_MS };
      case 'done':
        return { kind: 'done' };
    }
  }
}
