import type { Command, OptionValues } from '@commander-js/extra-typings';

/** The options that say where the other options come from. */
export function withConfig<A extends unknown[], O extends OptionValues, G extends OptionValues>(
  command: Command<A, O, G>,
) {
  return command
    .option('--config <file>', 'a config file (default: mediarecorder-conformance.config.*)')
    .option('--print-config', 'print what the options come to, and run nothing');
}
