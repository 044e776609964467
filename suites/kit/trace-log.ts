import type { Trace, TraceEntry } from '../../harness/protocol/index.ts';

type Line<K extends TraceEntry['kind']> = Omit<Extract<TraceEntry, { kind: K }>, 'at' | 'kind'>;

/** Gathers the trace of one case; every line is also told to the journal, so that a hang shows where it began. */
export class TraceLog {
  readonly #entries: TraceEntry[] = [];
  readonly #began = performance.now();
  readonly #tell: (step: string) => void;

  constructor(tell: (step: string) => void) {
    this.#tell = tell;
  }

  get entries(): Trace {
    return this.#entries;
  }

  /** Notes a call before it is made; the function that comes back completes the line when the call is over. */
  call(line: Line<'call'>): (state: string, threw?: string) => void {
    const index = this.#add({ kind: 'call', at: this.#now(), ...line });
    this.#tell(`${line.method}(${line.args.join(', ')})`);
    return (state, threw) => {
      const begun = this.#entries[index];
      if (begun?.kind !== 'call') return;
      this.#entries[index] = { ...begun, state, ...(threw === undefined ? {} : { threw }) };
    };
  }

  event(line: Line<'event'>): void {
    this.#add({ kind: 'event', at: this.#now(), ...line });
    this.#tell(`event ${line.name}`);
  }

  note(text: string): void {
    this.#add({ kind: 'note', at: this.#now(), text });
    this.#tell(text);
  }

  #add(entry: TraceEntry): number {
    return this.#entries.push(entry) - 1;
  }

  #now(): number {
    return Math.round((performance.now() - this.#began) * 100) / 100;
  }
}
