import { ASK_LIMIT_MS, type Host } from '../discover/index.ts';

/** Where Debian's packages and its security updates are fetched from. */
export interface Mirror {
  readonly main: string;
  readonly security: string;
}

/** The server that is near to everybody. */
export const GENERIC: Mirror = {
  main: 'http://deb.debian.org/debian',
  security: 'http://deb.debian.org/debian-security',
};

interface Source {
  readonly uri: string;
  readonly suite: string;
}

function oneLine(text: string): readonly Source[] {
  return text.split('\n').flatMap((line) => {
    const [, uri, suite] = /^\s*deb\s+(?:\[[^\]]*\]\s+)?(\S+)\s+(\S+)/.exec(line) ?? [];
    return uri === undefined || suite === undefined ? [] : [{ uri, suite }];
  });
}

function words(paragraph: string, name: string): readonly string[] {
  const value = new RegExp(`^${name}:((?:.*)(?:\\n[ \\t].*)*)`, 'im').exec(paragraph)?.[1] ?? '';
  return value.split(/\s+/).filter((word) => word !== '');
}

function deb822(text: string): readonly Source[] {
  const withoutComments = text.replace(/^#.*\n?/gm, '');
  return withoutComments.split(/\n[ \t]*\n+/).flatMap((paragraph) => {
    if (!words(paragraph, 'Types').includes('deb') || words(paragraph, 'Enabled')[0] === 'no') return [];
    const suites = words(paragraph, 'Suites');
    return words(paragraph, 'URIs').flatMap((uri) => suites.map((suite) => ({ uri, suite })));
  });
}

const RELEASE = /^(bullseye|bookworm|trixie|forky|sid|oldstable|stable|testing|unstable)$/;
const SECURITY = /^(bullseye|bookworm|trixie|forky|oldstable|stable|testing)-security$/;

/** A server with Debian as it is now: a snapshot of an older day may know nothing of the release that is wanted. */
function isLive(uri: string): boolean {
  return /^https?:\/\//.test(uri) && !/snapshot\.debian\.org|archive\.debian\.org/.test(uri);
}

/** The Debian mirror that a machine's own package lists name; undefined if they name none. */
export function readMirror(
  files: readonly { readonly name: string; readonly text: string }[],
): Mirror | undefined {
  const sources = files
    .flatMap(({ name, text }) => (name.endsWith('.sources') ? deb822(text) : oneLine(text)))
    .filter(({ uri }) => isLive(uri));
  const main = sources.find(({ suite }) => RELEASE.test(suite))?.uri.replace(/\/+$/, '');
  if (main === undefined) return undefined;
  const security = sources.find(({ suite }) => SECURITY.test(suite))?.uri.replace(/\/+$/, '');
  return { main, security: security ?? GENERIC.security };
}

/** The mirrors to try, the machine's own first. */
export async function mirrors(host: Host): Promise<readonly Mirror[]> {
  const folder = '/etc/apt/sources.list.d';
  const names = (await host.files.list(folder)).filter((name) => /\.(list|sources)$/.test(name));
  const paths = ['/etc/apt/sources.list', ...names.map((name) => `${folder}/${name}`)];
  const files = await Promise.all(
    paths.map(async (name) => ({ name, text: (await host.files.read(name)) ?? '' })),
  );
  const own = readMirror(files);
  return own === undefined || own.main === GENERIC.main ? [own ?? GENERIC] : [own, GENERIC];
}

/** The proxy that apt is told to use, which the programs that stand in for it must use too. */
export async function aptProxy(host: Host): Promise<Readonly<Record<string, string>>> {
  const answer = await host.ask(['apt-config', 'dump', 'Acquire::http::Proxy'], ASK_LIMIT_MS);
  const proxy =
    answer.kind === 'exited' ? /^Acquire::http::Proxy "([^"]+)"/m.exec(answer.output)?.[1] : undefined;
  return proxy === undefined || proxy === 'DIRECT' ? {} : { http_proxy: proxy };
}
