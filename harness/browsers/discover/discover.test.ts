import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { discover } from './discover.ts';
import { fakeHost } from '../testing/fake-host.ts';
import { missing } from './missing.ts';
import { preferred } from './preference.ts';

const CACHE = '/home/me/.cache/mediarecorder-conformance';
const GSTREAMER = 'usr/lib/x86_64-linux-gnu/gstreamer-1.0/libgstautoconvert.so';
const DRIVER_USAGE = 'Usage: WebKitWebDriver options';

function dpkg(name: string, version: string): string {
  return `Package: bash\nStatus: install ok installed\nVersion: 5.2-1\n\nPackage: ${name}\nStatus: install ok installed\nVersion: ${version}\n`;
}

const DEBIAN_12 = {
  '/usr/bin/chromium': 'Chromium 156.0.8078.79',
  '/usr/lib/firefox-esr/firefox-esr': 'Mozilla Firefox 153.7.0esr',
  '/usr/bin/firefox': 'Mozilla Firefox 153.7.0esr',
  '/usr/bin/WebKitWebDriver': DRIVER_USAGE,
  '/var/lib/dpkg/status': dpkg('webkit2gtk-driver', '2.50.6-1~deb12u2'),
  [`/${GSTREAMER}`]: 'autoconvert autovideoconvert',
} as const;

const DEBIAN_13_ROOT = {
  [`${CACHE}/debian-13/root/usr/bin/WebKitWebDriver`]: DRIVER_USAGE,
  [`${CACHE}/debian-13/root/var/lib/dpkg/status`]: dpkg('webkitgtk-webdriver', '2.52.6-1~deb13u1'),
  [`${CACHE}/debian-13/root/${GSTREAMER}`]: 'autoconvert autovideoflip',
} as const;

const links = { '/usr/bin/firefox-esr': '/usr/lib/firefox-esr/firefox-esr' };

describe('discover', () => {
  it('finds nothing on an empty machine, and says how to get each engine', async () => {
    const found = await discover(fakeHost({}));
    assert.deepEqual(found, []);
    assert.deepEqual(
      missing({ found, unanswered: [] }).map(({ command }) => command),
      ['chromium', 'firefox', 'webkit'].map(
        (name) => `npx mediarecorder-conformance browsers install ${name}`,
      ),
    );
  });

  it('names what Debian packages by its name, once, and knows that its WebKitGTK cannot record', async () => {
    const found = await discover(fakeHost({ files: DEBIAN_12, links }));
    assert.deepEqual(
      found.map(({ id, name, version, driver }) => [id, name, version, driver]),
      [
        ['chromium', 'Chromium', '156.0.8078.79', 'puppeteer'],
        ['firefox-esr', 'Firefox ESR', '153.7.0', 'puppeteer'],
        ['system-webkitgtk', 'WebKitGTK', '2.50.6', 'webdriver'],
      ],
    );
    assert.match(found[2]?.shortcoming ?? '', /autovideoflip/);
    assert.equal(missing({ found, unanswered: [] })[0]?.insufficient?.id, 'system-webkitgtk');
  });

  it('prefers the Debian 13 root, and runs nothing in it', async () => {
    const host = fakeHost({ isRoot: true, files: { ...DEBIAN_12, ...DEBIAN_13_ROOT }, links });
    const found = await discover(host);
    const webkit = preferred(found, 'webkit');
    assert.equal(webkit?.id, 'debian-13-webkitgtk');
    assert.equal(webkit?.version, '2.52.6');
    assert.equal(webkit?.root, `${CACHE}/debian-13/root`);
    assert.deepEqual(missing({ found, unanswered: [] }), []);
  });

  it('says to an ordinary user that the root folder is for root', async () => {
    const found = await discover(fakeHost({ files: DEBIAN_13_ROOT }));
    assert.match(found[0]?.shortcoming ?? '', /only root/);
  });

  it('knows a snap by its path and by a script that calls it', async () => {
    const files = {
      '/snap/bin/chromium': 'Chromium 131.0.6778.204 snap',
      '/usr/bin/firefox': 'Mozilla Firefox 133.0.3\nexec /snap/bin/firefox',
    };
    const found = await discover(fakeHost({ files }));
    assert.deepEqual(
      found.map(({ id, shortcoming }) => [id, shortcoming?.startsWith('it is a snap')]),
      [
        ['chromium', true],
        ['firefox', true],
      ],
    );
  });

  it('finds applications on macOS and puts Safari behind what needs no window', async () => {
    const files = {
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome': 'Google Chrome 131.0.6778.205',
      '/Applications/Firefox.app/Contents/MacOS/firefox': 'Mozilla Firefox 133.0.3',
      '/usr/bin/safaridriver': 'Included with Safari 18.1.1 (20619.2.8.11.12)',
      '/pw/webkit': '',
    };
    const playwright = (): { executable: string; version: string } => ({
      executable: '/pw/webkit',
      version: '27.2',
    });
    const env = { PLAYWRIGHT_BROWSERS_PATH: '/pw' };
    const host = fakeHost({ platform: 'darwin', home: '/Users/me', files, playwright, env });
    const found = await discover({
      ...host,
      playwright: (engine) => (engine === 'webkit' ? playwright() : undefined),
    });
    assert.deepEqual(
      found.map(({ id }) => id),
      ['chrome', 'firefox', 'playwright-webkit', 'safari'],
    );
    assert.equal(preferred(found, 'webkit')?.driver, 'playwright');
  });

  it('reads versions on Windows from what lies beside the program', async () => {
    const base = 'C:\\Program Files';
    const files = {
      [`${base}\\Google\\Chrome\\Application\\chrome.exe`]: '',
      [`${base}\\Google\\Chrome\\Application\\131.0.6778.205\\chrome.dll`]: '',
      [`${base}\\Mozilla Firefox\\firefox.exe`]: '',
      [`${base}\\Mozilla Firefox\\application.ini`]: '[App]\r\nName=Firefox\r\nVersion=133.0.3\r\n',
    };
    const found = await discover(
      fakeHost({ platform: 'win32', home: 'C:\\Users\\me', files, env: { PROGRAMFILES: base } }),
    );
    assert.deepEqual(
      found.map(({ id, version }) => [id, version]),
      [
        ['chrome', '131.0.6778.205'],
        ['firefox', '133.0.3'],
      ],
    );
  });

  it("takes the newest build from Puppeteer's cache", async () => {
    const cache = '/home/me/.cache/puppeteer';
    const files = {
      [`${cache}/chrome/linux-99.0.4844.51/chrome-linux64/chrome`]: '',
      [`${cache}/chrome/linux-131.0.6778.204/chrome-linux64/chrome`]: '',
      [`${cache}/firefox/linux-nightly_135.0a1/firefox/firefox`]: '',
    };
    const found = await discover(fakeHost({ files }));
    assert.deepEqual(
      found.map(({ id, name, version }) => [id, name, version]),
      [
        ['puppeteer-chrome', 'Google Chrome for Testing', '131.0.6778.204'],
        ['puppeteer-firefox', 'Firefox Nightly', '135.0a1'],
      ],
    );
  });
});
