import type { Command, OptionValues } from '@commander-js/extra-typings';
import type { RunOptions } from '../../api/index.ts';
import { positive } from '../arguments.ts';

/** The options that say how much is done side by side, and how long it may take. */
export function withPace<A extends unknown[], O extends OptionValues, G extends OptionValues>(
  command: Command<A, O, G>,
) {
  return command
    .option('--workers <n>', 'lanes per browser (default: chosen from the cores)', positive)
    .option('--timeout <ms>', 'how long one case may take', positive);
}

interface Flags {
  readonly workers?: number | undefined;
  readonly timeout?: number | undefined;
}

/** What these options mean for a run. */
export function paceOf({ workers, timeout }: Flags): Partial<RunOptions> {
  return {
    ...(workers === undefined ? {} : { workers }),
    ...(timeout === undefined ? {} : { timeout }),
  };
}
