import { closeSync, openSync, truncateSync, writeSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { Attempt, CaseId, Declaration, decodeJson, Environment, Incident } from '../protocol/index.ts';
import { UsageError } from './errors.ts';
import type { LedgerEvent, Restored } from './ledger-options.ts';

const FILE = 'journal.ndjson';

/** What a run is, as its journal begins. */
const Opening = v.object({
  kind: v.literal('run'),
  format: v.literal(1),
  /** What identifies the suite, to the last case. */
  suite: v.string(),
  startedAt: v.string(),
  seed: v.nullable(v.number()),
  /** The arguments of the command line, so that they need not be given again. */
  command: v.array(v.string()),
  targets: v.array(v.object({ id: v.string(), browser: v.string() })),
});
export type Opening = v.InferOutput<typeof Opening>;

/** What happens in a target and must not be lost. */
const Event = v.variant('kind', [
  v.object({ kind: v.literal('probed'), target: v.string(), environment: Environment }),
  v.object({ kind: v.literal('declared'), target: v.string(), declaration: Declaration }),
  v.object({ kind: v.literal('attempt'), target: v.string(), case: CaseId, attempt: Attempt }),
  v.object({ kind: v.literal('incident'), target: v.string(), incident: Incident }),
]);
type Event = v.InferOutput<typeof Event>;

/** A journal that was read back. */
export interface ReadJournal {
  readonly opening: Opening;
  readonly targets: ReadonlyMap<string, Restored>;
  /** How much of the file was whole: the last line may have been cut off with the run. */
  readonly length: number;
}

/**
 * Writes results down as they come, each before anything else is done with it, so that not even the end of this
 * process loses them. A disk that is full ends the journal, not the run.
 */
export class Journal {
  readonly #file: number;
  readonly #complain: (message: string) => void;
  #broken = false;

  private constructor(file: number, complain: (message: string) => void) {
    this.#file = file;
    this.#complain = complain;
  }

  /** Begins a journal in a folder; what an earlier run left there is no longer of use. */
  static begin(folder: string, opening: Opening, complain: (message: string) => void): Journal {
    const journal = new Journal(openSync(join(folder, FILE), 'w'), complain);
    journal.#write(opening);
    return journal;
  }

  /** Goes on with a journal behind its last whole line. */
  static resume(folder: string, length: number, complain: (message: string) => void): Journal {
    truncateSync(join(folder, FILE), length);
    return new Journal(openSync(join(folder, FILE), 'a'), complain);
  }

  /** Takes down what happens in a target. */
  recorderOf(target: string): (event: LedgerEvent) => void {
    return (event) => this.#write({ ...event, target });
  }

  close(): void {
    closeSync(this.#file);
  }

  #write(entry: Opening | Event): void {
    if (this.#broken) return;
    try {
      writeSync(this.#file, `${JSON.stringify(entry)}\n`);
    } catch (error) {
      this.#broken = true;
      const why = error instanceof Error ? error.message : String(error);
      this.#complain(`The journal cannot be written any more, so this run could not be resumed: ${why}`);
    }
  }
}

/** Reads the journal of a run that was ended before its end. */
export async function readJournal(folder: string): Promise<ReadJournal> {
  const path = join(folder, FILE);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UsageError(
      `there is nothing to resume in ${folder}: ${FILE} is kept there only while a run is not complete`,
      { cause },
    );
  });
  const lines = text.split('\n').slice(0, -1);
  const [first = '', ...rest] = lines;
  const opening = decodeJson(Opening, first, `${path}:1`);
  const targets = new Map(
    opening.targets.map(({ id }) => [id, new Map<string, readonly Attempt[]>()] as const),
  );
  const environments = new Map<string, Environment>();
  const declarations = new Map<string, Declaration>();
  const incidents: { readonly target: string; readonly incident: Incident }[] = [];
  for (const [index, line] of rest.entries()) {
    const event = decodeJson(Event, line, `${path}:${index + 2}`);
    switch (event.kind) {
      case 'probed':
        environments.set(event.target, event.environment);
        break;
      case 'declared':
        declarations.set(event.target, event.declaration);
        break;
      case 'incident':
        incidents.push(event);
        break;
      case 'attempt': {
        const attempts = targets.get(event.target);
        attempts?.set(event.case, [...(attempts.get(event.case) ?? []), event.attempt]);
        break;
      }
    }
  }
  return {
    opening,
    length: Buffer.byteLength(lines.map((line) => `${line}\n`).join('')),
    targets: new Map(
      [...targets].map(([id, attempts]) => {
        const environment = environments.get(id);
        const declaration = declarations.get(id);
        const own = incidents.filter(({ target }) => target === id).map(({ incident }) => incident);
        return [
          id,
          {
            attempts,
            incidents: own,
            ...(environment === undefined ? {} : { environment }),
            ...(declaration === undefined ? {} : { declaration }),
          },
        ];
      }),
    ),
  };
}

/** Removes the journal of a run that is complete: its results say everything. */
export async function dropJournal(folder: string): Promise<void> {
  await rm(join(folder, FILE), { force: true });
}
