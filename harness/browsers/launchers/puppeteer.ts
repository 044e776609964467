import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { BrowserExtras, InstalledBrowser } from '../browser.ts';
import type { Launcher, LaunchOptions, RunningBrowser } from '../launcher.ts';
import { deadline } from '../process/deadline.ts';
import { type Command, startTied, type TiedProcess } from '../process/tied-process.ts';
import { couldNotStart, interruptible, mustBeThere, ownFolders } from './preparation.ts';
import { chromiumArgs, FIREFOX_PREFS, firefoxArgs, LIMITS } from './settings.ts';

/** Stock Chromium over the DevTools protocol, stock Firefox over WebDriver BiDi. */
export const puppeteerLauncher: Launcher = {
  driver: 'puppeteer',
  async launch(browser, options) {
    await mustBeThere(browser);
    const process = startTied(await commandFor(browser, options));
    try {
      return await interruptible(
        options.signal,
        () => process.kill(),
        async () => {
          const work = attach(browser, process);
          const { devtools = false } = options;
          return running(await deadline(`starting ${browser.name}`, LIMITS.startMs, work), process, devtools);
        },
      );
    } catch (cause) {
      await process.kill();
      throw couldNotStart(browser, cause);
    }
  },
};

async function commandFor(browser: InstalledBrowser, options: LaunchOptions): Promise<Command> {
  const { extras, scratch } = options;
  const temporary = await ownFolders(options);
  const profile = join(scratch, 'profile');
  await mkdir(profile, { recursive: true });
  if (browser.engine === 'firefox') {
    await writeFile(join(profile, 'user.js'), userJs(extras));
    return {
      file: browser.executable,
      args: [
        ...firefoxArgs(options),
        '--no-remote',
        '--profile',
        profile,
        '--remote-debugging-port=0',
        '--width=1280',
        '--height=900',
        ...extras.args,
        'about:blank',
      ],
      env: { MOZ_CRASHREPORTER_DISABLE: '1', ...temporary, ...extras.env },
    };
  }
  return {
    file: browser.executable,
    args: [
      ...chromiumArgs(options),
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      ...extras.args,
      'about:blank',
    ],
    env: { ...temporary, ...extras.env },
  };
}

function userJs({ prefs }: BrowserExtras): string {
  return Object.entries({ ...FIREFOX_PREFS, ...prefs })
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

async function attach({ engine }: InstalledBrowser, process: TiedProcess): Promise<Browser> {
  // Loading the library takes about as long as the browser, which starts meanwhile.
  const { connect } = await import('puppeteer-core');
  if (engine === 'firefox') {
    const [, endpoint = ''] = await process.line(/WebDriver BiDi listening on (ws:\/\/\S+)/);
    return connect({
      browserWSEndpoint: `${endpoint}/session`,
      protocol: 'webDriverBiDi',
      defaultViewport: null,
    });
  }
  const [, endpoint = ''] = await process.line(/DevTools listening on (ws:\/\/\S+)/);
  return connect({ browserWSEndpoint: endpoint, defaultViewport: null });
}

async function running(browser: Browser, process: TiedProcess, devtools: boolean): Promise<RunningBrowser> {
  let shown: Page | undefined;
  let end = (_reason: string): void => {};
  const gone = new Promise<string>((resolve) => {
    end = resolve;
  });
  void process.exited.then((how) => end(`the browser ${how}`));
  browser.on('disconnected', () => end('the browser closed its connection'));
  return {
    version: (await browser.version()).replace(/^[^/]*\//, ''),
    gone,
    log: () => process.log(),
    async open(url) {
      const before = shown;
      shown = undefined;
      await before?.close();
      // Developer tools may be there for the first window only.
      const [first] = devtools ? await browser.pages() : [];
      const page = first ?? (await deadline('opening a window', LIMITS.openMs, browser.newPage()));
      shown = page;
      watch(page, process, (reason) => {
        // Only the window that is shown matters: the one before it was closed by us.
        if (shown === page) end(reason);
      });
      await page.goto(url, { waitUntil: 'domcontentloaded', timeout: LIMITS.openMs });
    },
    async close() {
      await deadline('closing', LIMITS.closeMs, browser.close()).catch(() => undefined);
      await process.kill();
    },
  };
}

function watch(page: Page, process: TiedProcess, end: (reason: string) => void): void {
  page.on('error', (error) => end(`the page crashed: ${error.message}`));
  page.on('close', () => end('the window was closed'));
  page.on('console', (message) => process.note(`console: ${message.text()}`));
  // A dialog would block every lane; nobody is there to answer it.
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
}
