import { InvalidArgumentError } from 'commander';
import * as v from 'valibot';
import { readDurations, type RunOptions } from '../../api/index.ts';
import { Shard } from '../../protocol/index.ts';
import { untyped } from '../untyped.ts';

/** Declares the options that make a run one of several which divide the suite between them. */
export function declareShare(command: unknown): void {
  untyped(command)
    .option('--shard <i/n>', 'only the i-th of n parts, which take equally long', shardOf)
    .option('--durations <file>', "what shards are balanced by (default: the package's own)");
}

/** I/N, with I from 1 to N. */
function shardOf(value: string): Shard {
  const [, index = '', count = ''] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(value) ?? [];
  if (index === '' || Number(index) > Number(count))
    throw new InvalidArgumentError('It must have the form I/N, with I from 1 to N.');
  return { index: Number(index), count: Number(count) };
}

const Flags = v.object({ shard: v.exactOptional(Shard), durations: v.exactOptional(v.string()) });

/** What these options mean for a run. */
export async function shareOf(flags: unknown): Promise<Partial<RunOptions>> {
  const { shard, durations } = v.parse(Flags, flags);
  return {
    ...(shard === undefined ? {} : { shard }),
    ...(durations === undefined ? {} : { durations: await readDurations(durations) }),
  };
}
