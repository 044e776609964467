import type { Origin } from '../browser.ts';
import type { Engine } from '../../protocol/index.ts';
import type { FoundBrowser } from './found.ts';

/**
 * The order in which one of several browsers of an engine is taken:
 * 1. what is enough for a whole run before what has a shortcoming,
 * 2. releases before betas and nightlies,
 * 3. what users run (the system's) before patched or bundled builds,
 * 4. the plainest product of the engine first.
 */
const ORIGINS: readonly Origin[] = ['path', 'debian-root', 'system', 'puppeteer', 'playwright', 'npm'];
const PRODUCTS = [
  'Chromium',
  'Google Chrome',
  'Microsoft Edge',
  'Firefox',
  'Firefox ESR',
  'WebKitGTK',
  'WPE WebKit',
];
const UNRELEASED = /\b(Beta|Dev|Devedition|Nightly|Canary|Unstable|Technology Preview)$/;

function place(list: readonly string[], item: string): number {
  const index = list.indexOf(item);
  return index === -1 ? list.length : index;
}

function rank(browser: FoundBrowser): number {
  return (
    (browser.shortcoming === undefined ? 0 : 1000) +
    (UNRELEASED.test(browser.name) ? 500 : 0) +
    place(ORIGINS, browser.origin) * 20 +
    place(PRODUCTS, browser.name)
  );
}

/** Browsers in the order in which they are taken. */
export function byPreference(browsers: readonly FoundBrowser[]): readonly FoundBrowser[] {
  return [...browsers].sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id));
}

/** The browser that stands for an engine when none is named; undefined if there is none that is enough. */
export function preferred(installed: readonly FoundBrowser[], engine: Engine): FoundBrowser | undefined {
  return byPreference(installed).find((one) => one.engine === engine && one.shortcoming === undefined);
}
