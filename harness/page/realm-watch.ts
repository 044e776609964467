import type { CaseId } from '../protocol/index.ts';

const MOST_TROUBLES = 20;

/**
 * Hears of every error in this document that nobody caught. A document knows which cases it has held,
 * but not which of them an error belongs to, unless there was only one.
 */
export class RealmWatch {
  #held: readonly CaseId[] = [];
  #troubles: readonly string[] = [];

  constructor() {
    addEventListener('error', ({ message }) => this.#note(`uncaught error: ${message}`));
    addEventListener('unhandledrejection', ({ reason }) =>
      this.#note(`unhandled rejection: ${String(reason)}`),
    );
  }

  /** A case enters the document; says which ones were in it before. */
  enter(id: CaseId): readonly CaseId[] {
    const earlier = this.#held;
    this.#held = [...earlier, id];
    return earlier;
  }

  /** The cases that the document has held. */
  get held(): readonly CaseId[] {
    return this.#held;
  }

  /** What was heard since the document began; after any the document is not used again. */
  get troubles(): readonly string[] {
    return this.#troubles;
  }

  #note(trouble: string): void {
    if (this.#troubles.length < MOST_TROUBLES) this.#troubles = [...this.#troubles, trouble];
  }
}
