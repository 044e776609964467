/** Waits for a task of its own, queued now; it cannot run before the current task is over. */
export async function nextMessageTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  await new Promise<void>((resolve) => {
    port1.addEventListener('message', () => resolve(), { once: true });
    port1.start();
    port2.postMessage(null);
  });
  port1.close();
}

/** Lets the tasks that are queued now run: a message and a timer each take their turn. */
export async function taskTurn(): Promise<void> {
  await nextMessageTask();
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** Lets microtasks run, and nothing else: the current task is not over when this settles. */
export async function microtasks(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

/** Waits for a promise, but only so long; undefined when that was not enough. */
export async function limited<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: number | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([promise, over]);
  } finally {
    clearTimeout(timer);
  }
}

/** Lets wall-clock time pass. It bounds how long something is waited for, and proves nothing. */
export async function pause(ms: number): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });
}
