import type { Command, OptionValues } from '@commander-js/extra-typings';
import type { RunOptions } from '../../api/index.ts';
import { duration, positive } from '../arguments.ts';

/** The options that end a run early, and that go on where one ended. */
export function withEnding<A extends unknown[], O extends OptionValues, G extends OptionValues>(
  command: Command<A, O, G>,
) {
  return command
    .option('--bail <n>', 'end the run after n unexpected results', positive)
    .option('--time-limit <duration>', 'end the run after this long: 90s, 20m, 1h', duration)
    .option('--last-failed', 'only what was unexpected in results/latest')
    .option('--resume <dir>', 'go on with the run whose unfinished results are in this folder');
}

interface Flags {
  readonly bail?: number | undefined;
  readonly timeLimit?: number | undefined;
}

/** What these options mean for a run. */
export function endingOf({ bail, timeLimit }: Flags): Partial<RunOptions> {
  return {
    ...(bail === undefined ? {} : { bail }),
    ...(timeLimit === undefined ? {} : { timeLimit }),
  };
}
