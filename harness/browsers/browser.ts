import type { Engine } from '../protocol/index.ts';

/** The three ways of starting and steering a browser. */
export type DriverName = 'puppeteer' | 'playwright' | 'webdriver';

/** Where a browser came from. */
export type Origin = 'system' | 'playwright' | 'puppeteer' | 'npm' | 'debian-root' | 'path';

/** A browser that can be started on this machine. */
export interface InstalledBrowser {
  /** Unique among the discovered ones and usable as `--browser ID`, `chromium`, `playwright-firefox`. */
  readonly id: string;
  readonly engine: Engine;
  /** Its honest name: WebKitGTK is never called Safari. */
  readonly name: string;
  readonly version: string;
  readonly driver: DriverName;
  readonly origin: Origin;
  /** What is started: the browser, or its driver's program for `webdriver`; inside `root` if there is one. */
  readonly executable: string;
  /** The folder of a whole system that the executable lives in and is started inside of. */
  readonly root?: string;
}

/** What people who build browsers may add to any browser. */
export interface BrowserExtras {
  readonly args: readonly string[];
  readonly prefs: Readonly<Record<string, string | number | boolean>>;
  readonly env: Readonly<Record<string, string>>;
}
