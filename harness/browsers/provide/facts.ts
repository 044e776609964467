import { Engine } from '../../protocol/index.ts';
import { ASK_LIMIT_MS, cacheFolder, hasLibavcodec, libavcodecPackage, programs } from '../discover/index.ts';
import type { FoundBrowser, Host } from '../discover/index.ts';
import { DEBIAN_KEYRING } from './packages.ts';

/** A Linux distribution, as it calls itself. */
export interface Distribution {
  readonly id: string;
  /** Empty for those that have none, such as Debian's testing. */
  readonly version: string;
  /** What it descends from, nearest first. */
  readonly like: readonly string[];
}

/** The programs whose presence decides what can be done. */
const TOOLS = ['apt-get', 'debootstrap', 'npm', 'setpriv', 'sudo', 'unshare'] as const;
type Tool = (typeof TOOLS)[number];

/** Whether a server answers; unknown where only the program that uses it can tell, as behind a proxy. */
export type Reachability = 'reachable' | 'unreachable' | 'unknown';

/** Everything that decides how browsers can be got on a machine. */
export interface Facts {
  readonly platform: string;
  readonly arch: string;
  readonly isRoot: boolean;
  readonly distribution?: Distribution;
  readonly tools: readonly Tool[];
  readonly mayMount: boolean;
  /** Whether the keys are here that Debian's releases are signed with. */
  readonly debianKeyring: boolean;
  /** Machines that are made to be thrown away: changing them needs nobody's leave. */
  readonly disposable: 'ci' | 'container' | 'no';
  readonly playwrightServer: Reachability;
  /** The engines that Playwright has a build of for this platform. */
  readonly playwrightBuilds: readonly Engine[];
  /** Whether there is the library that Firefox on Linux takes H.264 from, and the package that has it. */
  readonly libavcodec: { readonly there: boolean; readonly package?: string };
  /** Where this package keeps what it fetches. */
  readonly cache: string;
  readonly installed: readonly FoundBrowser[];
}

function field(text: string, name: string): string {
  const value = new RegExp(`^${name}=(.*)$`, 'm').exec(text)?.[1] ?? '';
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}

/** Reads /etc/os-release. */
export function readDistribution(text: string): Distribution {
  return {
    id: field(text, 'ID'),
    version: field(text, 'VERSION_ID'),
    like: field(text, 'ID_LIKE')
      .split(/\s+/)
      .filter((word) => word !== ''),
  };
}

async function disposable(host: Host): Promise<Facts['disposable']> {
  const ci = host.env['CI'] ?? '';
  if (ci !== '' && ci !== 'false' && ci !== '0') return 'ci';
  if (host.platform !== 'linux') return 'no';
  const marks = await Promise.all(
    ['/.dockerenv', '/run/.containerenv'].map((file) => host.files.exists(file)),
  );
  if (marks.includes(true) || (host.env['container'] ?? '') !== '') return 'container';
  const groups = (await host.files.read('/proc/1/cgroup')) ?? '';
  return /docker|kubepods|containerd|libpod|lxc/.test(groups) ? 'container' : 'no';
}

async function mayMount(host: Host): Promise<boolean> {
  const tried = ['unshare', '--mount', '--pid', '--fork', '--propagation', 'private', 'true'];
  const answer = await host.ask(tried, ASK_LIMIT_MS);
  return answer.kind === 'exited' && answer.code === 0;
}

async function libavcodec(host: Host, tools: readonly Tool[]): Promise<Facts['libavcodec']> {
  if (host.platform !== 'linux' || (await hasLibavcodec(host))) return { there: true };
  const name = tools.includes('apt-get') ? await libavcodecPackage(host) : undefined;
  return { there: false, ...(name === undefined ? {} : { package: name }) };
}

/** Looks at a machine; nothing is changed, and nothing is fetched beside a sign of life from Playwright's server. */
export async function gatherFacts(
  host: Host,
  installed: readonly FoundBrowser[],
  playwrightServer: Reachability,
): Promise<Facts> {
  const linux = host.platform === 'linux';
  const release = linux ? await host.files.read('/etc/os-release') : undefined;
  const present = await Promise.all(TOOLS.map((tool) => programs(host, [tool])));
  const tools = TOOLS.filter((_, index) => (present[index] ?? []).length > 0);
  return {
    platform: host.platform,
    arch: host.arch,
    isRoot: host.isRoot,
    ...(release === undefined ? {} : { distribution: readDistribution(release) }),
    tools,
    mayMount: linux && host.isRoot && (await mayMount(host)),
    debianKeyring: linux && (await host.files.exists(DEBIAN_KEYRING)),
    disposable: await disposable(host),
    playwrightServer,
    playwrightBuilds: Engine.options.filter((engine) => host.playwright(engine) !== undefined),
    libavcodec: await libavcodec(host, tools),
    cache: cacheFolder(host),
    installed,
  };
}
