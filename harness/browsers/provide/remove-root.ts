import path from 'node:path';
import { debianRootFolder } from '../discover/index.ts';
import type { Host } from '../discover/index.ts';
import { DONE, failed, step } from './job.ts';
import type { Job, Step } from './job.ts';

/** The places beneath a folder, or the folder itself, that something is mounted on. */
export function mountsBeneath(mountinfo: string, folder: string): readonly string[] {
  return mountinfo
    .split('\n')
    .map((line) =>
      (line.split(' ')[4] ?? '').replace(/\\([0-7]{3})/g, (_, octal: string) => unescaped(octal)),
    )
    .filter((place) => place === folder || place.startsWith(`${folder}/`));
}

function unescaped(octal: string): string {
  return String.fromCharCode(Number.parseInt(octal, 8));
}

/** The processes whose root folder is the given one, browsers that are running in it for instance. */
async function processesInside(host: Host, folder: string): Promise<readonly number[]> {
  const real = await host.files.realPath(folder);
  const ids = (await host.files.list('/proc')).filter((name) => /^\d+$/.test(name));
  const inside = await Promise.all(
    ids.map(async (id) => (await host.files.realPath(`/proc/${id}/root`)) === real),
  );
  return ids.filter((_, index) => inside[index] === true).map(Number);
}

/** Why a root folder must be left as it is at the moment; undefined if nothing forbids to change it. */
export async function inUse(host: Host, folder: string): Promise<string | undefined> {
  const mountinfo = await host.files.read('/proc/self/mountinfo');
  if (mountinfo === undefined) return 'it cannot be seen what is mounted on this machine';
  const [mount] = mountsBeneath(mountinfo, await host.files.realPath(folder));
  if (mount !== undefined) return `${mount} is mounted; unmount it first`;
  const [pid] = await processesInside(host, folder);
  return pid === undefined ? undefined : `process ${pid} runs in it; end it first`;
}

/** Deletes a whole system's folder: never while it is in use, and never across a border of file systems. */
export async function deleteRoot(job: Job, folder: string): Promise<Step> {
  const { files, host } = job.workshop;
  const leftover = `${folder}.deleted`;
  for (const doomed of [leftover, folder]) {
    if (!(await host.files.exists(doomed))) continue;
    const reason = await inUse(host, doomed);
    if (reason !== undefined) return failed(`${doomed} cannot be deleted: ${reason}`);
    // Under its old name it would look complete while it is not.
    if (doomed === folder) await files.rename(folder, leftover);
    const deleted = await step(job, ['rm', '-rf', '--one-file-system', '--', leftover], { ending: 'hard' });
    if (deleted.kind === 'failed') return deleted;
  }
  return DONE;
}

/** Deletes the root folder with Debian 13 and everything that was kept for making it. */
export async function removeRoot(job: Job): Promise<Step> {
  const root = debianRootFolder(job.workshop.host);
  for (const folder of [root, `${root}.partial`]) {
    const reason = await inUse(job.workshop.host, folder);
    if (reason !== undefined) return failed(`${folder} cannot be deleted: ${reason}`);
  }
  return deleteRoot(job, path.dirname(root));
}
