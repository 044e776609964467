import { Argument, Command } from '@commander-js/extra-typings';
import {
  describeLack,
  describeUnanswered,
  listBrowsers,
  removeInstalled,
  updateInstalled,
  UsageError,
  type BrowserList,
  type FoundBrowser,
  type MissingEngine,
} from '../api/index.ts';
import { Engine } from '../protocol/index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { install } from './install.ts';
import { interruption } from './interruption.ts';

/** `browsers`, and what gets and removes them. */
export function browsersCommand(end: (code: ExitCode) => void) {
  const command = new Command('browsers')
    .description('show which browsers are found, which are missing, and how to get them')
    .option('--json', 'print JSON')
    .allowExcessArguments(false)
    .action(async ({ json }) => {
      const list = await listBrowsers(say);
      process.stdout.write(json === true ? `${JSON.stringify(list, null, 2)}\n` : textOf(list));
      end(EXIT.asExpected);
    });
  command
    .command('install')
    .description('get browsers: all that are missing, or those of the engines named')
    .addArgument(new Argument('[engine...]', 'chromium, firefox or webkit'))
    .option('-y, --yes', 'agree beforehand to what will be fetched and changed')
    .option('--update', 'bring what was prepared in the cache folder up to date now, not once a week')
    .action(async (engines, { yes, update }) =>
      end(await installEngines(engines, { yes: yes === true, update: update === true })),
    );
  command
    .command('remove')
    .description('remove what was got into the cache folder; packages of the system stay')
    .action(async () => {
      const { signal, release } = interruption(() => undefined);
      try {
        for (const line of await removeInstalled(signal, say)) say(line);
        end(EXIT.asExpected);
      } finally {
        release();
      }
    });
  return command;
}

interface InstallFlags {
  readonly yes: boolean;
  readonly update: boolean;
}

async function installEngines(names: readonly string[], { yes, update }: InstallFlags): Promise<ExitCode> {
  const unknown = names.find((name) => !Engine.options.some((engine) => engine === name));
  if (unknown !== undefined) {
    throw new UsageError(`there is no engine "${unknown}"; there are: ${Engine.options.join(', ')}`);
  }
  const wanted = Engine.options.filter((engine) => names.length === 0 || names.includes(engine));
  const { signal, release } = interruption(() => say('Stopping; the next attempt goes on from here.'));
  try {
    const provided = await install(wanted, { yes, say, signal });
    for (const each of provided) {
      if (each.kind === 'failed') say(`${each.engine}: not there: ${each.reason}`);
    }
    if (wanted.includes('webkit')) await updateInstalled(update ? 'now' : 'weekly', { signal, say });
    return provided.every(({ kind }) => kind === 'failed') ? EXIT.cannotRun : EXIT.asExpected;
  } catch (error) {
    if (signal.aborted) return EXIT.interrupted;
    throw error;
  } finally {
    release();
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

const COLUMN = 22;

/** A line below one that begins with an id or an engine. */
function below(text: string): string {
  return `${' '.repeat(COLUMN + 1)}${text}`;
}

function foundText({ id, name, version, driver, executable, root, ...browser }: FoundBrowser): string {
  const { shortcoming, lacks = [] } = browser;
  return [
    `${id.padEnd(COLUMN)} ${name} ${version}`,
    below(`${root ?? ''}${executable} (${driver})`),
    ...(shortcoming === undefined ? [] : [below(shortcoming)]),
    ...lacks.map((lack) => below(describeLack(lack))),
  ].join('\n');
}

function missingText({ engine, command, unanswered }: MissingEngine): string {
  const first = `${engine.padEnd(COLUMN)} missing; get it with "${command}"`;
  return unanswered === undefined ? first : `${engine.padEnd(COLUMN)} ${describeUnanswered(unanswered)}`;
}

function textOf({ found, missing, unanswered }: BrowserList): string {
  const told = missing.map((gap) => gap.unanswered);
  const others = unanswered.filter((one) => !told.includes(one));
  return [
    ...found.map(foundText),
    ...missing.map(missingText),
    ...others.map((one) => `${one.engine.padEnd(COLUMN)} ${describeUnanswered(one)}`),
    '',
  ].join('\n');
}
