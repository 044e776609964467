import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { loopback } from '../../server/testing/loopback.ts';
import type { BrowserExtras, InstalledBrowser } from '../browser.ts';
import { discover, preferred, thisMachine } from '../discover/index.ts';
import { LaunchError, type RunningBrowser } from '../launcher.ts';
import {
  commandOf,
  eventually,
  familyOf,
  MARK,
  survivors,
  type Family,
} from '../testing/marked-processes.ts';
import { LAUNCHERS } from './index.ts';

const found = await discover(thisMachine());
const chromium = preferred(found, 'chromium');
const CHOICES: readonly (InstalledBrowser | undefined)[] = [
  chromium,
  chromium?.origin === 'system' ? { ...chromium, driver: 'playwright' } : undefined,
  preferred(found, 'firefox'),
  preferred(found, 'webkit'),
];
const DRIVEN = CHOICES.flatMap((browser) => browser ?? []);

/** Pages that say over HTTP what became of them. */
const PAGES: Readonly<Record<string, string>> = {
  '/reports': `fetch('/said/' + navigator.userAgent.replaceAll('/', ' '))`,
  '/alerts': `addEventListener('load', () => setTimeout(() => {
    console.log('before the alert'); alert('hello'); fetch('/said/went on');
  }, 200))`,
  '/closes': `addEventListener('load', () => setTimeout(() => {
    close(); setTimeout(() => fetch('/said/still open'), 1000);
  }, 200))`,
};

/** A server of those pages, and what they said. */
interface Pages {
  readonly origin: string;
  readonly heard: string[];
  close(): void;
}

async function servePages(): Promise<Pages> {
  const heard: string[] = [];
  const server = await loopback((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    if (path.startsWith('/said/')) heard.push(path.slice('/said/'.length));
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<!doctype html><title>page</title><script>${PAGES[path] ?? ''}</script>`);
  });
  return { origin: server.origin, heard, close: () => server.close() };
}

let launches = 0;

/** A browser in use, and what is known of its processes. */
interface Used {
  readonly running: RunningBrowser;
  readonly mark: string;
  readonly family: () => Family;
}

/** Starts a browser, uses it, closes it, and holds that nothing of it is left. */
async function using(
  browser: InstalledBrowser,
  use: (used: Used) => Promise<void>,
  extras: Partial<BrowserExtras> = {},
): Promise<void> {
  launches += 1;
  const mark = `contract-${process.pid}-${launches}`;
  const scratch = await mkdtemp(join(tmpdir(), 'mrc-'));
  const running = await LAUNCHERS[browser.driver].launch(browser, {
    headed: false,
    extras: { args: [], prefs: {}, ...extras, env: { ...extras.env, [MARK]: mark } },
    scratch,
    signal: new AbortController().signal,
  });
  const family = familyOf(mark);
  try {
    assert.ok(family.pids.length > 0, 'its processes are seen');
    await use({ running, mark, family: () => familyOf(mark) });
  } finally {
    await running.close();
  }
  await running.close();
  assert.deepEqual(survivors(mark, family), [], 'nothing of it survives close()');
  await rm(scratch, { recursive: true });
}

function killThose(family: Family, pattern: RegExp): void {
  const pids = family.pids.filter((pid) => pattern.test(commandOf(pid)));
  assert.ok(pids.length > 0, `no process matches ${String(pattern)}`);
  for (const pid of pids) process.kill(pid, 'SIGKILL');
}

/** By the names that programs have in the distribution's packages and in the builds of others. */
const MAIN = {
  chromium: /^\S*\/(?:chromium|chrome|headless.shell) (?!.*--type=)/,
  firefox: /^\S*\/firefox(?:-esr|-bin)? (?!.*-contentproc)-/,
  webkit: /MiniBrowser/,
} as const;

const CONTENT = {
  chromium: /--type=renderer/,
  firefox: /-isForBrowser/,
  webkit: /WebKitWebProcess/,
} as const;

/** Firefox tells nobody that a page's process is gone; there the page's missing signs of life must do. */
const TELLS_OF_CRASHES = { chromium: true, firefox: false, webkit: true } as const;

function testDriver(browser: InstalledBrowser): void {
  const { driver, engine } = browser;
  const skip = process.platform === 'linux' ? false : 'looks into /proc';
  describe(`${driver} with ${browser.name}`, { skip, concurrency: false }, () => {
    let pages: Pages | undefined;
    let origin = '';
    let heard: string[] = [];
    before(async () => {
      pages = await servePages();
      ({ origin, heard } = pages);
    });
    after(() => pages?.close());

    it('states its version, opens one page and then another, dismisses alerts, logs, and closes twice', async () => {
      await using(browser, async ({ running }) => {
        assert.match(running.version, /^\d+\.\d+/);
        await running.open(`${origin}/alerts`);
        await eventually('the page goes on after its alert', () => heard.includes('went on'));
        assert.equal(typeof running.log(), 'string');
        if (driver !== 'webdriver') assert.match(running.log(), /before the alert/);
        // The next page takes the place of this one, and nothing is gone that matters.
        await running.open(`${origin}/reports`);
        await eventually('the next page reports', () => heard.some((line) => line.startsWith('Mozilla')));
        assert.equal(await Promise.race([running.gone, Promise.resolve('still there')]), 'still there');
      });
      heard.length = 0;
    });

    it('hands on arguments, preferences and variables', async () => {
      const extras = {
        chromium: { args: ['--user-agent=somebody else'] },
        firefox: { prefs: { 'general.useragent.override': 'somebody else' } },
        webkit: { args: ['--user-agent=somebody else'] },
      }[engine];
      // using() itself finds the browser's processes by a variable.
      await using(
        browser,
        async ({ running }) => {
          await running.open(`${origin}/reports`);
          await eventually('the page states it', () => heard.includes('somebody else'));
        },
        extras,
      );
      heard.length = 0;
    });

    it('tells when its process is killed', async () => {
      await using(browser, async ({ running, family }) => {
        await running.open(`${origin}/`);
        killThose(family(), MAIN[engine]);
        assert.match(await running.gone, /./);
      });
    });

    it('tells when its page crashes', { skip: !TELLS_OF_CRASHES[engine] }, async () => {
      await using(browser, async ({ running, family }) => {
        await running.open(`${origin}/`);
        killThose(family(), CONTENT[engine]);
        assert.match(await running.gone, /./);
      });
    });

    it('tells when its page closes the window, unless it refuses that', async () => {
      await using(browser, async ({ running }) => {
        let told = false;
        void running.gone.then(() => (told = true));
        await running.open(`${origin}/closes`);
        await eventually('it is closed or refused', () => told || heard.includes('still open'));
      });
      heard.length = 0;
    });

    it('says what cannot be started', async () => {
      const scratch = await mkdtemp(join(tmpdir(), 'mrc-'));
      const options = {
        headed: false,
        extras: { args: [], prefs: {}, env: {} },
        scratch,
        signal: new AbortController().signal,
      };
      const launch = async (executable: string): Promise<unknown> =>
        LAUNCHERS[driver].launch({ ...browser, executable }, options);
      const fault = (pattern: RegExp) => (error: unknown) =>
        error instanceof LaunchError && error.message.startsWith(browser.name) && pattern.test(error.message);
      await assert.rejects(launch('/nowhere/browser'), fault(/there is no .*\/nowhere\/browser/));
      await assert.rejects(launch('/bin/false'), fault(/could not be started/));
      const aborted = { ...options, signal: AbortSignal.abort(new Error('interrupted')) };
      await assert.rejects(LAUNCHERS[driver].launch(browser, aborted), /interrupted/);
      await rm(scratch, { recursive: true });
    });
  });
}

// Side by side, because browsers start and end more slowly than this process waits for them.
describe('drivers', { concurrency: true }, () => {
  for (const browser of DRIVEN) testDriver(browser);
});
