import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fakeHost } from '../testing/fake-host.ts';
import { BrowserNotFoundError, BrowserUnansweredError, type FoundBrowser } from './found.ts';
import { resolveBrowser, select } from './select.ts';

const COMMON = { version: '1', driver: 'puppeteer', origin: 'system', executable: '/x' } as const;
const CHROMIUM: FoundBrowser = { ...COMMON, id: 'chromium', engine: 'chromium', name: 'Chromium' };
const CHROME: FoundBrowser = { ...COMMON, id: 'chrome', engine: 'chromium', name: 'Google Chrome' };
const BETA: FoundBrowser = { ...COMMON, id: 'chrome-beta', engine: 'chromium', name: 'Google Chrome Beta' };
const OLD: FoundBrowser = {
  ...COMMON,
  id: 'system-webkitgtk',
  engine: 'webkit',
  name: 'WebKitGTK',
  shortcoming: 'cannot record',
};
const ROOT: FoundBrowser = {
  ...COMMON,
  id: 'debian-13-webkitgtk',
  engine: 'webkit',
  name: 'WebKitGTK',
  origin: 'debian-root',
};

describe('select', () => {
  const choose = (found: readonly FoundBrowser[], name: string): FoundBrowser =>
    select({ found, unanswered: [] }, name);
  const installed = [BETA, CHROME, CHROMIUM, OLD, ROOT];

  it('knows ids, products and engines, in this order', () => {
    assert.equal(choose(installed, 'chrome'), CHROME);
    assert.equal(choose(installed, 'Google Chrome Beta'), BETA);
    assert.equal(choose([BETA, CHROME], 'chromium'), CHROME);
    assert.equal(choose(installed, 'WebKit'), ROOT);
  });

  it('takes what is enough before what is not, unless that is named', () => {
    assert.equal(choose(installed, 'webkitgtk'), ROOT);
    assert.equal(choose(installed, 'system-webkitgtk'), OLD);
    assert.equal(choose([OLD], 'webkit'), OLD);
  });

  it('says what is there and what was probably meant', () => {
    assert.throws(() => choose(installed, 'chronium'), /Did you mean "chromium"\? Found here: .*chrome-beta/);
    assert.throws(() => choose([CHROMIUM], 'firefox'), /No firefox is installed.*browsers install firefox/);
    assert.throws(() => choose([], 'zzzzzzzz'), /No browser was found on this machine/);
  });
});

describe('select, of what did not answer', () => {
  const silent = {
    engine: 'chromium',
    executable: '/usr/bin/google-chrome-stable',
    reason: 'did not answer within 60 s',
  } as const;
  const choose = (name: string, found: readonly FoundBrowser[] = []): FoundBrowser =>
    select({ found, unanswered: [silent] }, name);

  it('says that it is there, by engine and by product, and not that it is missing', () => {
    for (const name of ['chromium', 'chrome', 'google-chrome'])
      assert.throws(
        () => choose(name),
        (error) =>
          error instanceof BrowserUnansweredError &&
          /google-chrome-stable is there, but did not answer within 60 s/.test(error.message),
      );
  });

  it('takes one that did answer, and says of others that they are not there', () => {
    assert.equal(choose('chromium', [CHROMIUM]), CHROMIUM);
    assert.throws(() => choose('firefox'), BrowserNotFoundError);
  });
});

describe('resolveBrowser', () => {
  const host = fakeHost({
    files: {
      '/opt/mine/chrome': 'Chromium 159.0.1.0',
      '/bin/cat': 'cat (GNU coreutils) 9.1',
      '/build/bin/MiniBrowser': '',
      '/build/bin/WebKitWebDriver': 'Usage: WebKitWebDriver options',
      '/alone/MiniBrowser': '',
      '/Applications/Firefox.app/Contents/MacOS/firefox': 'Mozilla Firefox 133.0.3',
    },
  });
  const resolve = (name: string): Promise<FoundBrowser> =>
    resolveBrowser(host, { found: [], unanswered: [] }, name);

  it('asks a path what it is', async () => {
    const found = await resolve('/opt/mine/chrome');
    assert.deepEqual(
      [found.id, found.engine, found.version, found.driver, found.origin],
      ['path-chromium', 'chromium', '159.0.1.0', 'puppeteer', 'path'],
    );
    assert.equal((await resolve('/Applications/Firefox.app')).engine, 'firefox');
  });

  it("starts the driver that lies beside WebKit's test browser", async () => {
    const found = await resolve('/build/bin/MiniBrowser');
    assert.deepEqual([found.executable, found.driver], ['/build/bin/WebKitWebDriver', 'webdriver']);
    await assert.rejects(resolve('/alone/MiniBrowser'), /Give the path of the WebKitWebDriver/);
  });

  it('says what a path is that is no browser', async () => {
    await assert.rejects(resolve('/bin/cat'), /not a browser.*it said "cat \(GNU coreutils\) 9\.1"/);
    await assert.rejects(resolve('./nothing'), /There is no file/);
  });
});
