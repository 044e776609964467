import { Engine } from '../../protocol/index.ts';
import { debianRoot } from './debian-root.ts';
import type { FoundBrowser } from './found.ts';
import type { Host } from './host.ts';
import { npmChromium } from './npm-chromium.ts';
import { playwrightBuilds } from './playwright-builds.ts';
import { byPreference } from './preference.ts';
import { puppeteerCache } from './puppeteer-cache.ts';
import { safari } from './safari.ts';
import { systemBrowsers } from './system-browsers.ts';
import { webkitDrivers } from './webkit-drivers.ts';

/** One place to look for browsers in. Adding a place means adding one of these. */
type Finder = (host: Host) => Promise<readonly FoundBrowser[]>;

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

/** Everything on a machine that can be started, each engine's in the order in which they are taken. */
export async function discover(host: Host): Promise<readonly FoundBrowser[]> {
  const found = await Promise.all(FINDERS.map((find) => find(host)));
  const ordered = byPreference(found.flat());
  return withUniqueIds(Engine.options.flatMap((engine) => ordered.filter((one) => one.engine === engine)));
}
