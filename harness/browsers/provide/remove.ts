import { debianRootFolder, npmChromiumFolder } from '../discover/index.ts';
import { DONE } from './job.ts';
import type { Job, Step } from './job.ts';
import { whileLocked } from './lock.ts';
import { removeRoot } from './remove-root.ts';

/** What this package keeps in the user's cache folder and can delete again. */
export interface Kept {
  readonly what: 'Debian 13 root' | 'Chromium from npm';
  readonly folder: string;
}

/** What of it is there. */
export async function kept({ workshop: { host } }: Pick<Job, 'workshop'>): Promise<readonly Kept[]> {
  const all: readonly Kept[] = [
    { what: 'Debian 13 root', folder: debianRootFolder(host) },
    { what: 'Debian 13 root', folder: `${debianRootFolder(host)}.partial` },
    { what: 'Chromium from npm', folder: npmChromiumFolder(host) },
  ];
  const there = await Promise.all(all.map(({ folder }) => host.files.exists(folder)));
  return all.filter((_, index) => there[index] === true);
}

/**
 * Deletes everything that was fetched into this package's own folder. What Playwright or the system's package
 * manager installed belongs to them, and they remove it.
 */
export async function removeProvided(job: Job, waiting: () => void): Promise<Step> {
  return whileLocked(job.workshop, job.signal, waiting, async () => {
    const { files, host } = job.workshop;
    const root = host.platform === 'linux' ? await removeRoot(job) : DONE;
    if (root.kind === 'failed') return root;
    await files.remove(`${npmChromiumFolder(host)}.partial`);
    await files.remove(npmChromiumFolder(host));
    return DONE;
  });
}
