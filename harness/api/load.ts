import { Worker } from 'node:worker_threads';

/** Counts for ever, but lets go now and then: without any rest on two cores browsers are not slowed but stopped. */
const BUSY = `
  const rest = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    const until = performance.now() + 20;
    while (performance.now() < until);
    Atomics.wait(rest, 0, 0, 5);
  }
`;

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
