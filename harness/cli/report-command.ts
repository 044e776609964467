import { Command } from '@commander-js/extra-typings';
import { mergeFiles, reportRequests, type ReportRequest } from '../api/index.ts';
import { collect } from './arguments.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { openReport, publish, withReport } from './publish.ts';

/** `report`: results in, reports out, without running anything. */
export function reportCommand(end: (code: ExitCode) => void) {
  return new Command('report')
    .description('make reports of one or several results files, side by side')
    .argument('<file...>', 'results.json files, or folders with one in them')
    .option('--reporter <name[=file]>', 'what to make of it; repeatable (default: console)', collect)
    .option('-o, --output <dir>', 'where files go', '.')
    .option('--open', 'make the HTML report, and open it on the desktop')
    .action(async (files, { reporter, output, open }) => {
      const { results, missing } = await mergeFiles(files, 'side by side');
      const requests = asked(reporter, open === true);
      await publish(results, requests, output);
      for (const gap of missing) process.stderr.write(`${gap}\n`);
      if (open === true) await openReport(requests, output);
      end(EXIT.asExpected);
    });
}

/** What is to be opened has to be made. */
function asked(reporter: readonly string[] | undefined, open: boolean): readonly ReportRequest[] {
  if (!open) return reportRequests(reporter ?? ['console']);
  return withReport(reportRequests(reporter ?? ['html']), 'html');
}
