import { Command } from '@commander-js/extra-typings';
import { comparisonReporterNames, readParts, writeComparison } from '../api/index.ts';
import { collect } from './arguments.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { placesIn } from './publish.ts';

/** `compare`: what changed from one run to another. */
export function compareCommand(end: (code: ExitCode) => void) {
  return new Command('compare')
    .description('say what changed between two runs: newly failing, newly passing, new, gone')
    .argument('<before>', 'a results.json, or a folder with one in it')
    .argument('<after>', 'a later one')
    .option(
      '--reporter <name[=file]>',
      `${comparisonReporterNames().join(', ')}; repeatable (default: console)`,
      collect,
    )
    .option('-o, --output <dir>', 'where files go', '.')
    .action(async (before, after, { reporter, output }) => {
      const [first, second] = await readParts([before, after]);
      if (first === undefined || second === undefined) return;
      const runs = { before: first.results, after: second.results };
      await writeComparison(runs, reporter ?? ['console'], placesIn(output));
      end(EXIT.asExpected);
    });
}
