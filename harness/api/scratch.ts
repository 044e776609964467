import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotRunError } from './errors.ts';

const PREFIX = 'mediarecorder';

/** Makes a folder for one launch; its name says whose it is, in case this process has no chance to delete it. */
export async function makeScratch(): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), `${PREFIX}-${await processSpace()}-${process.pid}-`));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CannotRunError(`cannot make a temporary folder: ${why}; set TMPDIR to a folder that has room`, {
      cause,
    });
  }
}

/** Deletes a folder of a launch; says why if it cannot be done. */
export async function removeScratch(folder: string): Promise<string | undefined> {
  try {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    return undefined;
  } catch (error) {
    return `${folder} could not be deleted: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Deletes what launches of processes left behind that were killed before they could; says what was deleted. */
export async function removeStaleScratch(): Promise<readonly string[]> {
  const space = await processSpace();
  const pattern = new RegExp(`^${PREFIX}-${space}-(\\d+)-[A-Za-z0-9]{6}$`);
  const removed: string[] = [];
  for (const name of await readdir(tmpdir())) {
    const pid = Number(pattern.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    if ((await removeScratch(folder)) === undefined) removed.push(folder);
  }
  return removed;
}

/** Containers that share a temporary folder do not share process numbers: a number counts in its own space only. */
async function processSpace(): Promise<string> {
  if (process.platform !== 'linux') return '0';
  const link = await readlink('/proc/self/ns/pid').catch(() => '');
  return Number(/\d+/.exec(link)?.[0] ?? 0).toString(36);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
