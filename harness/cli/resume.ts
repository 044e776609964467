import { realpath } from 'node:fs/promises';
import { readJournal, UsageError } from '../api/index.ts';

/** What may be said anew when a run is resumed: how it goes on, never what it is about. */
const OWN = new Set([
  'resume',
  'workers',
  'timeout',
  'headed',
  'bail',
  'timeLimit',
  'expectations',
  'updateExpectations',
  'failOn',
  'reporter',
  'timings',
  'open',
  'bisect',
  'install',
  'yes',
]);

/** A run that is to be gone on with: its folder, and the arguments that it was begun with. */
export interface Resumed {
  readonly folder: string;
  readonly command: readonly string[];
}

/** Finds the run that `--resume` names; whatever else is said must not make another run of it. */
export async function resumedRun(dir: string, given: readonly string[]): Promise<Resumed> {
  const stray = given.find((name) => !OWN.has(name));
  if (stray !== undefined) {
    const option = `--${stray.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw new UsageError(`${option} belongs to the run that is resumed, and cannot be given with --resume`);
  }
  // The folder of results/latest is meant, not the link, which moves.
  const folder = await realpath(dir).catch(() => dir);
  const { opening } = await readJournal(folder);
  return { folder, command: opening.command };
}
