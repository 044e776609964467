import { askVersion } from './ask-version.ts';
import { packageVersion } from './dpkg.ts';
import { BrowserNotFoundError, BrowserUnansweredError, describeUnanswered } from './found.ts';
import type { FoundBrowser } from './found.ts';
import type { Host } from './host.ts';
import { pathsOf } from './host.ts';
import { browserId } from './identity.ts';
import { mayHavePlaywrightBuilds } from './playwright-builds.ts';
import { bundledProgram } from './system-browsers.ts';
import { UNKNOWN_VERSION } from './version-text.ts';
import { WEBKITGTK_PACKAGES } from './webkit-drivers.ts';

const WEBKIT_DRIVERS = ['WebKitWebDriver', 'WPEWebDriver'] as const;

/** What has to be started for a path: of a bundle the program in it, of WebKit's test browser its driver. */
async function programOf(host: Host, file: string): Promise<string> {
  const paths = pathsOf(host);
  if (file.endsWith('.app')) return bundledProgram(file);
  if (paths.basename(file) !== 'MiniBrowser' && paths.basename(file) !== 'cog') return file;
  const beside = WEBKIT_DRIVERS.map((driver) => paths.join(paths.dirname(file), driver));
  for (const driver of beside) if (await host.files.exists(driver)) return driver;
  throw new BrowserNotFoundError(
    `${file} is steered through a driver, and none is beside it. Give the path of the WebKitWebDriver or WPEWebDriver of the same build.`,
  );
}

/** Finds out which browser a path is, by asking it for its version. */
export async function identify(host: Host, file: string): Promise<FoundBrowser> {
  const full = pathsOf(host).resolve(file.replace(/^~(?=[\\/])/, host.home));
  if (!(await host.files.exists(full)))
    throw new BrowserNotFoundError(`There is no file ${full}. Give the path of a browser's program.`);
  const own = await playwrightsOwn(host, full);
  if (own !== undefined) return own;
  const executable = await programOf(host, full);
  const introduction = await askVersion(host, executable);
  if (introduction.kind === 'unanswered')
    throw new BrowserUnansweredError(`${describeUnanswered({ executable, reason: introduction.reason })}.`);
  if (introduction.kind === 'other')
    throw new BrowserNotFoundError(
      `${executable} is not a browser that can be driven: asked for its --version, it ${introduction.said}. ` +
        'Give the program of a Chromium or Firefox, or the driver of a WebKit (WebKitWebDriver, WPEWebDriver, safaridriver).',
    );
  const { stated } = introduction;
  const version =
    stated.version === UNKNOWN_VERSION && executable.startsWith('/usr/')
      ? await packageVersion(host, executable, WEBKITGTK_PACKAGES)
      : stated.version;
  const driver = stated.engine === 'webkit' ? 'webdriver' : 'puppeteer';
  return { id: browserId('path', stated.name), ...stated, version, driver, origin: 'path', executable };
}

/** Playwright's Firefox and WebKit obey nobody else, so a path to one is recognized before it is asked. */
async function playwrightsOwn(host: Host, full: string): Promise<FoundBrowser | undefined> {
  if (!(await mayHavePlaywrightBuilds(host))) return undefined;
  for (const engine of ['firefox', 'webkit'] as const) {
    const build = host.playwright(engine);
    if (build === undefined || build.executable !== full) continue;
    const name = engine === 'firefox' ? 'Playwright Firefox' : 'Playwright WebKit';
    const id = `path-playwright-${engine}`;
    return {
      id,
      engine,
      name,
      version: build.version,
      driver: 'playwright',
      origin: 'path',
      executable: full,
    };
  }
  return undefined;
}
