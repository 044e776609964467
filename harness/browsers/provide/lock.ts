import path from 'node:path';
import { hostname } from 'node:os';
import * as v from 'valibot';
import { cacheFolder } from '../discover/index.ts';
import type { Workshop } from './workshop.ts';

/** Another process fetches browsers, and did not come to an end in good time. */
class LockedError extends Error {
  override readonly name = 'LockedError';
}

const Holder = v.object({ pid: v.number(), machine: v.string() });

const BEAT_MS = 5000;
/** A holder that has not shown itself for so long is gone, even if another process has its number by now. */
const STALE_MS = 180_000;
/** Over a slow line a whole system takes more than an hour. */
const LONGEST_WAIT_MS = 2 * 3600_000;

/** The holder may be on another machine or in another container that shares the folder, where its number says nothing. */
async function isStale(workshop: Workshop, file: string): Promise<boolean> {
  const age = await workshop.files.ageMs(file);
  if (age === undefined) return false;
  if (age > STALE_MS) return true;
  const holder = v.safeParse(v.pipe(v.string(), v.parseJson(), Holder), await workshop.host.files.read(file));
  return holder.success && holder.output.machine === hostname() && !workshop.isAlive(holder.output.pid);
}

async function acquire(
  workshop: Workshop,
  file: string,
  waiting: () => void,
  signal: AbortSignal,
): Promise<void> {
  const text = JSON.stringify({ pid: workshop.pid, machine: hostname() });
  await workshop.files.makeFolder(path.dirname(file));
  for (let waited = 0; !(await workshop.files.claim(file, text)); waited += 500) {
    if (await isStale(workshop, file)) {
      await workshop.files.remove(file);
      continue;
    }
    if (waited === 0) waiting();
    if (waited > LONGEST_WAIT_MS)
      throw new LockedError(`Another process has held ${file} for two hours. End it, or delete that file.`);
    await workshop.pause(500, signal);
  }
}

/** Does something while no other process fetches, updates or removes browsers in the same cache folder. */
export async function whileLocked<T>(
  workshop: Workshop,
  signal: AbortSignal,
  waiting: () => void,
  task: () => Promise<T>,
): Promise<T> {
  const file = path.join(cacheFolder(workshop.host), 'install.lock');
  await acquire(workshop, file, waiting, signal);
  const beat = setInterval(() => void workshop.files.touch(file).catch(() => undefined), BEAT_MS);
  try {
    return await task();
  } finally {
    clearInterval(beat);
    await workshop.files.remove(file);
  }
}
