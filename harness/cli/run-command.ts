import { Command } from '@commander-js/extra-typings';
import {
  ConsentError,
  dropEmpty,
  makeOutput,
  pointLatest,
  reportRequests,
  run,
  UsageError,
  type RunOptions,
} from '../api/index.ts';
import { EXIT, exitCodeOf, type ExitCode } from './exit.ts';
import { install, missingAmong } from './install.ts';
import { interruption } from './interruption.ts';
import { Progress } from './progress.ts';
import { publish, withReport, withResults } from './publish.ts';
import { browsersOf, withBrowsers } from './run-options/browsers.ts';
import { withOutput } from './run-options/output.ts';
import { paceOf, withPace } from './run-options/pace.ts';
import { persistenceOf, withPersistence } from './run-options/persistence.ts';
import { selectionOf, withSelection } from './run-options/selection.ts';
import { subjectsOf, withSubjects } from './run-options/subjects.ts';

/** The options of `run`, which are also what npm may swallow; each group of them stands in a file of its own. */
function runOptions() {
  const command = new Command('run').description(
    'run the suite in one or more browsers (the default command)',
  );
  const what = withSelection(withSubjects(withBrowsers(command)));
  const how = withPersistence(withPace(what));
  return withOutput(how);
}

type Flags = ReturnType<ReturnType<typeof runOptions>['opts']>;

/** What the options mean for a run; each group of them is understood in the file that declares it. */
function runOptionsOf(flags: Flags, signal: AbortSignal): RunOptions {
  return {
    signal,
    ...browsersOf(flags),
    ...subjectsOf(flags),
    ...selectionOf(flags),
    ...persistenceOf(flags),
    ...paceOf(flags),
  };
}

/** The command that runs the suite. */
export function runCommand(end: (code: ExitCode) => void) {
  return runOptions()
    .argument('[command]')
    .usage('[options]')
    .action(async (stray, flags) => {
      if (stray !== undefined) throw new UsageError(`there is no command "${stray}"; --help lists them`);
      end(await perform(flags));
    });
}

async function perform(flags: Flags): Promise<ExitCode> {
  const progress = new Progress(process.stderr);
  const { signal, release } = interruption(() =>
    progress.say('Ending the browsers; what was measured is kept. Press Ctrl-C again to end at once.'),
  );
  let folder: string | undefined;
  try {
    const asked = withResults(reportRequests(flags.reporter, process.env));
    const requests = flags.timings === true ? withReport(asked, 'timings') : asked;
    folder = await makeOutput(flags.output, new Date());
    if (flags.install === true) await installMissing(flags, progress, signal);
    const running = run({ ...runOptionsOf(flags, signal), output: folder });
    for await (const event of running.events) progress.take(event);
    progress.end();
    const results = await running.results;
    await publish(results, requests, folder);
    if (flags.output === undefined) await pointLatest(folder);
    return exitCodeOf(results, signal.aborted);
  } catch (error) {
    if (folder !== undefined && flags.output === undefined) await dropEmpty(folder);
    if (signal.aborted) return EXIT.interrupted;
    throw error;
  } finally {
    progress.end();
    release();
  }
}

async function installMissing(flags: Flags, progress: Progress, signal: AbortSignal): Promise<void> {
  const engines = await missingAmong(flags.browser ?? []);
  if (engines.length === 0) return;
  try {
    await install(engines, { yes: flags.yes === true, say: (line) => progress.say(line), signal });
  } catch (error) {
    // Without agreement the browsers that are there still run.
    if (!(error instanceof ConsentError)) throw error;
    progress.say(error.message);
  }
}
