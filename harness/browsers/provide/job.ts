import type { Ended, Running, Workshop } from './workshop.ts';

/** Whether a step did what it is for; a failure is said in a clause that fits after a colon. */
export type Step = { readonly kind: 'done' } | { readonly kind: 'failed'; readonly reason: string };

/** What every step of providing is given. */
export interface Job {
  readonly workshop: Workshop;
  readonly signal: AbortSignal;
  /** A line of progress, of the program that is at work. */
  readonly progress: (line: string) => void;
}

export const DONE: Step = { kind: 'done' };

/** A step that did not work out. */
export function failed(reason: string): Step {
  return { kind: 'failed', reason };
}

function reasonOf(ended: Ended): string {
  if (ended.kind === 'not-started') return ended.reason;
  const telling = ended.lastLines.findLast((line) => /^(E:|error|npm error|Error:)/i.test(line));
  return telling ?? ended.lastLines.at(-1) ?? `it exited with ${ended.code} and said nothing`;
}

/** Runs a program as a step: whether it worked is its exit code, why not is its own last word. */
export async function step(
  job: Job,
  command: readonly string[],
  running: Pick<Running, 'ending' | 'env' | 'terminal'>,
): Promise<Step> {
  const ended = await job.workshop.run(command, { ...running, onLine: job.progress }, job.signal);
  return ended.kind === 'exited' && ended.code === 0 ? DONE : failed(reasonOf(ended));
}

/** Goes through steps until one fails. */
export async function inOrder(steps: readonly (() => Promise<Step>)[]): Promise<Step> {
  for (const next of steps) {
    const result = await next();
    if (result.kind === 'failed') return result;
  }
  return DONE;
}
