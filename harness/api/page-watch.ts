import type { LaneLayout } from '../core/index.ts';
import type { PageMessage, ServerReply } from '../protocol/index.ts';
import type { Sender, Session } from '../server/index.ts';
import { LaneBook } from './lane-book.ts';
import type { Cause, TargetLedger } from './target-ledger.ts';

/** How long a page or a lane may say nothing, though its main thread should beat twice a second. */
export const SILENCE_MS = 15_000;

const WAIT_MS = 50;

/** How often each lane may be opened again, on average, without that anything is answered. */
const FRUITLESS_RENEWALS = 2;

/** Why a browser's page is over. */
export type PageEnd = { readonly kind: 'complete' } | { readonly kind: 'lost'; readonly cause: Cause };

/** Answers one page's messages from the ledger, and notices when a lane or the page falls silent. */
export class PageWatch {
  readonly ended: Promise<PageEnd>;
  readonly #book: LaneBook;
  readonly #ledger: TargetLedger;
  readonly #now: () => number;
  #session: Session | undefined;
  #renewals: readonly string[] = [];
  #fruitless = 0;
  #end: (end: PageEnd) => void = () => {};

  constructor(ledger: TargetLedger, layout: LaneLayout, now: () => number) {
    this.#ledger = ledger;
    this.#now = now;
    this.#book = new LaneBook(layout, now());
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
    const reply = sender.kind === 'page' ? this.#fromPage(message) : this.#fromLane(sender, message);
    if (this.#ledger.isComplete) this.#end({ kind: 'complete' });
    return reply;
  }

  /** Looks who has been silent for too long; to be called again and again. */
  check(): void {
    const now = this.#now();
    if (this.#book.isPageSilent(now, SILENCE_MS)) {
      return this.lose({
        outcome: 'timeout',
        message: `the page gave no sign of life for ${SILENCE_MS / 1000} s`,
      });
    }
    for (const lane of this.#book.silentLanes(now, SILENCE_MS)) {
      const answered = this.#ledger.results.length;
      this.#giveUp(lane, {
        outcome: 'timeout',
        message: `its lane gave no sign of life for ${SILENCE_MS / 1000} s`,
      });
      this.#renewals = [...this.#renewals, lane];
      this.#fruitless = this.#ledger.results.length > answered ? 0 : this.#fruitless + 1;
    }
    if (this.#fruitless > FRUITLESS_RENEWALS * this.lanes.length) {
      this.lose({
        outcome: 'timeout',
        message: 'its lanes were opened again and again, and answered nothing',
      });
    }
  }

  /** The whole page is gone, and with it whatever was in flight. */
  lose(cause: Cause): void {
    this.#ledger.lost(this.#book.names, cause, (lane) => this.#book.stepOf(lane));
    this.#end(this.#ledger.isComplete ? { kind: 'complete' } : { kind: 'lost', cause });
  }

  #giveUp(lane: string, cause: Cause): void {
    this.#ledger.lost([lane], cause, (name) => this.#book.stepOf(name));
    this.#book.expel(lane, this.#now());
  }

  #fromPage(message: PageMessage): ServerReply {
    this.#book.hearPage(this.#now());
    if (message.kind === 'probed') {
      this.#ledger.probed(message.environment);
      this.#book.expectAll(this.#now());
    }
    if (message.kind === 'broken') this.#ledger.note(`the page broke: ${message.message}`);
    if (this.#ledger.isComplete) return { kind: 'done' };
    const session = this.#session;
    if (this.#renewals.length === 0 || session === undefined) return { kind: 'noted' };
    const lanes = this.#renewals.map((lane) => session.seat(lane));
    this.#renewals = [];
    return { kind: 'renew', lanes };
  }

  #fromLane({ lane, document }: Sender & { kind: 'lane' }, message: PageMessage): ServerReply {
    if (!this.#book.counts(lane, document)) return { kind: 'done' };
    const isNew = this.#book.hear(lane, document, this.#now()) === 'new';
    if (isNew && this.#ledger.holderOf(lane) !== undefined) {
      const cause = { outcome: 'crash', message: 'its page was replaced by another one' } as const;
      this.#ledger.lost([lane], cause, (name) => this.#book.stepOf(name));
    }
    switch (message.kind) {
      case 'beat':
        this.#book.noteStep(lane, message.step);
        return { kind: 'noted' };
      case 'probed':
        return { kind: 'noted' };
      case 'broken':
        this.#ledger.note(`${lane} broke: ${message.message}`);
        return { kind: 'noted' };
      case 'ready':
        return this.#next(lane);
      case 'finished':
        if (this.#ledger.finished(lane, message.case, message.attempt)) this.#fruitless = 0;
        return message.renewing ? { kind: 'noted' } : this.#next(lane);
    }
  }

  #next(lane: string): ServerReply {
    const assignment = this.#ledger.assign(lane);
    switch (assignment.kind) {
      case 'run':
        return { kind: 'run', case: assignment.job.entry.id, careful: assignment.job.suspect };
      case 'wait':
        return { kind: 'wait', ms: WAIT_MS };
      case 'done':
        return { kind: 'done' };
    }
  }
}
