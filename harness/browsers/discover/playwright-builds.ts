import { Engine } from '../../protocol/index.ts';
import type { FoundBrowser } from './found.ts';
import type { Host } from './host.ts';

const NAMES = {
  chromium: 'Playwright Chromium',
  firefox: 'Playwright Firefox',
  webkit: 'Playwright WebKit',
} as const;

/** Playwright's own builds, as far as they were downloaded, in the versions that the library expects. */
export async function playwrightBuilds(host: Host): Promise<readonly FoundBrowser[]> {
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
