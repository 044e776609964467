const WINDOW_MS = 1_000;

/** More than anybody needs who answers for cases, and far less than would keep the server from hearing the others. */
const MOST_PER_WINDOW = 300;

/** Counts what each sender posts, so that none can keep the server from hearing the others. */
export class FloodGauge {
  readonly #now: () => number;
  readonly #counts = new Map<string, { readonly since: number; readonly posts: number }>();

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Counts one more post; says whether it can be taken, and whether it is the first of a flood. */
  count(sender: string): 'fine' | 'begins' | 'goes on' {
    const now = this.#now();
    const known = this.#counts.get(sender);
    const current = known === undefined || now - known.since >= WINDOW_MS ? { since: now, posts: 0 } : known;
    const posts = current.posts + 1;
    this.#counts.set(sender, { since: current.since, posts });
    if (posts <= MOST_PER_WINDOW) return 'fine';
    return posts === MOST_PER_WINDOW + 1 ? 'begins' : 'goes on';
  }
}
