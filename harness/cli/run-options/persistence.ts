import type { Command, OptionValues } from '@commander-js/extra-typings';
import type { RunOptions } from '../../api/index.ts';
import { positive } from '../arguments.ts';

/** The options that say how often cases are run, and in which order. */
export function withPersistence<A extends unknown[], O extends OptionValues, G extends OptionValues>(
  command: Command<A, O, G>,
): Command<A, O & Flags, G>;
export function withPersistence(command: Command): unknown {
  return command
    .option('--retries <n>', 'try what did not pass, unexpectedly, again up to n times', positive)
    .option('--repeat <n>', 'run every case n times and report how steady it is', positive)
    .option('--verify', 'repeat in fresh browsers, shuffled, every fourth time under load')
    .option('--shuffle', 'run the cases in a random order; the seed is printed')
    .option('--seed <n>', 'run the cases in the order of this seed', positive) satisfies { opts(): Flags };
}

// A type and no interface, for only a type has the index signature that commander asks for.
type Flags = {
  readonly retries?: number | undefined;
  readonly repeat?: number | undefined;
  readonly verify?: true | undefined;
  readonly shuffle?: true | undefined;
  readonly seed?: number | undefined;
};

/** What these options mean for a run. */
export function persistenceOf({ retries, repeat, verify, shuffle, seed }: Flags): Partial<RunOptions> {
  return {
    ...(retries === undefined ? {} : { retries }),
    ...(repeat === undefined ? {} : { repeat }),
    ...(verify === undefined ? {} : { verify }),
    ...(shuffle === undefined ? {} : { shuffle }),
    ...(seed === undefined ? {} : { seed }),
  };
}
