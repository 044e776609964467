import { dpkgVersion } from './dpkg.ts';
import type { FoundBrowser } from './found.ts';
import { gstreamerShortcoming } from './gstreamer.ts';
import type { Host } from './host.ts';
import { debianRootFolder } from './host.ts';
import { UNKNOWN_VERSION } from './version-text.ts';
import { WEBKITGTK_PACKAGES } from './webkit-drivers.ts';

const DRIVER = '/usr/bin/WebKitWebDriver';

/** WebKitGTK in the root folder with Debian 13 that `browsers install` prepares; nothing is run in it. */
export async function debianRoot(host: Host): Promise<readonly FoundBrowser[]> {
  const root = debianRootFolder(host);
  if (host.platform !== 'linux' || !(await host.files.exists(`${root}${DRIVER}`))) return [];
  const version = (await dpkgVersion(host, root, WEBKITGTK_PACKAGES)) ?? UNKNOWN_VERSION;
  const shortcoming = host.isRoot
    ? await gstreamerShortcoming(host, root)
    : 'only root can enter the folder that it is in';
  return [
    {
      id: 'debian-13-webkitgtk',
      engine: 'webkit',
      name: 'WebKitGTK',
      version,
      driver: 'webdriver',
      origin: 'debian-root',
      executable: DRIVER,
      root,
      ...(shortcoming === undefined ? {} : { shortcoming }),
    },
  ];
}
