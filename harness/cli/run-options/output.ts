import type { Command, OptionValues } from '@commander-js/extra-typings';
import { reporterNames } from '../../api/index.ts';
import { collect } from '../arguments.ts';

/** The options that say where results go and in which forms. */
export function withOutput<A extends unknown[], O extends OptionValues, G extends OptionValues>(
  command: Command<A, O, G>,
) {
  return command
    .option('-o, --output <dir>', 'where results go (default: results/<time>)')
    .option(
      '--reporter <name[=file]>',
      `${reporterNames().join(', ')}; repeatable (default: console, json, html)`,
      collect,
    )
    .option('--timings', 'print which cases took longest and what they waited for');
}
