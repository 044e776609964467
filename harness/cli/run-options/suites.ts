import * as v from 'valibot';
import type { RunOptions } from '../../api/index.ts';
import { collect } from '../arguments.ts';
import { untyped } from '../untyped.ts';

/** Declares the options that say which suites there are to choose cases from. */
export function declareSuites(command: unknown): void {
  untyped(command)
    .option('--suite <dir>', "run a folder of suites beside the package's own; repeatable", collect)
    .option('--no-built-in', "leave the package's own suite out");
}

const Flags = v.object({ suite: v.exactOptional(v.array(v.string())), builtIn: v.boolean() });

/** What these options mean for a run. */
export function suitesOf(flags: unknown): Pick<RunOptions, 'suites' | 'builtIn'> {
  const { suite, builtIn } = v.parse(Flags, flags);
  return { ...(suite === undefined ? {} : { suites: suite }), ...(builtIn ? {} : { builtIn }) };
}
