import type { DriverName } from '../browser.ts';
import type { Launcher } from '../launcher.ts';
import { playwrightLauncher } from './playwright.ts';
import { puppeteerLauncher } from './puppeteer.ts';
import { webdriverLauncher } from './webdriver.ts';

/** The launcher of each driver. */
export const LAUNCHERS = {
  puppeteer: puppeteerLauncher,
  playwright: playwrightLauncher,
  webdriver: webdriverLauncher,
} as const satisfies Record<DriverName, Launcher>;
