import type { LaneLayout } from '../core/index.ts';

/** What is known of one lane: which of its documents counts, and when it was last heard. */
interface LaneEntry {
  readonly document: number;
  readonly heardAt: number;
  readonly step: string | null;
}

/** Keeps account of the lanes of one page: documents that were given up are not listened to any more. */
export class LaneBook {
  readonly names: readonly string[];
  readonly #lanes = new Map<string, LaneEntry>();
  readonly #expelled = new Map<string, number>();
  #pageHeardAt: number;

  constructor({ count }: LaneLayout, now: number) {
    this.names = Array.from({ length: count }, (_, index) => `L${index + 1}`);
    this.#pageHeardAt = now;
  }

  /** From now on every lane is about to open: one that is never heard has fallen silent, too. */
  expectAll(now: number): void {
    for (const lane of this.names) this.#lanes.set(lane, { document: 0, heardAt: now, step: null });
  }

  hearPage(now: number): void {
    this.#pageHeardAt = now;
  }

  /** Whether a document of a lane still counts. */
  counts(lane: string, document: number): boolean {
    return document > (this.#expelled.get(lane) ?? 0) && document >= (this.#lanes.get(lane)?.document ?? 0);
  }

  /** Notes a sign of life; says whether it came from a new document of the lane. */
  hear(lane: string, document: number, now: number): 'new' | 'known' {
    const known = this.#lanes.get(lane);
    const isNew = known?.document !== document;
    this.#lanes.set(lane, { document, heardAt: now, step: isNew ? null : (known?.step ?? null) });
    return isNew ? 'new' : 'known';
  }

  noteStep(lane: string, step: string | null): void {
    const known = this.#lanes.get(lane);
    if (known !== undefined && step !== null) this.#lanes.set(lane, { ...known, step });
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

  silentLanes(now: number, limitMs: number): readonly string[] {
    return [...this.#lanes].filter(([, { heardAt }]) => now - heardAt > limitMs).map(([lane]) => lane);
  }

  isPageSilent(now: number, limitMs: number): boolean {
    return now - this.#pageHeardAt > limitMs;
  }
}
