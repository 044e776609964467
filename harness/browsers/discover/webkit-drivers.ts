import { packageVersion } from './dpkg.ts';
import type { FoundBrowser } from './found.ts';
import { gstreamerShortcoming } from './gstreamer.ts';
import type { Host } from './host.ts';
import { programs } from './programs.ts';

/** A port of WebKit to Linux, as it is packaged. */
interface Port {
  readonly id: string;
  readonly name: string;
  readonly driver: string;
  /** What its packages are called on Debian and its descendants; others are asked who owns the driver. */
  readonly packages: readonly string[];
}

/** The packages that hold WebKitGTK's driver on Debian; it was renamed once. */
export const WEBKITGTK_PACKAGES = ['webkitgtk-webdriver', 'webkit2gtk-driver'] as const;

const PORTS: readonly Port[] = [
  { id: 'system-webkitgtk', name: 'WebKitGTK', driver: 'WebKitWebDriver', packages: WEBKITGTK_PACKAGES },
  { id: 'system-wpe', name: 'WPE WebKit', driver: 'WPEWebDriver', packages: ['wpewebkit-driver'] },
];

/** WebKitGTK and WPE of this machine, through the WebDriver programs that come with them. */
export async function webkitDrivers(host: Host): Promise<readonly FoundBrowser[]> {
  if (host.platform !== 'linux') return [];
  const found = await Promise.all(
    PORTS.map(async ({ id, name, driver, packages }): Promise<FoundBrowser | undefined> => {
      const [executable] = await programs(host, [driver]);
      if (executable === undefined) return undefined;
      const version = await packageVersion(host, executable, packages);
      const shortcoming = await gstreamerShortcoming(host, '');
      return {
        id,
        engine: 'webkit',
        name,
        version,
        driver: 'webdriver',
        origin: 'system',
        executable,
        ...(shortcoming === undefined ? {} : { shortcoming }),
      };
    }),
  );
  return found.filter((browser) => browser !== undefined);
}
