import { Engine } from '../../protocol/index.ts';
import type { FoundBrowser } from './found.ts';
import { pathsOf, type Host } from './host.ts';

const NAMES = {
  chromium: 'Playwright Chromium',
  firefox: 'Playwright Firefox',
  webkit: 'Playwright WebKit',
} as const;

/** The folder that Playwright downloads to, unless its own variable names another. */
function downloads({ platform, home, env }: Host): string {
  const paths = pathsOf({ platform });
  const base =
    platform === 'darwin'
      ? paths.join(home, 'Library', 'Caches')
      : platform === 'win32'
        ? (env['LOCALAPPDATA'] ?? paths.join(home, 'AppData', 'Local'))
        : env['XDG_CACHE_HOME'] || paths.join(home, '.cache');
  return paths.join(base, 'ms-playwright');
}

/** Whether anything was downloaded at all: asking Playwright itself means loading it, half a second each time. */
export async function mayHavePlaywrightBuilds(host: Host): Promise<boolean> {
  return (host.env['PLAYWRIGHT_BROWSERS_PATH'] ?? '') !== '' || host.files.exists(downloads(host));
}

/** Playwright's own builds, as far as they were downloaded, in the versions that the library expects. */
export async function playwrightBuilds(host: Host): Promise<readonly FoundBrowser[]> {
  if (!(await mayHavePlaywrightBuilds(host))) return [];
  const found = await Promise.all(
    Engine.options.map(async (engine): Promise<FoundBrowser | undefined> => {
      const build = host.playwright(engine);
      if (build === undefined || !(await host.files.exists(build.executable))) return undefined;
      return {
        id: `playwright-${engine}`,
        engine,
        name: NAMES[engine],
        version: build.version,
        driver: 'playwright',
        origin: 'playwright',
        executable: build.executable,
      };
    }),
  );
  return found.filter((browser) => browser !== undefined);
}
