import { shardCases } from '../core/index.ts';
import type { CaseEntry } from '../protocol/index.ts';
import { NothingMatchedError } from './errors.ts';
import type { RunOptions } from './run-options.ts';
import { knownDurations } from './suite.ts';

/** The cases that this run is about, out of those that were chosen: all of them, or one shard's. */
export async function ownShare(
  cases: readonly CaseEntry[],
  { shard, durations }: RunOptions,
): Promise<readonly CaseEntry[]> {
  if (shard === undefined) return cases;
  const own = shardCases(cases, shard, durations ?? (await knownDurations()));
  if (own.length === 0)
    throw new NothingMatchedError(
      `shard ${shard.index}/${shard.count} is empty: ${cases.length} cases are chosen`,
    );
  return own;
}
