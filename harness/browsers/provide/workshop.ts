import type { Host } from '../discover/index.ts';
import type { Reachability } from './facts.ts';

/** How a long-running program ended. */
export type Ended =
  | { readonly kind: 'exited'; readonly code: number; readonly lastLines: readonly string[] }
  | { readonly kind: 'not-started'; readonly reason: string };

/** How a program is run and watched. */
export interface Running {
  readonly env?: Readonly<Record<string, string>>;
  readonly onLine?: (line: string) => void;
  /** Whether the program is asked to end before it is made to; dpkg must never be stopped in mid-write. */
  readonly ending: 'gentle' | 'hard';
  /** Whether it may ask for a password on the terminal. */
  readonly terminal?: boolean;
}

/** What providing may do to files. */
export interface WorkshopFiles {
  makeFolder(folder: string): Promise<void>;
  write(file: string, text: string, mode?: number): Promise<void>;
  /** Writes a file that must not be there yet; false if it was. */
  claim(file: string, text: string): Promise<boolean>;
  /** Sets a file's time to now. */
  touch(file: string): Promise<void>;
  /** How long ago a file was written or touched; undefined if it is not there. */
  ageMs(file: string): Promise<number | undefined>;
  rename(from: string, to: string): Promise<void>;
  /** Deletes a file or a folder of this package's own making in which nothing was ever mounted. */
  remove(file: string): Promise<void>;
  unpackBrotli(from: string, to: string): Promise<void>;
}

/** What providing works with, so that a test can give it another machine. */
export interface Workshop {
  readonly host: Host;
  readonly files: WorkshopFiles;
  readonly pid: number;
  /** The command that starts Playwright's own installer. */
  readonly playwrightInstaller: readonly string[];
  /** Runs a program to its end. Rejects with the signal's reason when that aborts it, after the program has ended. */
  run(command: readonly string[], running: Running, signal: AbortSignal): Promise<Ended>;
  reach(url: string, limitMs: number): Promise<Reachability>;
  isAlive(pid: number): boolean;
  pause(ms: number, signal: AbortSignal): Promise<void>;
}
