import type { LaneLayout } from '../core/index.ts';

/** What is known of one lane: which of its documents counts, when it was last heard, and what it does. */
interface LaneEntry {
  /** The number of the document that was heard last; 0 before there was one. */
  readonly document: number;
  readonly heardAt: number;
  readonly step: string | null;
  /** When the document was last given a case; undefined before it was. */
  readonly givenAt?: number;
}

/** How long who may say nothing: somebody who was heard before, and somebody who has only just been opened. */
export interface SilenceLimits {
  readonly silenceMs: number;
  readonly startMs: number;
}

/** Keeps account of the lanes of one page: documents that were given up are not listened to any more. */
export class LaneBook {
  readonly names: readonly string[];
  readonly #lanes: Map<string, LaneEntry>;
  readonly #expelled = new Map<string, number>();
  #pageHeardAt: number;
  #pageSpoke = false;
  #opened = false;

  constructor({ count }: LaneLayout, now: number) {
    this.names = Array.from({ length: count }, (_, index) => `L${index + 1}`);
    this.#lanes = new Map(this.names.map((name) => [name, { document: 0, heardAt: now, step: null }]));
    this.#pageHeardAt = now;
  }

  hearPage(now: number): void {
    this.#pageSpoke = true;
    this.#pageHeardAt = now;
  }

  /** The page is about to open its lanes: from now on they are expected to be heard. */
  expectAll(now: number): void {
    this.#opened = true;
    this.forgive(now);
  }

  /** Counts everybody as heard just now, because the harness itself was not there to listen. */
  forgive(now: number): void {
    this.#pageHeardAt = now;
    for (const [lane, entry] of this.#lanes) this.#lanes.set(lane, { ...entry, heardAt: now });
  }

  /** Whether a document of a lane still counts. */
  counts(lane: string, document: number): boolean {
    const known = this.#lanes.get(lane);
    return known !== undefined && document > (this.#expelled.get(lane) ?? 0) && document >= known.document;
  }

  /** Notes a sign of life; says whether it came from a new document of the lane. */
  hear(lane: string, document: number, now: number): 'new' | 'known' {
    const known = this.#lanes.get(lane);
    if (known?.document === document) {
      this.#lanes.set(lane, { ...known, heardAt: now });
      return 'known';
    }
    this.#lanes.set(lane, { document, heardAt: now, step: null });
    return 'new';
  }

  /** Whether the page itself was ever heard. */
  get hasPageSpoken(): boolean {
    return this.#pageSpoke;
  }

  noteStep(lane: string, step: string | null): void {
    const known = this.#lanes.get(lane);
    if (known === undefined || known.document === 0 || step === null) return;
    this.#lanes.set(lane, { ...known, step });
  }

  /** A case is about to run in the lane's document. */
  use(lane: string, now: number): void {
    const known = this.#lanes.get(lane);
    if (known !== undefined) this.#lanes.set(lane, { ...known, givenAt: now, step: null });
  }

  isUsed(lane: string): boolean {
    return this.#lanes.get(lane)?.givenAt !== undefined;
  }

  /** The last step that a lane told of. */
  stepOf(lane: string): string | undefined {
    return this.#lanes.get(lane)?.step ?? undefined;
  }

  /** Stops listening to the document that a lane has now, until there is a new one. */
  expel(lane: string, now: number): void {
    const known = this.#lanes.get(lane);
    if (known === undefined) return;
    this.#expelled.set(lane, known.document);
    this.#lanes.set(lane, { ...known, heardAt: now });
  }

  /** Whether nothing was ever heard of the document that a lane was given last. */
  isUnheard(lane: string): boolean {
    return (this.#lanes.get(lane)?.document ?? 0) === (this.#expelled.get(lane) ?? 0);
  }

  silentLanes(now: number, { silenceMs, startMs }: SilenceLimits): readonly string[] {
    return [...this.#lanes]
      .filter(([, { document }]) => this.#opened || document > 0)
      .filter(([lane, { heardAt }]) => now - heardAt > (this.isUnheard(lane) ? startMs : silenceMs))
      .map(([lane]) => lane);
  }

  /** Lanes that were given their last case too long ago, though they may be heard. */
  overdueLanes(now: number, busyMs: number): readonly string[] {
    return [...this.#lanes]
      .filter(([, { givenAt }]) => givenAt !== undefined && now - givenAt > busyMs)
      .map(([lane]) => lane);
  }

  isPageSilent(now: number, { silenceMs, startMs }: SilenceLimits): boolean {
    return now - this.#pageHeardAt > (this.#pageSpoke ? silenceMs : startMs);
  }
}
