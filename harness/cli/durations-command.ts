import { Command } from '@commander-js/extra-typings';
import { readDurations, refreshedDurations, writeText } from '../api/index.ts';
import { EXIT, type ExitCode } from './exit.ts';

/** `durations`: what runs say of how long each case takes, for balancing shards. */
export function durationsCommand(end: (code: ExitCode) => void) {
  return new Command('durations')
    .description('take from runs how long each case takes, for balancing shards')
    .argument('<file...>', 'results.json files, or folders with one in them')
    .option('--into <file>', 'refresh this file with the least change (default: print all)')
    .action(async (files, { into }) => {
      const { text, changed, total } = await refreshedDurations(
        into === undefined ? {} : await readDurations(into),
        files,
      );
      if (into === undefined) process.stdout.write(text);
      else {
        await writeText(into, text);
        process.stderr.write(`${into}: ${changed} of ${total} durations changed\n`);
      }
      end(EXIT.asExpected);
    });
}
