import { join } from 'node:path';
import { chromium, firefox, webkit, type BrowserContext, type BrowserType, type Page } from 'playwright-core';
import type { Engine } from '../../protocol/index.ts';
import type { InstalledBrowser } from '../browser.ts';
import type { Launcher, LaunchOptions, RunningBrowser } from '../launcher.ts';
import { deadline } from '../process/deadline.ts';
import { LineLog } from '../process/line-log.ts';
import { endRelatives, launchMark, type LaunchMark } from '../process/relatives.ts';
import { couldNotStart, interruptible, mustBeThere, ownFolders } from './preparation.ts';
import { chromiumArgs, FIREFOX_PREFS, firefoxArgs, LIMITS } from './settings.ts';

const TYPES: Readonly<Record<Engine, BrowserType>> = { chromium, firefox, webkit };

/**
 * Playwright's own builds of the three engines, and stock Chromium by its path. They end by themselves when
 * the pipe to this process closes. The profile is ours, so that it is deleted whatever ends this process.
 */
export const playwrightLauncher: Launcher = {
  driver: 'playwright',
  async launch(browser, options) {
    await mustBeThere(browser);
    const mark = launchMark();
    try {
      return await interruptible(
        options.signal,
        () => endRelatives(mark),
        async () => {
          const settings = launchOptions(browser, options, {
            ...process.env,
            ...(await ownFolders(options)),
            ...options.extras.env,
            ...mark.env,
          });
          const profile = join(options.scratch, 'profile');
          return running(await TYPES[browser.engine].launchPersistentContext(profile, settings), mark);
        },
      );
    } catch (cause) {
      await endRelatives(mark);
      throw couldNotStart(browser, firstLine(cause));
    }
  },
};

/** Playwright adds its whole log to what it says. */
function firstLine(cause: unknown): unknown {
  return cause instanceof Error ? new Error(cause.message.split('\n', 1)[0], { cause }) : cause;
}

function launchOptions(
  { engine, executable }: InstalledBrowser,
  options: LaunchOptions,
  env: NodeJS.ProcessEnv,
) {
  const { headed, extras, scratch } = options;
  const common = {
    executablePath: executable,
    headless: !headed,
    timeout: LIMITS.startMs,
    viewport: { width: 1280, height: 900 },
    artifactsDir: join(scratch, 'artifacts'),
    env,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
  switch (engine) {
    case 'chromium':
      return { ...common, args: [...chromiumArgs(options), ...extras.args] };
    case 'firefox':
      return {
        ...common,
        args: [...firefoxArgs({ ...options, headed: true }), ...extras.args],
        firefoxUserPrefs: { ...FIREFOX_PREFS, ...extras.prefs },
      };
    case 'webkit':
      return { ...common, args: [...extras.args] };
  }
}

function running(context: BrowserContext, mark: LaunchMark): RunningBrowser {
  const log = new LineLog();
  let end = (_reason: string): void => {};
  let watched: Page | undefined;
  const gone = new Promise<string>((resolve) => {
    end = resolve;
  });
  context.on('close', () => end('the browser closed its connection'));
  return {
    version: context.browser()?.version() ?? '',
    gone,
    log: () => log.text(),
    async open(url) {
      const page = context.pages()[0] ?? (await context.newPage());
      if (page !== watched) watch(page, log, end);
      watched = page;
      await page.goto(url, { waitUntil: 'domcontentloaded', timeout: LIMITS.openMs });
    },
    async close() {
      await deadline('closing', LIMITS.closeMs, context.close()).catch(() => undefined);
      await endRelatives(mark);
    },
  };
}

function watch(page: Page, log: LineLog, end: (reason: string) => void): void {
  page.on('crash', () => end('the page crashed'));
  page.on('close', () => end('the window was closed'));
  page.on('console', (message) => log.add(`console: ${message.text()}\n`));
  // A dialog would block every lane; nobody is there to answer it.
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
}
