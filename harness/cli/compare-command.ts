import { Command } from '@commander-js/extra-typings';
import pc from 'picocolors';
import { compareResults, readResults } from '../api/index.ts';
import { EXIT, type ExitCode } from './exit.ts';

/** `compare`: what changed from one run to another. */
export function compareCommand(end: (code: ExitCode) => void) {
  return new Command('compare')
    .description('say what changed between two runs: newly failing, newly passing, new, gone')
    .argument('<before>', 'a results.json')
    .argument('<after>', 'a later results.json')
    .option('--markdown', 'print Markdown')
    .action(async (before, after, { markdown }) => {
      const [first, second] = [await readResults(before), await readResults(after)];
      const colour = pc.isColorSupported && process.stdout.isTTY;
      process.stdout.write(compareResults(first, second, markdown === true ? 'markdown' : 'text', colour));
      end(EXIT.asExpected);
    });
}
