import type { BrowserExtras, DriverName, InstalledBrowser } from './browser.ts';

/** How a browser is started. */
export interface LaunchOptions {
  readonly headed: boolean;
  readonly extras: BrowserExtras;
  /** Opens the developer tools with the window, in browsers that can. */
  readonly devtools?: boolean;
  /** A folder of this launch alone, deleted when the browser is closed: profile, sockets, logs. */
  readonly scratch: string;
  readonly signal: AbortSignal;
}

/** A browser that has been started. Everything else a page reports over HTTP. */
export interface RunningBrowser {
  /** The version that the browser itself states. */
  readonly version: string;
  /** Opens a URL in a visible window of its own. */
  open(url: string): Promise<void>;
  /** Settles, with the reason, when the browser or the window ended by itself. */
  readonly gone: Promise<string>;
  /** Ends the browser and everything that it started. Can be called at any time, and twice. */
  close(): Promise<void>;
  /** The last lines that the browser itself logged. */
  log(): string;
}

/** One way of starting browsers. Adding a driver means adding one of these. */
export interface Launcher {
  readonly driver: DriverName;
  launch(browser: InstalledBrowser, options: LaunchOptions): Promise<RunningBrowser>;
}

/** A browser could not be started; the message says which and what to do. */
export class LaunchError extends Error {
  override readonly name = 'LaunchError';
}
