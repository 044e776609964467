import { statedBy, type Unanswered } from './ask-version.ts';
import type { FoundBrowser } from './found.ts';
import type { Host } from './host.ts';
import { browserId } from './identity.ts';
import { existing } from './programs.ts';

const DRIVERS = [
  '/usr/bin/safaridriver',
  '/Applications/Safari Technology Preview.app/Contents/MacOS/safaridriver',
] as const;

const SHORTCOMING =
  'it needs "safaridriver --enable" once and a visible window, one at a time, and sounds through the speakers';

/** Safari and its preview on macOS, through the driver that Apple ships. */
export async function safari(host: Host, unanswered: Unanswered): Promise<readonly FoundBrowser[]> {
  if (host.platform !== 'darwin') return [];
  const found = await Promise.all(
    (await existing(host, DRIVERS)).map(async (executable): Promise<FoundBrowser | undefined> => {
      const stated = await statedBy(host, { engine: 'webkit', executable }, unanswered);
      if (stated === undefined) return undefined;
      const id = browserId('system', stated.name);
      return { id, ...stated, driver: 'webdriver', origin: 'system', executable, shortcoming: SHORTCOMING };
    }),
  );
  return found.filter((browser) => browser !== undefined);
}
