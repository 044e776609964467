import type { Command, OptionValues } from '@commander-js/extra-typings';
import { InvalidArgumentError } from 'commander';
import { readDurations, type RunOptions } from '../../api/index.ts';

/** The options that make a run one of several which divide the suite between them. */
export function withShare<A extends unknown[], O extends OptionValues, G extends OptionValues>(
  command: Command<A, O, G>,
) {
  return command
    .option('--shard <i/n>', 'only the i-th of n parts, which take equally long', shard)
    .option('--durations <file>', "what shards are balanced by (default: the package's own)");
}

/** I/N, with I from 1 to N. */
function shard(value: string): NonNullable<RunOptions['shard']> {
  const [, index = '', count = ''] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(value) ?? [];
  if (index === '' || Number(index) > Number(count))
    throw new InvalidArgumentError('It must have the form I/N, with I from 1 to N.');
  return { index: Number(index), count: Number(count) };
}

interface Flags {
  readonly shard?: RunOptions['shard'] | undefined;
  readonly durations?: string | undefined;
}

/** What these options mean for a run. */
export async function shareOf({ shard: part, durations }: Flags): Promise<Partial<RunOptions>> {
  return {
    ...(part === undefined ? {} : { shard: part }),
    ...(durations === undefined ? {} : { durations: await readDurations(durations) }),
  };
}
