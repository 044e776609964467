import path from 'node:path';
import type { Engine } from '../../protocol/index.ts';

/** How a short question to a program came back. */
export type Answer =
  | { readonly kind: 'exited'; readonly code: number; readonly output: string }
  /** It could not be started, or a signal ended it. */
  | { readonly kind: 'no-answer'; readonly reason: string }
  /** It had not ended when its time was up. */
  | { readonly kind: 'late'; readonly reason: string; readonly output: string };

/** How long a program of the system may take for a short question: it may have to be loaded from a cold disk first. */
export const ASK_LIMIT_MS = 60_000;

/** One of Playwright's own builds: where it belongs on this machine, there or not. */
export interface PlaywrightBuild {
  readonly executable: string;
  readonly version: string;
}

/** What discovery may look at in a file system. */
export interface HostFiles {
  exists(file: string): Promise<boolean>;
  /** The text of a file, or undefined where there is none to read. */
  read(file: string): Promise<string | undefined>;
  /** The names in a folder; none where there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Where links lead in the end; the path itself where there is nothing. */
  realPath(file: string): Promise<string>;
  /** Whether the bytes of a text occur in a file. */
  contains(file: string, text: string): Promise<boolean>;
}

/** The machine as discovery sees it, so that a test can show it any other. */
export interface Host {
  readonly platform: string;
  readonly arch: string;
  readonly home: string;
  /** Whether this process is the superuser, who alone can enter a root folder. */
  readonly isRoot: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: HostFiles;
  /** Asks a program a short question and reads what it prints on both streams, of a flood its beginning and its end. */
  ask(command: readonly string[], limitMs: number): Promise<Answer>;
  /** The programs that did not state their version in time; asked again they get less time. */
  readonly unanswered: Set<string>;
  /** Does something after a while, unless it is cancelled with the function that is returned. */
  after(ms: number, task: () => void): () => void;
  /** Says what is being waited for. */
  tell(line: string): void;
  playwright(engine: Engine): PlaywrightBuild | undefined;
}

/** The path rules of a platform: those of `node:path`, whose own type would ask users of this package for Node's. */
export interface PathRules {
  readonly delimiter: string;
  join(...parts: readonly string[]): string;
  resolve(...parts: readonly string[]): string;
  isAbsolute(file: string): boolean;
  dirname(file: string): string;
  basename(file: string, ending?: string): string;
}

/** The path rules of a host, which need not be those of the machine that runs this. */
export function pathsOf(host: Pick<Host, 'platform'>): PathRules {
  return host.platform === 'win32' ? path.win32 : path.posix;
}

/** The user's own folder for what this package fetches. */
export function cacheFolder(host: Pick<Host, 'platform' | 'home' | 'env'>): string {
  const paths = pathsOf(host);
  const stated = host.env['XDG_CACHE_HOME'] ?? '';
  const base = paths.isAbsolute(stated) ? stated : paths.join(host.home, '.cache');
  return paths.join(base, 'mediarecorder-conformance');
}

/** Where the root folder with Debian 13 is, once it is complete. */
export function debianRootFolder(host: Pick<Host, 'platform' | 'home' | 'env'>): string {
  return pathsOf(host).join(cacheFolder(host), 'debian-13', 'root');
}

/** Where the Chromium that ships in an npm package is, once it is complete. */
export function npmChromiumFolder(host: Pick<Host, 'platform' | 'home' | 'env'>): string {
  return pathsOf(host).join(cacheFolder(host), 'npm-chromium');
}
