import type { Command, OptionValues } from '@commander-js/extra-typings';
import type { RunOptions } from '../../api/index.ts';
import { collect } from '../arguments.ts';

/** The options that say which recorders are tested. */
export function withSubjects<A extends unknown[], O extends OptionValues, G extends OptionValues>(
  command: Command<A, O, G>,
) {
  return command.option(
    '--subject <name>',
    'native, reference or mutant:NAME; repeatable (default: native)',
    collect,
  );
}

interface Flags {
  readonly subject?: readonly string[] | undefined;
}

/** What these options mean for a run. */
export function subjectsOf({ subject }: Flags): Partial<RunOptions> {
  return subject === undefined ? {} : { subjects: subject };
}
