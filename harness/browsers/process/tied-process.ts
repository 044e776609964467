import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SETPRIV = '/usr/bin/setpriv';
const LOG_LINES = 200;

/** What to start, and how. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A process, and everything it starts, that ends when this one does, however this one ends. */
export interface TiedProcess {
  readonly pid: number;
  /** Settles with how it ended. */
  readonly exited: Promise<string>;
  /** Settles with the first line of its output that matches, and rejects when it ends before. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
  /** The last lines that it wrote. */
  log(): string;
  /** Ends it and its children at once, and waits until it has ended. */
  kill(): Promise<void>;
}

/**
 * The command line that ties a process to this one. On Linux the kernel does it; elsewhere a small
 * program watches a pipe that closes when this process is gone.
 */
export function tie({ file, args }: Command, hasSetpriv: boolean): readonly [string, readonly string[]] {
  if (file.endsWith('setpriv')) return [file, args];
  if (hasSetpriv) return [SETPRIV, ['--pdeathsig', 'KILL', '--', file, ...args]];
  const guard = fileURLToPath(new URL('guard.js', import.meta.url));
  return [process.execPath, [guard, file, ...args]];
}

/** Starts a tied process in a process group of its own. */
export function startTied(command: Command): TiedProcess {
  const [file, args] = tie(command, existsSync(SETPRIV));
  const child = spawn(file, args, {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...command.env },
  });
  const log = new LineLog();
  child.stdout.on('data', (chunk: Buffer) => log.add(chunk));
  child.stderr.on('data', (chunk: Buffer) => log.add(chunk));
  child.stdin.on('error', (error) => log.add(Buffer.from(`standard input: ${error.message}\n`)));
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`));
    child.once('exit', (code, signal) =>
      resolve(signal === null ? `exited with code ${code}` : `was ended by ${signal}`),
    );
  });
  const pid = child.pid ?? -1;
  return {
    pid,
    exited,
    line: (pattern) => log.find(pattern, exited),
    log: () => log.text(),
    kill: async () => {
      endGroup(pid);
      await exited;
      endGroup(pid);
    },
  };
}

/** Ends a whole process group; one that is gone already is no fault. */
function endGroup(pid: number): void {
  if (pid <= 0) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Keeps the last lines of a process's output, and finds lines in it as they come. */
class LineLog {
  #lines: string[] = [];
  #rest = '';
  readonly #watchers = new Set<(line: string) => void>();

  add(chunk: Buffer): void {
    const parts = (this.#rest + chunk.toString('utf8')).split('\n');
    this.#rest = parts.pop() ?? '';
    for (const line of parts) {
      this.#lines.push(line);
      for (const watcher of this.#watchers) watcher(line);
    }
    this.#lines = this.#lines.slice(-LOG_LINES);
  }

  text(): string {
    return [...this.#lines, this.#rest].join('\n').trim();
  }

  async find(pattern: RegExp, exited: Promise<string>): Promise<RegExpExecArray> {
    let watcher = (_line: string): void => {};
    const found = new Promise<RegExpExecArray>((resolve) => {
      watcher = (line) => {
        const match = pattern.exec(line);
        if (match !== null) resolve(match);
      };
      this.#watchers.add(watcher);
      for (const line of this.#lines) watcher(line);
    });
    try {
      return await Promise.race([
        found,
        exited.then((how) => {
          throw new Error(`it ${how} before it was ready\n${this.text()}`);
        }),
      ]);
    } finally {
      this.#watchers.delete(watcher);
    }
  }
}
