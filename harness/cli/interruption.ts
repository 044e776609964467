import { EXIT } from './exit.ts';

/** A terminal and npm may both hand on the same Ctrl-C: what comes so soon after it is no second one. */
const SAME_PRESS_MS = 500;

/** Turns the first Ctrl-C or SIGTERM into an abort, and the second one into an end at once. */
export function interruption(onFirst: () => void): { readonly signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  let takenAt = 0;
  const take = (): void => {
    if (controller.signal.aborted) {
      if (performance.now() - takenAt > SAME_PRESS_MS) process.exit(EXIT.interrupted);
      return;
    }
    takenAt = performance.now();
    controller.abort(new Error('interrupted'));
    onFirst();
  };
  // npm does not hand a SIGTERM on to its child: when the parent is gone, this run was ended.
  const parent = process.ppid;
  const watching = setInterval(() => {
    if (process.ppid !== parent && !controller.signal.aborted) take();
  }, 1_000);
  watching.unref();
  process.on('SIGINT', take);
  process.on('SIGTERM', take);
  process.on('SIGHUP', take);
  return {
    signal: controller.signal,
    release: () => {
      clearInterval(watching);
      process.off('SIGINT', take);
      process.off('SIGTERM', take);
      process.off('SIGHUP', take);
    },
  };
}
