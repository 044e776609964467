import { Engine } from '../../protocol/index.ts';
import type { Unanswered } from './ask-version.ts';
import { debianRoot } from './debian-root.ts';
import type { Discovery, FoundBrowser, UnansweredBrowser } from './found.ts';
import type { Host } from './host.ts';
import { withLacks } from './lacks.ts';
import { npmChromium } from './npm-chromium.ts';
import { playwrightBuilds } from './playwright-builds.ts';
import { byPreference } from './preference.ts';
import { puppeteerCache } from './puppeteer-cache.ts';
import { safari } from './safari.ts';
import { systemBrowsers } from './system-browsers.ts';
import { webkitDrivers } from './webkit-drivers.ts';

/** One place to look for browsers in, which reports what did not answer. Adding a place means adding one of these. */
type Finder = (host: Host, unanswered: Unanswered) => Promise<readonly FoundBrowser[]>;

const FINDERS: readonly Finder[] = [
  systemBrowsers,
  webkitDrivers,
  debianRoot,
  safari,
  playwrightBuilds,
  puppeteerCache,
  npmChromium,
];

function withUniqueIds(browsers: readonly FoundBrowser[]): readonly FoundBrowser[] {
  const seen = new Map<string, number>();
  return browsers.map((browser) => {
    const count = (seen.get(browser.id) ?? 0) + 1;
    seen.set(browser.id, count);
    return count === 1 ? browser : { ...browser, id: `${browser.id}-${count}` };
  });
}

/** Looks everywhere at once: what can be started, each engine's in the order in which they are taken, and what did not answer. */
export async function lookAround(host: Host): Promise<Discovery> {
  const unanswered: UnansweredBrowser[] = [];
  const found = await Promise.all(FINDERS.map((find) => find(host, (browser) => unanswered.push(browser))));
  const ordered = byPreference(await withLacks(host, found.flat()));
  return {
    found: withUniqueIds(Engine.options.flatMap((engine) => ordered.filter((one) => one.engine === engine))),
    unanswered: unanswered.toSorted((a, b) => a.executable.localeCompare(b.executable)),
  };
}

/** Everything on a machine that can be started. */
export async function discover(host: Host): Promise<readonly FoundBrowser[]> {
  return (await lookAround(host)).found;
}
