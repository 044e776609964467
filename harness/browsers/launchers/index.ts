import type { DriverName } from '../browser.ts';
import type { Launcher } from '../launcher.ts';

/** A launcher whose library is loaded when a browser is started with it: each costs up to half a second. */
function loaded(driver: DriverName, load: () => Promise<Launcher>): Launcher {
  return { driver, launch: async (browser, options) => (await load()).launch(browser, options) };
}

/** The launcher of each driver. */
export const LAUNCHERS = {
  puppeteer: loaded('puppeteer', async () => (await import('./puppeteer.ts')).puppeteerLauncher),
  playwright: loaded('playwright', async () => (await import('./playwright.ts')).playwrightLauncher),
  webdriver: loaded('webdriver', async () => (await import('./webdriver.ts')).webdriverLauncher),
} as const satisfies Record<DriverName, Launcher>;
