import { Worker } from 'node:worker_threads';

/** Counts for ever, in long turns; there is nothing to be told. */
const BUSY = 'for (let n = 0; ; n += 1) Math.sqrt(n);';

/** Work that keeps the machine busy until it is ended. */
export interface Load {
  end(): Promise<void>;
}

/** Keeps as many cores busy; threads of this process, so that none can outlive it. */
export function keepBusy(cores: number): Load {
  const threads = Array.from({ length: cores }, () => new Worker(BUSY, { eval: true }));
  return {
    end: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}
