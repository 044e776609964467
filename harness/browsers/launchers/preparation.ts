import { access, mkdir } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { InstalledBrowser } from '../browser.ts';
import { LaunchError, type LaunchOptions } from '../launcher.ts';

/** The longest temporary folder in which there is still room for the name of a socket. */
const MOST_LETTERS = 60;

/** Fails with a clear line when the browser's program has been moved or removed since it was found. */
export async function mustBeThere({ name, executable, root }: InstalledBrowser): Promise<void> {
  if (!isAbsolute(executable)) return;
  const file = root === undefined ? executable : join(root, executable);
  try {
    await access(file);
  } catch (cause) {
    throw new LaunchError(`${name} could not be started: there is no ${file} (any more)`, { cause });
  }
}

/** Lets a browser put its own temporary files where they are deleted with everything else of its launch. */
export async function temporaryFolder({ scratch }: LaunchOptions): Promise<Readonly<Record<string, string>>> {
  const folder = join(scratch, 't');
  if (process.platform !== 'linux' || folder.length > MOST_LETTERS) return {};
  await mkdir(folder, { recursive: true });
  return { TMPDIR: folder };
}

/** Runs a launch that is ended when the run is interrupted meanwhile. */
export async function interruptible<T>(
  signal: AbortSignal,
  end: () => Promise<void>,
  work: () => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const interrupt = (): void => void end();
  signal.addEventListener('abort', interrupt, { once: true });
  try {
    return await work();
  } finally {
    signal.removeEventListener('abort', interrupt);
  }
}

/** What is said of a browser that did not start. */
export function couldNotStart({ name, executable }: InstalledBrowser, cause: unknown): LaunchError {
  if (cause instanceof LaunchError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  return new LaunchError(`${name} (${executable}) could not be started: ${message}`, { cause });
}
