import path from 'node:path';
import { debianRootFolder } from '../discover/index.ts';
import { insideRoot } from './inside-root.ts';
import { inOrder, step } from './job.ts';
import type { Job, Step } from './job.ts';
import { whileLocked } from './lock.ts';
import { aptProxy } from './mirrors.ts';
import { inUse } from './remove-root.ts';

/** How an update of the root folder ended; whatever it is, the folder can be used. */
export type Update =
  | { readonly kind: 'updated' }
  | { readonly kind: 'recent' }
  | { readonly kind: 'no-root' }
  | { readonly kind: 'left-alone'; readonly reason: string };

const A_WEEK_MS = 7 * 24 * 3600 * 1000;

function upgrade(job: Job, root: string, env: Readonly<Record<string, string>>): Promise<Step> {
  const inside = (command: readonly string[]): Promise<Step> =>
    step(job, insideRoot({ root, command: ['env', 'DEBIAN_FRONTEND=noninteractive', ...command] }), {
      ending: 'hard',
      env,
    });
  return inOrder([
    () => inside(['dpkg', '--configure', '-a']),
    () => inside(['apt-get', 'update']),
    () => inside(['apt-get', 'upgrade', '-y', '--with-new-pkgs']),
    () => inside(['sh', '-c', 'apt-get clean && rm -rf /var/lib/apt/lists/*']),
  ]);
}

/** Why nothing has to be done; undefined if something has. */
async function settled(job: Job, root: string, when: 'weekly' | 'now'): Promise<Update | undefined> {
  const { host, files } = job.workshop;
  if (!(await host.files.exists(root))) return { kind: 'no-root' };
  if (!host.isRoot) return { kind: 'left-alone', reason: 'only root can update it' };
  const age = (await files.ageMs(stampOf(root))) ?? (await files.ageMs(`${root}/etc/apt/sources.list`));
  return when === 'weekly' && age !== undefined && age < A_WEEK_MS ? { kind: 'recent' } : undefined;
}

function stampOf(root: string): string {
  return path.join(path.dirname(root), 'updated');
}

async function update(job: Job, root: string): Promise<Update> {
  const { host, files } = job.workshop;
  const reason = await inUse(host, root);
  if (reason !== undefined) return { kind: 'left-alone', reason };
  const done = await upgrade(job, root, await aptProxy(host));
  if (done.kind === 'failed') return { kind: 'left-alone', reason: done.reason };
  await files.write(stampOf(root), '');
  return { kind: 'updated' };
}

/** Brings the root folder up to date, at most once a week unless it is wanted now, and never under a running browser. */
export async function updateRoot(job: Job, when: 'weekly' | 'now', waiting: () => void): Promise<Update> {
  const root = debianRootFolder(job.workshop.host);
  const before = await settled(job, root, when);
  if (before !== undefined) return before;
  return whileLocked(
    job.workshop,
    job.signal,
    waiting,
    async () => (await settled(job, root, when)) ?? update(job, root),
  );
}
