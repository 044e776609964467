import type { Command, OptionValues } from '@commander-js/extra-typings';
import type { RunOptions } from '../../api/index.ts';
import { collect, collectPair, preference } from '../arguments.ts';

/** The options that say in which browsers to run, and how these are started. */
export function withBrowsers<A extends unknown[], O extends OptionValues, G extends OptionValues>(
  command: Command<A, O, G>,
): Command<A, O & Flags, G>;
export function withBrowsers(command: Command): unknown {
  return command
    .option(
      '-b, --browser <name|path>',
      'engine, product, id or path; repeatable (default: every engine)',
      collect,
    )
    .option('--headed', 'show the browsers')
    .option('--install', 'get browsers that are missing first')
    .option('-y, --yes', 'agree beforehand to what --install does')
    .option('--browser-arg <arg>', 'one more argument for the browsers; repeatable', collect)
    .option('--browser-pref <name=value>', 'a preference for Firefox; repeatable', collectPair)
    .option('--browser-env <name=value>', 'a variable for the browsers; repeatable', collectPair) satisfies {
    opts(): Flags;
  };
}

// A type and no interface, for only a type has the index signature that commander asks for.
type Flags = {
  readonly browser?: readonly string[] | undefined;
  readonly headed?: true | undefined;
  readonly install?: true | undefined;
  readonly yes?: true | undefined;
  readonly browserArg?: readonly string[] | undefined;
  readonly browserPref?: Readonly<Record<string, string>> | undefined;
  readonly browserEnv?: Readonly<Record<string, string>> | undefined;
};

/** What these options mean for a run. */
export function browsersOf(flags: Flags): Partial<RunOptions> {
  const prefs = Object.entries(flags.browserPref ?? {}).map(
    ([name, value]) => [name, preference(value)] as const,
  );
  return {
    headed: flags.headed === true,
    extras: { args: flags.browserArg ?? [], prefs: Object.fromEntries(prefs), env: flags.browserEnv ?? {} },
    ...(flags.browser === undefined ? {} : { browsers: flags.browser }),
  };
}
