import type { Wait } from '../../harness/protocol/index.ts';

interface OpenWait {
  readonly for: string;
}

/** Measures what a case waits for. Of several waits at once only the one that began first is counted. */
export class WaitLog {
  readonly #now: () => number;
  readonly #totals = new Map<string, number>();
  readonly #open = new Set<OpenWait>();
  #countedTo = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** The milliseconds for each sort of thing, in the order in which they were first waited for. */
  get entries(): readonly Wait[] {
    return [...this.#totals].map(([name, ms]) => ({ for: name, ms: Math.round(ms) }));
  }

  /** Waits for something under a name. */
  async during<T>(name: string, work: Promise<T>): Promise<T> {
    this.#count();
    const wait: OpenWait = { for: name };
    this.#open.add(wait);
    try {
      return await work;
    } finally {
      this.#count();
      this.#open.delete(wait);
    }
  }

  #count(): void {
    const now = this.#now();
    const [first] = this.#open;
    if (first !== undefined)
      this.#totals.set(first.for, (this.#totals.get(first.for) ?? 0) + now - this.#countedTo);
    this.#countedTo = now;
  }
}
