import type { Command, OptionValues } from '@commander-js/extra-typings';
import type { RunOptions } from '../../api/index.ts';
import { surprises } from '../arguments.ts';

/** The options that say what is known beforehand, and what of the rest breaks the build. */
export function withExpectations<A extends unknown[], O extends OptionValues, G extends OptionValues>(
  command: Command<A, O, G>,
) {
  return command
    .option('--expectations <dir>', 'hold results against the known non-passes in this folder')
    .option('--no-expectations', 'hold them against nothing, whatever was said before')
    .option('--update-expectations', 'rewrite them so that they say what was seen')
    .option(
      '--fail-on <kinds>',
      'unexpected-fail, unexpected-pass, unmatched, overlap or none, with commas (default: the first two)',
      surprises,
    );
}

interface Flags {
  /** A folder, or false for none. */
  readonly expectations?: string | boolean | undefined;
}

/** What these options mean for a run. */
export function expectationsOf({ expectations }: Flags): Partial<RunOptions> {
  return typeof expectations === 'string' ? { expectations } : {};
}
