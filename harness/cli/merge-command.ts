import { Command } from '@commander-js/extra-typings';
import { makeOutput, mergeFiles, pointLatest, reportRequests, takeRecordingsAlong } from '../api/index.ts';
import { exitCodeOf, type ExitCode } from './exit.ts';
import { publish, withResults } from './publish.ts';
import { withOutput } from './run-options/output.ts';

/** `merge`: shards, browsers and machines in one results file, judged as one run. */
export function mergeCommand(end: (code: ExitCode) => void) {
  const command = new Command('merge')
    .description('join the results of shards, browsers and machines, and judge them as one run')
    .argument('<file...>', 'results.json files, or folders with one in them');
  return withOutput(command).action(async (files, { output, reporter }) => {
    const requests = withResults(reportRequests(reporter, process.env));
    const { results, missing } = await mergeFiles(files, 'refuse');
    const folder = await makeOutput(output, new Date());
    await takeRecordingsAlong(results, folder);
    await publish(results, requests, folder);
    if (output === undefined) await pointLatest(folder);
    for (const gap of missing) process.stderr.write(`${gap}\n`);
    end(exitCodeOf(results, false));
  });
}
