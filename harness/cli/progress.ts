import { createLogUpdate } from 'log-update';
import type { RunEvent } from '../api/index.ts';

interface Row {
  readonly name: string;
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly state: 'starting' | 'running' | 'done' | 'incomplete';
}

/** Standard error, or what is like it. */
type Screen = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** Together with the counts a line fits 80 columns. */
const BAR = 16;
const NAME = 24;
const FINE = new Set(['pass', 'unsupported', 'blocked']);

/** Shows how far a run is, on standard error: one live line per target on a terminal, a few plain lines elsewhere. */
export class Progress {
  readonly #stream: Screen;
  readonly #live: ReturnType<typeof createLogUpdate> | undefined;
  readonly #rows = new Map<string, Row>();

  constructor(stream: Screen) {
    this.#stream = stream;
    this.#live = stream.isTTY === true ? createLogUpdate(stream) : undefined;
  }

  take(event: RunEvent): void {
    switch (event.kind) {
      case 'run-started':
        for (const target of event.targets) {
          this.#rows.set(target, { name: target, done: 0, total: event.cases, failed: 0, state: 'starting' });
        }
        return this.#say(
          `Running ${event.cases === 1 ? '1 case' : `${event.cases} cases`} in ${event.targets.join(', ')}.`,
        );
      case 'target-started':
        this.#change(event.target, { name: event.browser, state: 'running' });
        return this.#say(`${event.browser} is running with ${lanesOf(event.lanes)}.`, 'plain only');
      case 'case-finished':
        return this.#advance(event);
      case 'incident':
      case 'unfit':
        return this.#say(`${event.target}: ${event.message.split('\n', 1)[0] ?? ''}`);
      case 'target-finished': {
        const { id, complete, durationMs } = event.target;
        this.#change(id, { state: complete ? 'done' : 'incomplete' });
        const row = this.#rows.get(id);
        const end = complete ? 'is done' : 'could not be completed';
        return this.#say(`${row?.name ?? id} ${end} after ${Math.round(durationMs / 1000)} s.`, 'plain only');
      }
      case 'note':
        return this.#say(event.message);
    }
  }

  /** A line that stays. */
  say(line: string): void {
    this.#say(line);
  }

  end(): void {
    this.#live?.done();
  }

  #advance({ target, done, total, result }: RunEvent & { kind: 'case-finished' }): void {
    const row = this.#rows.get(target);
    const failed = (row?.failed ?? 0) + (FINE.has(result.verdict) ? 0 : 1);
    this.#change(target, { done, total, failed });
    const tenth = Math.max(25, Math.ceil(total / 10));
    if (done % tenth === 0 && done < total)
      this.#say(`${row?.name ?? target}: ${done} of ${total}`, 'plain only');
  }

  #change(target: string, change: Partial<Row>): void {
    const row = this.#rows.get(target);
    if (row === undefined) return;
    this.#rows.set(target, { ...row, ...change });
    this.#live?.([...this.#rows.values()].map(line).join('\n'));
  }

  #say(text: string, where: 'everywhere' | 'plain only' = 'everywhere'): void {
    if (this.#live === undefined) {
      this.#stream.write(`${text}\n`);
      return;
    }
    if (where === 'everywhere') this.#live.persist(text);
  }
}

function line({ name, done, total, failed, state }: Row): string {
  const filled = total === 0 ? 0 : Math.round((done / total) * BAR);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`;
  const rest = failed === 0 ? '' : `, ${failed} not passed`;
  const note = state === 'starting' ? ' (starting)' : state === 'incomplete' ? ' (incomplete)' : '';
  return `${name.slice(0, NAME).padEnd(NAME)} ${bar} ${done}/${total}${rest}${note}`;
}

function lanesOf(count: number): string {
  return count === 1 ? 'one lane' : `${count} lanes`;
}
