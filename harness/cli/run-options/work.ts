import * as v from 'valibot';
import { UsageError } from '../../api/index.ts';
import { untyped } from '../untyped.ts';

/** Declares the options for people who are at work on a case, a suite, a recorder or a browser. */
export function declareWork(command: unknown): void {
  untyped(command)
    .option('--debug <case>', 'show a case or rule in a browser with developer tools, without limits')
    .option('--watch', "run again when a suite's or a polyfill's file changes, until Ctrl-C")
    .option('--until-fail', 'run again and again, shuffled, until something is unexpected')
    .option('--bisect', 'exit with 0 for good, 1 for bad, 125 for untestable, 128 for never')
    .option('--open', 'make the HTML report, and open it on the desktop');
}

const Flags = v.object({
  debug: v.exactOptional(v.string()),
  watch: v.exactOptional(v.boolean(), false),
  untilFail: v.exactOptional(v.boolean(), false),
  open: v.exactOptional(v.boolean(), false),
});

/** What these options say. */
export type Work = v.InferOutput<typeof Flags>;

/** Options that make another run of one than these do. */
const OTHERS = {
  debug: ['watch', 'untilFail', 'rule', 'grep', 'section', 'shard', 'workers', 'timeout', 'repeat', 'verify'],
  watch: ['untilFail', 'verify', 'repeat', 'resume', 'shard', 'lastFailed', 'updateExpectations'],
  untilFail: ['verify', 'retries', 'resume', 'shard', 'lastFailed', 'bail', 'updateExpectations'],
} as const;

const named = (name: string): string =>
  `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** What these options say; those that contradict others are refused. */
export function workOf(flags: unknown, given: readonly string[]): Work {
  for (const [mode, others] of Object.entries(OTHERS)) {
    const other = given.includes(mode) ? others.find((each) => given.includes(each)) : undefined;
    if (other !== undefined) throw new UsageError(`${named(mode)} and ${named(other)} exclude each other`);
  }
  return v.parse(Flags, flags);
}
