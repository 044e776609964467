import type { Engine } from '../../protocol/index.ts';

/** What a program says that it is. */
export interface Stated {
  readonly engine: Engine;
  readonly name: string;
  readonly version: string;
}

const FIREFOX = /^Mozilla Firefox (\d[\d.]*)(esr|a|b)?/m;
const CHROMIUM =
  /^(Chromium|Google Chrome(?: for Testing)?|Microsoft Edge|Brave Browser|Vivaldi|Opera|HeadlessChrome)(?: (Beta|Dev|Canary|Unstable))?[ /](\d+(?:\.\d+)+)(?: (beta|dev|canary|unstable))?/im;
const SAFARI = /Included with (Safari(?: Technology Preview)?)\D*?(?:\(Release \d+, )?(\d[\d.]*)/;
const WEBKIT_DRIVER = /^Usage: (WebKitWebDriver|WPEWebDriver)\b/m;

const FIREFOX_CHANNEL = { esr: 'Firefox ESR', a: 'Firefox Nightly', b: 'Firefox Beta' } as const;

/** A version that a program does not tell when asked. */
export const UNKNOWN_VERSION = 'unknown';

function isChannel(text: string | undefined): text is keyof typeof FIREFOX_CHANNEL {
  return text !== undefined && text in FIREFOX_CHANNEL;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}

/** Reads what a browser, or a driver of one, prints when asked for its version; undefined if it is neither. */
export function readVersion(output: string): Stated | undefined {
  const firefox = FIREFOX.exec(output);
  if (firefox !== null) {
    const [, version = UNKNOWN_VERSION, channel] = firefox;
    return { engine: 'firefox', name: isChannel(channel) ? FIREFOX_CHANNEL[channel] : 'Firefox', version };
  }
  const chromium = CHROMIUM.exec(output);
  if (chromium !== null) {
    const [, product = '', before, version = UNKNOWN_VERSION, after] = chromium;
    const channel = before ?? after;
    return {
      engine: 'chromium',
      name: channel === undefined ? product : `${product} ${capital(channel)}`,
      version,
    };
  }
  const safari = SAFARI.exec(output);
  if (safari !== null) {
    const [, name = 'Safari', version = UNKNOWN_VERSION] = safari;
    return { engine: 'webkit', name, version };
  }
  const driver = WEBKIT_DRIVER.exec(output)?.[1];
  if (driver === undefined) return undefined;
  const name = driver === 'WPEWebDriver' ? 'WPE WebKit' : 'WebKitGTK';
  return { engine: 'webkit', name, version: UNKNOWN_VERSION };
}
