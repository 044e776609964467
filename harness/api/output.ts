import { access, lstat, mkdir, readdir, readFile, rm, rmdir, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { decodeResults, type Results } from '../protocol/index.ts';
import { CannotRunError, UsageError } from './errors.ts';

const ROOT = 'results';

/** Makes the folder that a run writes to, before anything is run. */
export async function makeOutput(stated: string | undefined, now: Date): Promise<string> {
  const stamp = now
    .toISOString()
    .replaceAll(':', '-')
    .replace(/\.\d+Z$/, '');
  const folder = stated === undefined ? await unusedFolder(resolve(ROOT, stamp)) : resolve(stated);
  try {
    await makeFolder(folder);
    await writeFile(join(folder, '.writable'), '');
    await rm(join(folder, '.writable'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CannotRunError(`cannot write to ${folder}: ${why}; choose another folder with --output`, {
      cause,
    });
  }
  return folder;
}

/** Two runs may begin in the same second. */
async function unusedFolder(folder: string): Promise<string> {
  for (let nth = 2, name = folder; ; nth += 1) {
    if (!(await exists(name))) return name;
    name = `${folder}-${nth}`;
  }
}

/**
 * Makes a folder and those above it. Not by `mkdir`'s own option, which tries for ever
 * where a file system answers that a folder cannot be made in one that exists, as /proc does.
 */
export async function makeFolder(folder: string): Promise<void> {
  if (await exists(folder)) return;
  const above = dirname(folder);
  if (above !== folder) await makeFolder(above);
  await mkdir(folder).catch(async (error: unknown) => {
    if (!(await exists(folder))) throw error;
  });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Points `results/latest` to a folder that now holds results. */
export async function pointLatest(folder: string): Promise<void> {
  const latest = join(dirname(folder), 'latest');
  const there = await lstat(latest).catch(() => undefined);
  // A real folder of that name holds somebody's results.
  if (there !== undefined && !there.isSymbolicLink()) return;
  await rm(latest, { force: true });
  await symlink(basename(folder), latest, 'junction');
}

/** Removes a folder that a run made and wrote nothing to. */
export async function dropEmpty(folder: string): Promise<void> {
  if ((await readdir(folder).catch(() => ['unreadable'])).length === 0) await rmdir(folder);
}

/** Reads and validates a results file; says which field is wrong if one is. */
export async function readResults(file: string): Promise<Results> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new UsageError(`cannot read ${file}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
  return decodeResults(text, file);
}

/** Validates results that came from anywhere else. */
export function parseResults(text: string, origin = 'results'): Results {
  return decodeResults(text, origin);
}
