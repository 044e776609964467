import type { Attempt, CaseEntry } from '../protocol/index.ts';
import { shuffled } from './shuffle.ts';

/** How persistently the cases of a target are run. */
export interface Persistence {
  /** How often a case that did not pass is tried again. */
  readonly retries: number;
  /** How often every case is run. */
  readonly rounds: number;
  /** Each round in a browser of its own, some of them on a machine that is kept busy. */
  readonly verify: boolean;
  /** Decides the order of the cases; without it they come as the suite has them. */
  readonly seed?: number;
}

/** Every case once, as the suite has them. */
export const ONCE: Persistence = { retries: 0, rounds: 1, verify: false };

/** The seed of a round; each has an order of its own. */
export function seedOf({ seed }: Persistence, round: number): number | undefined {
  return seed === undefined ? undefined : seed + round - 1;
}

/** The cases of a round in the order in which they are run. */
export function orderOf(
  cases: readonly CaseEntry[],
  persistence: Persistence,
  round: number,
): readonly CaseEntry[] {
  const seed = seedOf(persistence, round);
  return seed === undefined ? cases : shuffled(cases, seed);
}

/** Every fourth round, and the last one of fewer, runs on a machine that is kept busy. */
export function isUnderLoad({ verify, rounds }: Persistence, round: number): boolean {
  return verify && (round % 4 === 0 || (rounds < 4 && round === rounds));
}

/** Whether a case is owed an attempt, or one more, in a round. What cannot be run at all is never tried again. */
export function isOwed(attempts: readonly Attempt[], round: number, { retries }: Persistence): boolean {
  const own = attempts.filter(({ outcome }) => outcome !== 'collateral');
  if (own.some(({ outcome }) => outcome === 'blocked' || outcome === 'unsupported')) return false;
  const here = own.filter((attempt) => roundOf(attempt) === round);
  const last = here.at(-1);
  return last === undefined || (last.outcome !== 'pass' && here.length <= retries);
}

/** The round that an attempt was made in. */
export function roundOf({ round }: Attempt): number {
  return round ?? 1;
}
