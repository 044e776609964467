import { randomInt } from 'node:crypto';
import type { Persistence } from '../core/index.ts';
import { UsageError } from './errors.ts';
import type { RunOptions } from './run-options.ts';

/** How many rounds are enough to show that verdicts are steady, if nobody says otherwise. */
const VERIFYING_ROUNDS = 5;

/** Seeds are short enough to be typed again. */
const SEEDS = 1_000_000;

/** How persistently a run goes about it; what is shuffled gets a seed that can be told and given again. */
export function persistenceOf(options: RunOptions): Persistence {
  const { retries = 0, repeat, verify = false, shuffle = false, seed } = options;
  const rounds = repeat ?? (verify ? VERIFYING_ROUNDS : 1);
  if (retries > 0 && rounds > 1) {
    throw new UsageError(
      '--retries and --repeat exclude each other: repeated cases are all run equally often',
    );
  }
  const own = seed ?? (shuffle || verify ? randomInt(1, SEEDS) : undefined);
  return { retries, rounds, verify, ...(own === undefined ? {} : { seed: own }) };
}
