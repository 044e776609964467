import type { Engine } from '../../protocol/index.ts';
import type { FoundBrowser } from './found.ts';
import type { Host } from './host.ts';
import { pathsOf } from './host.ts';

interface Product {
  readonly folder: string;
  readonly engine: Engine;
  readonly name: string;
  /** Where the program is, below the folder of one version. */
  readonly programs: readonly string[];
}

const CHROME_MAC = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
const PRODUCTS: readonly Product[] = [
  {
    folder: 'chrome',
    engine: 'chromium',
    name: 'Google Chrome for Testing',
    programs: [
      'chrome-linux64/chrome',
      'chrome-linux-arm64/chrome',
      `chrome-mac-arm64/${CHROME_MAC}`,
      `chrome-mac-x64/${CHROME_MAC}`,
      'chrome-win64/chrome.exe',
      'chrome-win32/chrome.exe',
    ],
  },
  {
    folder: 'firefox',
    engine: 'firefox',
    name: 'Firefox',
    programs: [
      'firefox/firefox',
      'Firefox.app/Contents/MacOS/firefox',
      'Firefox Nightly.app/Contents/MacOS/firefox',
      'core/firefox.exe',
      'firefox/firefox.exe',
    ],
  },
];

async function newest(host: Host, base: string, product: Product): Promise<FoundBrowser | undefined> {
  const paths = pathsOf(host);
  const builds = (await host.files.list(paths.join(base, product.folder))).filter((name) =>
    name.includes('-'),
  );
  const ordered = builds.sort((a, b) => -buildOf(a).localeCompare(buildOf(b), 'en', { numeric: true }));
  for (const folder of ordered)
    for (const program of product.programs) {
      const executable = paths.join(base, product.folder, folder, program);
      if (!(await host.files.exists(executable))) continue;
      const version = buildOf(folder).replace(/^[a-z]+_/, '');
      const { engine } = product;
      const id = `puppeteer-${product.folder}`;
      return {
        id,
        engine,
        name: nameOf(product, folder),
        version,
        driver: 'puppeteer',
        origin: 'puppeteer',
        executable,
      };
    }
  return undefined;
}

/** A build's folder is called after platform and build, `linux-131.0.6778.204`, `linux-nightly_135.0a1`. */
function buildOf(folder: string): string {
  return folder.slice(folder.indexOf('-') + 1);
}

function nameOf(product: Product, folder: string): string {
  const channel = /^(nightly|beta|devedition|esr)_/.exec(buildOf(folder))?.[1];
  if (channel === undefined) return product.name;
  return `${product.name} ${channel === 'esr' ? 'ESR' : channel.slice(0, 1).toUpperCase() + channel.slice(1)}`;
}

/** The newest build of each browser in Puppeteer's cache folder. */
export async function puppeteerCache(host: Host): Promise<readonly FoundBrowser[]> {
  const base = host.env['PUPPETEER_CACHE_DIR'] ?? pathsOf(host).join(host.home, '.cache', 'puppeteer');
  const found = await Promise.all(PRODUCTS.map((product) => newest(host, base, product)));
  return found.filter((browser) => browser !== undefined);
}
