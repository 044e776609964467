import { randomInt } from 'node:crypto';
import { relative } from 'node:path';
import {
  KeptBrowsers,
  nextChange,
  rebuildAfter,
  type Results,
  run,
  type RunOptions,
  surprisesOf,
  watchedBy,
} from '../api/index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { faultOf } from './faults.ts';
import type { Progress } from './progress.ts';

/** Seeds are short enough to be typed again. */
const SEEDS = 1_000_000;

/** What runs that belong together share. */
export interface Sitting {
  readonly options: RunOptions;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readonly codeOf: (results: Results) => ExitCode;
  /** Prints and writes what a run brought. */
  readonly publish: (results: Results) => Promise<void>;
}

/** Runs once, with its progress on the terminal. */
export async function runOnce(options: RunOptions, progress: Progress): Promise<Results> {
  const running = run(options);
  for await (const event of running.events) progress.take(event);
  progress.end();
  return running.results;
}

/** Runs round after round, each in an order of its own, until one brings something unexpected; publishes that one. */
export async function untilFail(sitting: Sitting): Promise<Results> {
  const { options, progress, signal, codeOf, publish } = sitting;
  const { repeat: most = Infinity, seed: first = randomInt(1, SEEDS), ...rest } = options;
  const supply = new KeptBrowsers();
  try {
    for (let round = 1; ; round += 1) {
      const seed = first + round - 1;
      progress.say(`Round ${round}:`);
      const results = await runOnce({ ...rest, seed, bail: 1, supply }, progress);
      const isOver = codeOf(results) !== EXIT.asExpected;
      if (!isOver && round < most && !signal.aborted) continue;
      await publish(results);
      const found = [...surprisesOf(results)].join(', ');
      const whole = results.targets.every(({ complete }) => complete) ? round : round - 1;
      progress.say(
        isOver && found !== ''
          ? `Round ${round} brought the first ${found}; --seed ${seed} runs the cases in its order again.`
          : `${whole} ${whole === 1 ? 'round' : 'rounds'}, and nothing unexpected.`,
      );
      return results;
    }
  } finally {
    await supply.close();
  }
}

/** Runs now and whenever a file changes that the run depends on, in browsers that stay open. */
export async function watchRuns(sitting: Sitting): Promise<ExitCode> {
  const { options, progress, signal } = sitting;
  const supply = new KeptBrowsers();
  let code: ExitCode = EXIT.asExpected;
  let rebuilt = true;
  try {
    for (;;) {
      if (rebuilt) code = await runPublished({ ...sitting, options: { ...options, supply } });
      if (signal.aborted) return code;
      const watched = await watchedBy(options);
      progress.say(`Waiting for a change in ${watched.folders.length} folders; Ctrl-C ends.`);
      const changed = await nextChange(watched, signal);
      if (changed === undefined) return code;
      progress.say(`${relative(process.cwd(), changed)} changed.`);
      const trouble = await rebuildAfter(changed);
      rebuilt = trouble === undefined;
      if (trouble !== undefined) progress.say(trouble);
    }
  } finally {
    await supply.close();
  }
}

/** Somebody who is at work makes mistakes: they are told, and the next change may mend them. */
async function runPublished({ options, progress, signal, codeOf, publish }: Sitting): Promise<ExitCode> {
  const began = performance.now();
  try {
    const results = await runOnce(options, progress);
    await publish(results);
    progress.say(`That took ${((performance.now() - began) / 1000).toFixed(1)} s.`);
    return codeOf(results);
  } catch (error) {
    if (signal.aborted) return EXIT.interrupted;
    const { code, line } = faultOf(error);
    progress.say(`error: ${line}`);
    return code;
  }
}
