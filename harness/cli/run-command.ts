import { relative } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import pc from 'picocolors';
import {
  ConsentError,
  dropEmpty,
  makeOutput,
  pointLatest,
  reporterNames,
  reportRequests,
  run,
  writeReports,
  type ReportRequest,
  UsageError,
  type Results,
  type RunOptions,
} from '../api/index.ts';
import { collect, collectPair, pattern, positive, preference } from './arguments.ts';
import { EXIT, exitCodeOf, type ExitCode } from './exit.ts';
import { install, missingAmong } from './install.ts';
import { interruption } from './interruption.ts';
import { Progress } from './progress.ts';

/** The options of `run`, which are also what npm may swallow. */
export function runCommand(end: (code: ExitCode) => void) {
  return new Command('run')
    .description('run the suite in one or more browsers (the default command)')
    .option(
      '-b, --browser <name|path>',
      'engine, product, id or path; repeatable (default: every engine)',
      collect,
    )
    .option('-g, --grep <pattern>', 'only cases whose id matches this regular expression', pattern)
    .option('--rule <id>', 'only this rule, or this one case; repeatable', collect)
    .option('--section <id>', 'only the rules of this section; repeatable', collect)
    .option('--workers <n>', 'lanes per browser (default: chosen from the cores)', positive)
    .option('--timeout <ms>', 'how long one case may take', positive)
    .option('--headed', 'show the browsers')
    .option('-o, --output <dir>', 'where results go (default: results/<time>)')
    .option(
      '--reporter <name[=file]>',
      `${reporterNames().join(', ')}; repeatable (default: console, json, html)`,
      collect,
    )
    .option('--install', 'get browsers that are missing first')
    .option('-y, --yes', 'agree beforehand to what --install does')
    .option('--browser-arg <arg>', 'one more argument for the browsers; repeatable', collect)
    .option('--browser-pref <name=value>', 'a preference for Firefox; repeatable', collectPair)
    .option('--browser-env <name=value>', 'a variable for the browsers; repeatable', collectPair)
    .argument('[command]')
    .usage('[options]')
    .action(async (stray, flags) => {
      if (stray !== undefined) throw new UsageError(`there is no command "${stray}"; --help lists them`);
      end(await perform(flags));
    });
}

interface Flags extends RunFlags {
  readonly output?: string;
  readonly install?: true;
  readonly yes?: true;
  readonly reporter?: readonly string[];
}

interface RunFlags {
  readonly browser?: readonly string[];
  readonly grep?: string;
  readonly rule?: readonly string[];
  readonly section?: readonly string[];
  readonly workers?: number;
  readonly timeout?: number;
  readonly headed?: true;
  readonly browserArg?: readonly string[];
  readonly browserPref?: Readonly<Record<string, string>>;
  readonly browserEnv?: Readonly<Record<string, string>>;
}

async function perform(flags: Flags): Promise<ExitCode> {
  const progress = new Progress(process.stderr);
  const { signal, release } = interruption(() =>
    progress.say('Ending the browsers; what was measured is kept. Press Ctrl-C again to end at once.'),
  );
  let folder: string | undefined;
  try {
    const requests = withResults(reportRequests(flags.reporter, process.env));
    folder = await makeOutput(flags.output, new Date());
    if (flags.install === true) await installMissing(flags, progress, signal);
    const running = run(runOptionsOf(flags, signal));
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

/** Whatever else is wanted, the results themselves are always kept. */
function withResults(requests: readonly ReportRequest[]): readonly ReportRequest[] {
  return requests.some(({ name }) => name === 'json') ? requests : [...requests, { name: 'json' }];
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

function runOptionsOf(flags: Flags, signal: AbortSignal): RunOptions {
  const prefs = Object.entries(flags.browserPref ?? {}).map(
    ([name, value]) => [name, preference(value)] as const,
  );
  return {
    signal,
    headed: flags.headed === true,
    extras: { args: flags.browserArg ?? [], prefs: Object.fromEntries(prefs), env: flags.browserEnv ?? {} },
    ...(flags.browser === undefined ? {} : { browsers: flags.browser }),
    ...(flags.grep === undefined ? {} : { grep: flags.grep }),
    ...(flags.rule === undefined ? {} : { rules: flags.rule }),
    ...(flags.section === undefined ? {} : { sections: flags.section }),
    ...(flags.workers === undefined ? {} : { workers: flags.workers }),
    ...(flags.timeout === undefined ? {} : { timeout: flags.timeout }),
  };
}

/** Data goes to standard output, and where it is kept to standard error. */
async function publish(results: Results, requests: readonly ReportRequest[], folder: string): Promise<void> {
  const written = await writeReports(results, requests, {
    folder,
    print: (text) => process.stdout.write(text),
    colour: pc.isColorSupported && process.stdout.isTTY,
    columns: process.stdout.columns ?? 80,
  });
  for (const file of written) process.stderr.write(`Wrote ${relative(process.cwd(), file)}\n`);
}
