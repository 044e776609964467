import { Option, type Command, type OptionValues } from '@commander-js/extra-typings';
import type { RunOptions } from '../../api/index.ts';
import { collect, pattern } from '../arguments.ts';

/** The options that say which cases a run is about. */
export function withSelection<A extends unknown[], O extends OptionValues, G extends OptionValues>(
  command: Command<A, O, G>,
) {
  return command
    .option('-g, --grep <pattern>', 'only cases whose id matches this regular expression', pattern)
    .option('--rule <id>', 'only this rule, or this one case; repeatable', collect)
    .option('--section <id>', 'only the rules of this section; repeatable', collect)
    .addOption(
      new Option('--profile <name>', 'full adds the long cases and the rarer parameters')
        .choices(['default', 'full'] as const)
        .default('default' as const),
    );
}

interface Flags {
  readonly grep?: string | undefined;
  readonly rule?: readonly string[] | undefined;
  readonly section?: readonly string[] | undefined;
  readonly profile: 'default' | 'full';
}

/** What these options mean for a run. */
export function selectionOf({ grep, rule, section, profile }: Flags): Partial<RunOptions> {
  return {
    profile,
    ...(grep === undefined ? {} : { grep }),
    ...(rule === undefined ? {} : { rules: rule }),
    ...(section === undefined ? {} : { sections: section }),
  };
}
