import { chromium, firefox, webkit, type BrowserType } from 'playwright-core';
import type { Engine } from '../../protocol/index.ts';
import type { InstalledBrowser } from '../browser.ts';
import { LaunchError, type Launcher, type LaunchOptions, type RunningBrowser } from '../launcher.ts';
import { deadline } from '../process/deadline.ts';
import { chromiumArgs, FIREFOX_PREFS } from './settings.ts';

const START_LIMIT_MS = 60_000;
const OPEN_LIMIT_MS = 30_000;
const CLOSE_LIMIT_MS = 5_000;

const TYPES: Readonly<Record<Engine, BrowserType>> = { chromium, firefox, webkit };

/** Playwright's own builds of the three engines, and stock Chromium by its path. */
export const playwrightLauncher: Launcher = {
  driver: 'playwright',
  async launch(browser, options) {
    try {
      const started = await TYPES[browser.engine].launch(launchOptions(browser, options));
      return running(started, []);
    } catch (cause) {
      const message = cause instanceof Error ? (cause.message.split('\n', 1)[0] ?? '') : String(cause);
      throw new LaunchError(`${browser.name} (${browser.executable}) could not be started: ${message}`, {
        cause,
      });
    }
  },
};

type PlaywrightBrowser = Awaited<ReturnType<BrowserType['launch']>>;

function launchOptions({ engine, executable }: InstalledBrowser, { headed, extras }: LaunchOptions) {
  const env = { ...process.env, ...extras.env };
  const common = {
    executablePath: executable,
    headless: !headed,
    timeout: START_LIMIT_MS,
    env,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
  switch (engine) {
    case 'chromium':
      return { ...common, args: [...chromiumArgs(process.getuid?.() === 0, headed), ...extras.args] };
    case 'firefox':
      return { ...common, args: [...extras.args], firefoxUserPrefs: { ...FIREFOX_PREFS, ...extras.prefs } };
    case 'webkit':
      return { ...common, args: [...extras.args] };
  }
}

function running(browser: PlaywrightBrowser, lines: string[]): RunningBrowser {
  let end = (_reason: string): void => {};
  const gone = new Promise<string>((resolve) => {
    end = resolve;
  });
  browser.on('disconnected', () => end('the browser closed its connection'));
  return {
    version: browser.version(),
    gone,
    log: () => lines.join('\n'),
    async open(url) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      page.on('crash', () => end('the page crashed'));
      page.on('close', () => end('the window was closed'));
      page.on('console', (message) => lines.push(message.text()));
      page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
      await page.goto(url, { waitUntil: 'domcontentloaded', timeout: OPEN_LIMIT_MS });
    },
    async close() {
      await deadline('closing', CLOSE_LIMIT_MS, browser.close()).catch(() => undefined);
    },
  };
}
