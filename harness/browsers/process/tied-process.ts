import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LineLog } from './line-log.ts';
import { endRelatives, killIfThere, launchMark } from './relatives.ts';

const SETPRIV = '/usr/bin/setpriv';

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
  /** Adds a line of somebody else's to its log. */
  note(line: string): void;
  /** The last lines that it wrote. */
  log(): string;
  /** Ends it and its children at once, and waits until they have ended. */
  kill(): Promise<void>;
}

/**
 * The command line that ties a process to this one. On Linux the kernel does it; elsewhere a small
 * program watches a pipe that closes when this process is gone.
 */
function tie({ file, args }: Command, hasSetpriv: boolean): readonly [string, readonly string[]] {
  if (file.endsWith('setpriv')) return [file, args];
  if (hasSetpriv) return [SETPRIV, ['--pdeathsig', 'KILL', '--', file, ...args]];
  const guard = fileURLToPath(new URL(`guard${extname(import.meta.url)}`, import.meta.url));
  return [process.execPath, [guard, file, ...args]];
}

/** Starts a tied process in a process group of its own. */
export function startTied(command: Command, hasSetpriv = existsSync(SETPRIV)): TiedProcess {
  const [file, args] = tie(command, hasSetpriv);
  const mark = launchMark();
  const child = spawn(file, args, {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...command.env, ...mark.env },
  });
  const log = new LineLog();
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => log.add(chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => log.add(chunk));
  child.stdin.on('error', (error) => log.add(`standard input: ${error.message}\n`));
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`));
    child.once('exit', (code, signal) =>
      resolve(signal === null ? `exited with code ${code}` : `was ended by ${signal}`),
    );
  });
  const { pid } = child;
  return {
    pid: pid ?? -1,
    exited,
    line: (pattern) => log.find(pattern, exited),
    note: (line) => log.add(`${line}\n`),
    log: () => log.text(),
    kill: async () => {
      if (pid !== undefined) killIfThere(-pid);
      await exited;
      await endRelatives(mark, pid);
    },
  };
}
