import { readdirSync, readFileSync } from 'node:fs';

/** A process that inherited a test's mark. */
export interface MarkedProcess {
  readonly pid: number;
  readonly command: string;
}

/** The variable that a test marks its processes with. */
export const MARK = 'MEDIARECORDER_CONFORMANCE_TEST_MARK';

/** Every living process of this machine that inherited a mark, whatever became of its parents. */
export function markedProcesses(mark: string): readonly MarkedProcess[] {
  return living().flatMap((pid) => {
    const environment = read(`/proc/${pid}/environ`).split('\0');
    return environment.includes(`${MARK}=${mark}`) ? [{ pid, command: commandOf(pid) }] : [];
  });
}

/** The command lines of every living process of this machine. */
export function runningCommands(): readonly string[] {
  return living().map(commandOf);
}

/** The processes of a run while it goes on, with the groups that they are in. */
export interface Family {
  readonly pids: readonly number[];
  readonly groups: readonly number[];
}

/** Who belongs to a run: whoever inherited its mark, and whoever is in a group with one of those. */
export function familyOf(mark: string): Family {
  const own = groupOf(process.pid);
  const marked = markedProcesses(mark).map(({ pid }) => pid);
  const groups = [...new Set(marked.map(groupOf))].filter((group) => group > 0 && group !== own);
  const members = living().filter((pid) => groups.includes(groupOf(pid)));
  return { pids: [...new Set([...marked, ...members])], groups };
}

/** Those of a run who still live. */
export function survivors(mark: string, { groups }: Family): readonly MarkedProcess[] {
  const marked = markedProcesses(mark);
  const members = living()
    .filter((pid) => groups.includes(groupOf(pid)))
    .map((pid) => ({ pid, command: commandOf(pid) }));
  return [...marked, ...members];
}

/** The command line of a process, in one line. */
export function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
}

function living(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** The group of a process, or 0 if it has ended. */
function groupOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`);
  const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' || state === 'X' ? 0 : Number(group ?? 0);
}

/** A process may end while it is looked at; one that is a zombie has neither environment nor command. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Waits until something holds, for as long as a busy machine may need. */
export async function eventually(what: string, holds: () => boolean, limitMs = 30_000): Promise<void> {
  const end = Date.now() + limitMs;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`still not so after ${limitMs / 1000} s: ${what}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
  }
}
