import { Command } from '@commander-js/extra-typings';
import pc from 'picocolors';
import { readResults, reportRequests, writeReports } from '../api/index.ts';
import { collect } from './arguments.ts';
import { EXIT, type ExitCode } from './exit.ts';

/** `report`: results in, reports out, without running anything. */
export function reportCommand(end: (code: ExitCode) => void) {
  return new Command('report')
    .description('make reports of a results file')
    .argument('<file>', 'a results.json')
    .option('--reporter <name[=file]>', 'what to make of it; repeatable (default: console)', collect)
    .option('-o, --output <dir>', 'where files go', '.')
    .action(async (file, { reporter, output }) => {
      const results = await readResults(file);
      const written = await writeReports(results, reportRequests(reporter ?? ['console']), {
        folder: output,
        print: (text) => process.stdout.write(text),
        colour: pc.isColorSupported && process.stdout.isTTY,
        columns: process.stdout.columns ?? 80,
      });
      for (const path of written) process.stderr.write(`${path}\n`);
      end(EXIT.asExpected);
    });
}
