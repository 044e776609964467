import { join, relative } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import {
  ConsentError,
  dropEmpty,
  dropJournal,
  joinSuites,
  makeOutput,
  pointLatest,
  readResults,
  reportRequests,
  updateExpectations,
  UsageError,
  type ReportRequest,
  type Results,
  type RunOptions,
} from '../api/index.ts';
import { configText, configure } from './configured.ts';
import { EXIT, exitCodeOf, type ExitCode } from './exit.ts';
import { install, missingAmong } from './install.ts';
import { interruption } from './interruption.ts';
import { Progress } from './progress.ts';
import { openReport, publish, withReport, withResults } from './publish.ts';
import { runOnce, untilFail, watchRuns, type Sitting } from './repeated-runs.ts';
import { resumedRun } from './resume.ts';
import { browsersOf, withBrowsers } from './run-options/browsers.ts';
import { endingOf, withEnding } from './run-options/ending.ts';
import { expectationsOf, withExpectations } from './run-options/expectations.ts';
import { configOf, declareConfig } from './run-options/config.ts';
import { withOutput } from './run-options/output.ts';
import { paceOf, withPace } from './run-options/pace.ts';
import { persistenceOf, withPersistence } from './run-options/persistence.ts';
import { selectionOf, withSelection } from './run-options/selection.ts';
import { declareShare, shareOf } from './run-options/share.ts';
import { subjectsOf, withSubjects } from './run-options/subjects.ts';
import { declareSuites, suitesOf } from './run-options/suites.ts';
import { declareWork, workOf, type Work } from './run-options/work.ts';

/** Where the newest results are. */
const LATEST = join('results', 'latest', 'results.json');

/** The options of `run`, which are also what npm may swallow; each group of them stands in a file of its own. */
function runOptions() {
  const command = new Command('run').description(
    'run the suite in one or more browsers (the default command)',
  );
  const what = withSelection(withSubjects(withBrowsers(command)));
  const how = withExpectations(withEnding(withPersistence(withPace(what))));
  const all = withOutput(how);
  declareShare(all);
  declareSuites(all);
  declareWork(all);
  declareConfig(all);
  return all;
}

type Flags = ReturnType<ReturnType<typeof runOptions>['opts']>;

/** What the options mean for a run; each group of them is understood in the file that declares it. */
async function runOptionsOf(flags: Flags, { debug }: Work): Promise<RunOptions> {
  return {
    ...suitesOf(flags),
    ...browsersOf(flags),
    ...subjectsOf(flags),
    ...selectionOf(flags),
    ...persistenceOf(flags),
    ...paceOf(flags),
    ...endingOf(flags),
    ...expectationsOf(flags),
    ...(await shareOf(flags)),
    lenient: flags.updateExpectations === true,
    // Whoever names a case means it, whichever profile has it.
    ...(debug === undefined ? {} : { debug: true, rules: [debug], profile: 'full' as const }),
  };
}

/** The command that runs the suite. */
export function runCommand(end: (code: ExitCode) => void) {
  return runOptions()
    .argument('[command]')
    .usage('[options]')
    .action(async (stray, told, command) => {
      if (stray !== undefined) throw new UsageError(`there is no command "${stray}"; --help lists them`);
      const { config, printConfig } = configOf(told);
      const loaded = await configure(command, config);
      if (printConfig === true) return void process.stdout.write(configText(command, loaded));
      const flags = command.opts();
      if (
        flags.updateExpectations === true &&
        typeof flags.expectations !== 'string' &&
        flags.resume === undefined
      )
        throw new UsageError('--update-expectations needs --expectations DIR');
      const given = Object.keys(flags).filter((name) => command.getOptionValueSource(name) === 'cli');
      end(await perform(flags, given));
    });
}

/** What the command line asks for, understood. */
interface Order {
  readonly flags: Flags;
  readonly work: Work;
  /** The arguments, for whoever resumes the run. */
  readonly command: readonly string[];
}

/** Of a run that is resumed, the arguments that it was begun with count too. */
async function perform(flags: Flags, given: readonly string[]): Promise<ExitCode> {
  const work = workOf(flags, given);
  const [first, ...rest] = process.argv.slice(2);
  const own = first === undefined || first === 'run' ? rest : [first, ...rest];
  if (flags.resume === undefined) return performIn({ flags, work, command: own });
  const { folder, command } = await resumedRun(flags.resume, given);
  const both = runOptions()
    .parse([...command, ...own], { from: 'user' })
    .opts();
  return performIn({ flags: { ...both, resume: folder }, work, command });
}

async function performIn({ flags, work, command }: Order): Promise<ExitCode> {
  const progress = new Progress(process.stderr);
  const { signal, release } = interruption(() =>
    progress.say('Ending the browsers; what was measured is kept. Press Ctrl-C again to end at once.'),
  );
  let folder: string | undefined;
  try {
    const requests = requestsOf(flags, work);
    const lastFailed = flags.lastFailed === true ? await readResults(LATEST) : undefined;
    const output = await makeOutput(flags.resume ?? flags.output, new Date());
    folder = output;
    if (flags.install === true) await installMissing(flags, progress, signal);
    const options: RunOptions = {
      ...(await runOptionsOf(flags, work)),
      signal,
      output,
      command,
      ...(lastFailed === undefined ? {} : { lastFailed }),
      ...(flags.resume === undefined ? {} : { resume: true }),
    };
    // What was written down is not unexpected any more.
    const failOn = flags.updateExpectations === true ? [] : flags.failOn;
    const sitting: Sitting = {
      options,
      signal,
      progress,
      codeOf: (results) => exitCodeOf(results, signal.aborted, failOn),
      publish: async (results) => {
        await publish(results, requests, output);
        if (results.targets.every(({ complete }) => complete)) await dropJournal(output);
        if (flags.output === undefined) await pointLatest(output);
      },
    };
    if (work.watch) return await watchRuns(sitting);
    const results = work.untilFail ? await untilFail(sitting) : await runOnce(options, progress);
    if (!work.untilFail) await sitting.publish(results);
    if (!work.untilFail && results.targets.some(({ complete }) => !complete))
      progress.say(`This run is not complete; --resume ${relative(process.cwd(), output)} goes on with it.`);
    if (flags.updateExpectations === true) await update(results, flags, progress);
    if (work.open) await openReport(requests, output);
    return sitting.codeOf(results);
  } catch (error) {
    if (folder !== undefined && flags.output === undefined) await dropEmpty(folder);
    if (signal.aborted) return EXIT.interrupted;
    throw error;
  } finally {
    progress.end();
    release();
  }
}

/** The reports that are wanted; the results are always kept, and what is to be opened has to be there. */
function requestsOf({ reporter, timings }: Flags, { open, watch }: Work): readonly ReportRequest[] {
  const asked = withResults(reportRequests(watch ? (reporter ?? ['console']) : reporter, process.env));
  const shown = open ? withReport(asked, 'html') : asked;
  return timings === true ? withReport(shown, 'timings') : shown;
}

/** Writes what was seen into the files of expectations, and says which changed. */
async function update(results: Results, flags: Flags, progress: Progress): Promise<void> {
  const { expectations } = flags;
  if (typeof expectations !== 'string') return;
  const { manifest } = await joinSuites(suitesOf(flags), process.cwd());
  const changed = await updateExpectations(results, expectations, manifest);
  for (const file of changed) progress.say(`Updated ${relative(process.cwd(), file)}`);
  if (changed.length === 0) progress.say('The expectations say what was seen already.');
}

async function installMissing(flags: Flags, progress: Progress, signal: AbortSignal): Promise<void> {
  const engines = await missingAmong(flags.browser ?? [], (line) => progress.say(line));
  if (engines.length === 0) return;
  try {
    await install(engines, { yes: flags.yes === true, say: (line) => progress.say(line), signal });
  } catch (error) {
    // Without agreement the browsers that are there still run.
    if (!(error instanceof ConsentError)) throw error;
    progress.say(error.message);
  }
}
