import { createServer } from 'node:net';
import { join } from 'node:path';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';
import type { BrowserExtras, InstalledBrowser } from '../browser.ts';
import type { Launcher, LaunchOptions, RunningBrowser } from '../launcher.ts';
import { deadline, DeadlineError } from '../process/deadline.ts';
import { type Command, startTied, type TiedProcess } from '../process/tied-process.ts';
import { insideRoot } from '../provide/inside-root.ts';
import { couldNotStart, interruptible, mustBeThere, ownFolders } from './preparation.ts';
import { chromiumArgs, LIMITS, MINI_BROWSER_ARGS, MINI_BROWSER_ENV } from './settings.ts';

const POLL_MS = 1_000;
const SILENCE_LIMIT_MS = 20_000;

/** Any browser through a W3C WebDriver program: WebKitGTK and WPE, and as well Safari or Chrome. */
export const webdriverLauncher: Launcher = {
  driver: 'webdriver',
  async launch(browser, options) {
    await mustBeThere(browser);
    const port = await freePort();
    const process = startTied(await commandFor(browser, port, options));
    try {
      return await interruptible(
        options.signal,
        () => process.kill(),
        async () => {
          const work = ready(port, process).then((server) =>
            openWebDriver(server, capabilitiesFor(browser, options)),
          );
          return running(await deadline(`starting ${browser.name}`, LIMITS.startMs, work), process);
        },
      );
    } catch (cause) {
      await process.kill();
      const log = process.log();
      throw couldNotStart(browser, log === '' ? cause : new Error(`${messageOf(cause)}\n${log}`, { cause }));
    }
  },
};

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function commandFor(browser: InstalledBrowser, port: number, options: LaunchOptions): Promise<Command> {
  const { headed, extras } = options;
  const isSafari = browser.executable.endsWith('safaridriver');
  const isChrome = browser.executable.endsWith('chromedriver');
  const program = [browser.executable, ...(isSafari || isChrome ? [`--port=${port}`] : ['-p', String(port)])];
  const needsDisplay = browser.engine === 'webkit' && !isSafari && !headed;
  const command = needsDisplay ? ['dbus-run-session', '--', 'xvfb-run', '-a', ...program] : program;
  const [file = '', ...args] =
    browser.root === undefined ? command : insideRoot({ root: browser.root, command });
  // Inside a root there is a fresh /tmp for each launch already.
  const temporary = browser.root === undefined ? await ownFolders(options) : {};
  return { file, args, env: { ...MINI_BROWSER_ENV, ...temporary, ...extras.env } };
}

function capabilitiesFor({ engine, executable }: InstalledBrowser, options: LaunchOptions): Capabilities {
  const { extras, scratch } = options;
  const capabilities = new Capabilities()
    .set('unhandledPromptBehavior', 'dismiss')
    .set('pageLoadStrategy', 'eager');
  if (executable.endsWith('safaridriver')) return capabilities.setBrowserName('safari');
  if (engine === 'chromium') {
    const own = [...chromiumArgs(options), `--user-data-dir=${join(scratch, 'profile')}`];
    const args = [...own, ...extras.args];
    return capabilities.setBrowserName('chrome').set('goog:chromeOptions', { args });
  }
  return capabilities.setBrowserName('MiniBrowser').set('webkitgtk:browserOptions', miniBrowser(extras));
}

function miniBrowser(extras: BrowserExtras): Readonly<Record<string, unknown>> {
  return { args: [...MINI_BROWSER_ARGS, ...extras.args] };
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('there is no free port on 127.0.0.1'));
      });
    });
  });
}

/** Waits until the driver's program answers. */
async function ready(port: number, process: TiedProcess): Promise<string> {
  const url = `http://127.0.0.1:${port}`;
  let ended: string | undefined;
  void process.exited.then((how) => {
    ended = how;
  });
  while (ended === undefined) {
    try {
      const response = await fetch(`${url}/status`);
      await response.arrayBuffer();
      return url;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
  }
  throw new Error(`the driver ${ended}`);
}

async function openWebDriver(server: string, capabilities: Capabilities): Promise<WebDriver> {
  return new Builder()
    .disableEnvironmentOverrides()
    .usingServer(server)
    .withCapabilities(capabilities)
    .build();
}

async function running(driver: WebDriver, process: TiedProcess): Promise<RunningBrowser> {
  let end = (_reason: string): void => {};
  let closed = false;
  let watched = false;
  const gone = new Promise<string>((resolve) => {
    end = resolve;
  });
  void process.exited.then((how) => end(`the driver ${how}`));
  const capabilities = await driver.getCapabilities();
  return {
    version: String(capabilities.get('browserVersion') ?? ''),
    gone,
    log: () => process.log(),
    async open(url) {
      await driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 900 });
      await deadline('opening the page', LIMITS.openMs, driver.get(url));
      if (!watched) void watch(driver, { end, over: () => closed });
      watched = true;
    },
    async close() {
      closed = true;
      await deadline('closing', LIMITS.closeMs, driver.quit()).catch(() => undefined);
      await process.kill();
    },
  };
}

/** WebDriver tells nothing by itself: ask, again and again. Asking also dismisses dialogs that would block the page. */
async function watch(
  driver: WebDriver,
  state: { end: (reason: string) => void; over: () => boolean },
): Promise<void> {
  while (!state.over()) {
    try {
      await deadline('asking the browser for its window', SILENCE_LIMIT_MS, driver.getTitle());
    } catch (error) {
      if (state.over()) return;
      // A page that does not answer may be busy: whether it still works, its own signs of life tell.
      if (error instanceof DeadlineError) continue;
      const name = error instanceof Error ? error.name : 'Error';
      if (name !== 'UnexpectedAlertOpenError') return state.end(`the window is gone: ${String(error)}`);
    }
    await new Promise((resolve) => {
      setTimeout(resolve, POLL_MS);
    });
  }
}
