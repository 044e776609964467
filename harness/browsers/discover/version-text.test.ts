import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readVersion } from './version-text.ts';

const SAID = [
  ['Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)', 'chromium', 'Chromium', '156.0.8078.79'],
  ['noise before\nGoogle Chrome 140.0.7339.16 beta', 'chromium', 'Google Chrome Beta', '140.0.7339.16'],
  ['Google Chrome for Testing 131.0.6778.204', 'chromium', 'Google Chrome for Testing', '131.0.6778.204'],
  ['Microsoft Edge 131.0.2903.112', 'chromium', 'Microsoft Edge', '131.0.2903.112'],
  ['Mozilla Firefox 153.7.0esr', 'firefox', 'Firefox ESR', '153.7.0'],
  ['Mozilla Firefox 135.0a1', 'firefox', 'Firefox Nightly', '135.0'],
  ['Mozilla Firefox 134.0b3', 'firefox', 'Firefox Beta', '134.0'],
  ['Mozilla Firefox 133.0.3', 'firefox', 'Firefox', '133.0.3'],
  ['Included with Safari 18.1.1 (20619.2.8.11.12)', 'webkit', 'Safari', '18.1.1'],
  [
    'Included with Safari Technology Preview (Release 208, 20621.1.2)',
    'webkit',
    'Safari Technology Preview',
    '20621.1.2',
  ],
  ['Usage: WebKitWebDriver options\n -h, --help', 'webkit', 'WebKitGTK', 'unknown'],
  ['Usage: WPEWebDriver options', 'webkit', 'WPE WebKit', 'unknown'],
] as const;

describe('readVersion', () => {
  for (const [said, engine, name, version] of SAID)
    it(`understands "${said.split('\n').at(-1)}"`, () => {
      assert.deepEqual(readVersion(said), { engine, name, version });
    });

  it('takes nothing else for a browser', () => {
    for (const said of [
      'cat (GNU coreutils) 9.1',
      'v20.20.2',
      '',
      'ChromeDriver 131.0.1',
      'geckodriver 0.35.0',
    ])
      assert.equal(readVersion(said), undefined);
  });
});
