import type { Command, OptionValues } from '@commander-js/extra-typings';
import type { RunOptions } from '../../api/index.ts';
import { collect, pattern } from '../arguments.ts';

/** The options that say which cases a run is about. */
export function withSelection<A extends unknown[], O extends OptionValues, G extends OptionValues>(
  command: Command<A, O, G>,
) {
  return command
    .option('-g, --grep <pattern>', 'only cases whose id matches this regular expression', pattern)
    .option('--rule <id>', 'only this rule, or this one case; repeatable', collect)
    .option('--section <id>', 'only the rules of this section; repeatable', collect);
}

interface Flags {
  readonly grep?: string | undefined;
  readonly rule?: readonly string[] | undefined;
  readonly section?: readonly string[] | undefined;
}

/** What these options mean for a run. */
export function selectionOf({ grep, rule, section }: Flags): Partial<RunOptions> {
  return {
    ...(grep === undefined ? {} : { grep }),
    ...(rule === undefined ? {} : { rules: rule }),
    ...(section === undefined ? {} : { sections: section }),
  };
}
