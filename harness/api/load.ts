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

interface Threads {
  readonly threads: readonly Worker[];
  readonly users: number;
}

const NOBODY: Threads = { threads: [], users: 0 };

// Browsers that are tested side by side share a machine, and so its load: one for each of them would stop them all.
let shared = NOBODY;

/** Keeps as many cores busy; threads of this process, so that none can outlive it. Whoever asks meanwhile shares them. */
export function keepBusy(cores: number): Load {
  const { users, threads: running } = shared;
  const threads = users > 0 ? running : Array.from({ length: cores }, () => new Worker(BUSY, { eval: true }));
  shared = { threads, users: users + 1 };
  return { end: release };
}

async function release(): Promise<void> {
  const { threads, users } = shared;
  shared = users > 1 ? { threads, users: users - 1 } : NOBODY;
  if (users === 1) await Promise.all(threads.map((thread) => thread.terminate()));
}
