import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fakeHost } from '../testing/fake-host.ts';
import type { FoundBrowser } from './found.ts';
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
  const installed = [BETA, CHROME, CHROMIUM, OLD, ROOT];

  it('knows ids, products and engines, in this order', () => {
    assert.equal(select(installed, 'chrome'), CHROME);
    assert.equal(select(installed, 'Google Chrome Beta'), BETA);
    assert.equal(select([BETA, CHROME], 'chromium'), CHROME);
    assert.equal(select(installed, 'WebKit'), ROOT);
  });

  it('takes what is enough before what is not, unless that is named', () => {
    assert.equal(select(installed, 'webkitgtk'), ROOT);
    assert.equal(select(installed, 'system-webkitgtk'), OLD);
    assert.equal(select([OLD], 'webkit'), OLD);
  });

  it('says what is there and what was probably meant', () => {
    assert.throws(() => select(installed, 'chronium'), /Did you mean "chromium"\? Found here: .*chrome-beta/);
    assert.throws(() => select([CHROMIUM], 'firefox'), /No firefox is installed.*browsers install firefox/);
    assert.throws(() => select([], 'zzzzzzzz'), /No browser was found on this machine/);
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
  const resolve = (name: string): Promise<FoundBrowser> => resolveBrowser(host, [], name);

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
