import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

const VARIABLE = 'MEDIARECORDER_CONFORMANCE_LAUNCH';
/** A process that was killed may still have to wait for a slow disk before it is gone. */
const LIMIT_MS = 30_000;
const POLL_MS = 20;

/** What tells the processes of one launch from all others: they inherit it, whoever starts them. */
export interface LaunchMark {
  readonly value: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A mark that no other launch has. */
export function launchMark(): LaunchMark {
  const value = `${process.pid}-${randomBytes(8).toString('hex')}`;
  return { value, env: { [VARIABLE]: value } };
}

/**
 * Ends what is left of a launch and waits until it is gone: processes in its group, and those that made a
 * group of their own, as the helpers that report crashes do. Elsewhere than on Linux only the group is known,
 * and it has been told to end already.
 */
export async function endRelatives(mark: LaunchMark, group?: number): Promise<void> {
  if (process.platform !== 'linux') return;
  const end = performance.now() + LIMIT_MS;
  for (;;) {
    const left = await relatives(mark, group);
    for (const pid of left) killIfThere(pid);
    if (left.length === 0 || performance.now() > end) return;
    await new Promise((resolve) => {
      setTimeout(resolve, POLL_MS);
    });
  }
}

/** Sends SIGKILL to a process, or with a negative number to a group; one that is gone already is no fault. */
export function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

async function relatives(mark: LaunchMark, group: number | undefined): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const related = await Promise.all(pids.map((pid) => isRelated(pid, mark, group)));
  return pids.filter((_, index) => related[index] === true).map(Number);
}

async function isRelated(pid: string, mark: LaunchMark, group: number | undefined): Promise<boolean> {
  const stat = await readIfThere(`/proc/${pid}/stat`);
  // The name stands in brackets and may hold anything; after it come the state, the parent and the group.
  const [state, , itsGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state === undefined || state === '' || state === 'Z' || state === 'X') return false;
  if (group !== undefined && Number(itsGroup) === group) return true;
  const environment = await readIfThere(`/proc/${pid}/environ`);
  return environment.split('\0').includes(`${VARIABLE}=${mark.value}`);
}

/** A process may end while it is looked at, and somebody else's environment cannot be read. */
async function readIfThere(file: string): Promise<string> {
  return readFile(file, 'latin1').catch(() => '');
}
