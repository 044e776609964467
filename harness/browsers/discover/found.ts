import type { Engine } from '../../protocol/index.ts';
import type { InstalledBrowser } from '../browser.ts';
import type { Lack } from './lacks.ts';

/** A browser on this machine, with what is known to stand in its way. */
export interface FoundBrowser extends InstalledBrowser {
  /** Why it is not enough for a whole run, and what is better: one sentence. It can still be chosen by name. */
  readonly shortcoming?: string;
  /** What it cannot do here, though it is enough for a run. */
  readonly lacks?: readonly Lack[];
}

/** A program that is there under the name of a browser, and did not state its version in time. */
export interface UnansweredBrowser {
  readonly engine: Engine;
  readonly executable: string;
  /** What is said of it: `did not answer within 60 s`. */
  readonly reason: string;
}

/** What was found on a machine. */
export interface Discovery {
  readonly found: readonly FoundBrowser[];
  readonly unanswered: readonly UnansweredBrowser[];
}

/** What is said of a program that did not answer. */
export function describeUnanswered({ executable, reason }: Omit<UnansweredBrowser, 'engine'>): string {
  return `${executable} is there, but ${reason} when it was asked for its version; start it once by hand, or try again when the machine is less busy`;
}

/** `--browser` named a program that is there and did not state its version in time. */
export class BrowserUnansweredError extends Error {
  override readonly name = 'BrowserUnansweredError';
}

/** `--browser` named nothing that can be started; the message says what can be. */
export class BrowserNotFoundError extends Error {
  override readonly name = 'BrowserNotFoundError';
}
