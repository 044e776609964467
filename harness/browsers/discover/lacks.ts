import type { FoundBrowser } from './found.ts';
import type { Host } from './host.ts';
import { hasLibavcodec, libavcodecPackage } from './libavcodec.ts';
import { installCommand } from './missing.ts';
import { programs } from './programs.ts';

/** Something that a browser which runs cannot do for want of something on the machine. */
export interface Lack {
  /** What it cannot do, and why: a clause. */
  readonly what: string;
  /** Whether `browsers install` gets it on this machine. */
  readonly installable: boolean;
  /** What gets it: a clause. */
  readonly remedy: string;
}

/** In a metapackage of every release, for a machine whose apt does not know the name that has the number in it. */
const ANY_RELEASE = 'libavcodec-extra';

/** Whether packages can be installed from here: apt-get is there, and root or sudo to call it. */
async function canInstall(host: Host): Promise<boolean> {
  return host.isRoot || (await programs(host, ['sudo'])).length > 0;
}

async function remedyFor(host: Host): Promise<Omit<Lack, 'what'>> {
  if ((await programs(host, ['apt-get'])).length === 0)
    return { installable: false, remedy: "install FFmpeg's libavcodec with the system's package manager" };
  if (await canInstall(host))
    return { installable: true, remedy: `get it with "${installCommand(['firefox'])}"` };
  const name = (await libavcodecPackage(host)) ?? ANY_RELEASE;
  return { installable: false, remedy: `run "apt-get install ${name}" as root` };
}

/** Firefox, in whatever build, takes H.264 on Linux from the system's libavcodec; a snap brings its own. */
function needsLibavcodec({ platform }: Host, { engine, shortcoming }: FoundBrowser): boolean {
  return platform === 'linux' && engine === 'firefox' && shortcoming === undefined;
}

/** The browsers, each with what it lacks on this machine. */
export async function withLacks(
  host: Host,
  browsers: readonly FoundBrowser[],
): Promise<readonly FoundBrowser[]> {
  if (!browsers.some((browser) => needsLibavcodec(host, browser)) || (await hasLibavcodec(host)))
    return browsers;
  const what = 'H.264 can be neither decoded nor encoded: libavcodec is not installed';
  const lacks: readonly Lack[] = [{ what, ...(await remedyFor(host)) }];
  return browsers.map((browser) => (needsLibavcodec(host, browser) ? { ...browser, lacks } : browser));
}

/** What is said of a lack, in a line. */
export function describeLack({ what, remedy }: Lack): string {
  return `${what}; ${remedy}`;
}
