import type { InstalledBrowser } from '../browser.ts';

/** A browser on this machine, with what is known to stand in its way. */
export interface FoundBrowser extends InstalledBrowser {
  /** Why it is not enough for a whole run, and what is better: one sentence. It can still be chosen by name. */
  readonly shortcoming?: string;
}

/** `--browser` named nothing that can be started; the message says what can be. */
export class BrowserNotFoundError extends Error {
  override readonly name = 'BrowserNotFoundError';
}
