import type { Results } from '../protocol/index.ts';
import { surpriseOf } from '../protocol/index.ts';
import type { RunEvent } from './events.ts';

/** Why a run ended before its end. */
export type Stop = NonNullable<Results['stopped']>;

/** What may end a run before its end. */
export interface StopOptions {
  readonly signal?: AbortSignal;
  /** After how many unexpected results it is enough. */
  readonly bail?: number;
  /** How long the whole run may take, in milliseconds. */
  readonly timeLimit?: number;
}

/** Ends a run when somebody or something wants it to end, and remembers what it was. */
export class Stopping {
  readonly #controller = new AbortController();
  readonly #bail: number;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #outer: AbortSignal | undefined;
  #unexpected = 0;
  #stop: Stop | undefined;

  constructor({ signal, bail = Infinity, timeLimit }: StopOptions) {
    this.#bail = bail;
    this.#outer = signal;
    if (timeLimit !== undefined) this.#timer = setTimeout(() => this.#end('time-limit'), timeLimit);
    if (signal?.aborted === true) this.#end('interrupted');
    signal?.addEventListener('abort', this.#interrupt, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get stop(): Stop | undefined {
    return this.#stop;
  }

  /** Looks at what happens; says what is to be told when it was enough. */
  watch(event: RunEvent): string | undefined {
    if (event.kind !== 'case-finished' || surpriseOf(event.result) === null) return undefined;
    this.#unexpected += 1;
    if (this.#unexpected !== this.#bail) return undefined;
    this.#end('bail');
    return `Ending the run after ${this.#bail} unexpected ${this.#bail === 1 ? 'result' : 'results'}.`;
  }

  release(): void {
    clearTimeout(this.#timer);
    this.#outer?.removeEventListener('abort', this.#interrupt);
  }

  readonly #interrupt = (): void => this.#end('interrupted');

  #end(stop: Stop): void {
    this.#stop ??= stop;
    this.#controller.abort(new Error(stop));
  }
}
