import type { Command, OptionValues } from '@commander-js/extra-typings';
import type { RunOptions } from '../../api/index.ts';
import { collect, collectPair } from '../arguments.ts';

/** The options that say which recorders are tested. */
export function withSubjects<A extends unknown[], O extends OptionValues, G extends OptionValues>(
  command: Command<A, O, G>,
): Command<A, O & Flags, G>;
export function withSubjects(command: Command): unknown {
  return command
    .option('--subject <name>', 'native, reference or mutant:NAME; repeatable (default: native)', collect)
    .option('--polyfill <file|package>', 'test this recorder beside the native one; repeatable', collect)
    .option('--no-native', 'do not test the native recorder beside polyfills')
    .option('--mount <name=dir>', 'serve a folder at /NAME/, for workers and wasm; repeatable', collectPair)
    .option(
      '--isolate',
      'serve pages isolated from other origins, so that they have SharedArrayBuffer',
    ) satisfies { opts(): Flags };
}

// A type and no interface, for only a type has the index signature that commander asks for.
type Flags = {
  readonly subject?: readonly string[] | undefined;
  readonly polyfill?: readonly string[] | undefined;
  readonly native: boolean;
  readonly mount?: Readonly<Record<string, string>> | undefined;
  readonly isolate?: true | undefined;
};

/** What these options mean for a run. */
export function subjectsOf({ subject, polyfill, native, mount, isolate }: Flags): Partial<RunOptions> {
  return {
    native,
    ...(subject === undefined ? {} : { subjects: subject }),
    ...(polyfill === undefined ? {} : { polyfills: polyfill }),
    ...(mount === undefined ? {} : { mounts: mount }),
    ...(isolate === undefined ? {} : { isolated: isolate }),
  };
}
