import { access, constants, mkdir } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { InstalledBrowser } from '../browser.ts';
import { homeOfUser } from '../discover/index.ts';
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
async function temporaryFolder({ scratch }: LaunchOptions): Promise<Readonly<Record<string, string>>> {
  const folder = join(scratch, 't');
  if (process.platform !== 'linux' || folder.length > MOST_LETTERS) return {};
  await mkdir(folder, { recursive: true });
  return { TMPDIR: folder };
}

/** The folders that a browser is given instead of those that all programs share. */
export async function ownFolders(options: LaunchOptions): Promise<Readonly<Record<string, string>>> {
  return { ...(await temporaryFolder(options)), ...(await homeFolder(options, homeOfUser())) };
}

/** A home of its own for a browser whose user has none to write to: Firefox waits for ever there. */
export async function homeFolder(
  { scratch }: Pick<LaunchOptions, 'scratch'>,
  home: string | undefined,
): Promise<Readonly<Record<string, string>>> {
  if (process.platform !== 'linux' || (home !== undefined && (await canWrite(home)))) return {};
  const folder = join(scratch, 'home');
  await mkdir(folder, { recursive: true });
  return { HOME: folder };
}

async function canWrite(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
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
