import { ASK_LIMIT_MS, type Host } from './host.ts';
import { UNKNOWN_VERSION } from './version-text.ts';

/** The upstream part of a distribution's version, `2.52.6` of `1:2.52.6-1~deb13u1`. */
function upstreamVersion(version: string): string {
  return version.replace(/^\d+:/, '').replace(/-[^-]*$/, '');
}

/** The version of an installed Debian package, read from a system's own database without running anything in it. */
export async function dpkgVersion(
  host: Host,
  root: string,
  packages: readonly string[],
): Promise<string | undefined> {
  const status = await host.files.read(`${root}/var/lib/dpkg/status`);
  if (status === undefined) return undefined;
  for (const paragraph of status.split(/\n\n+/)) {
    const name = /^Package: (.+)$/m.exec(paragraph)?.[1];
    const version = /^Version: (.+)$/m.exec(paragraph)?.[1];
    const installed = /^Status: .* installed$/m.test(paragraph);
    if (installed && version !== undefined && name !== undefined && packages.includes(name))
      return upstreamVersion(version);
  }
  return undefined;
}

/** Ways of asking other package managers which package a file belongs to; each answer holds its version. */
const OWNERS = [
  ['rpm', '-qf', '--qf', '%{VERSION}'],
  ['pacman', '-Qo'],
  ['apk', 'info', '--who-owns'],
] as const;

/** The version of the package that a file of this machine belongs to. */
export async function packageVersion(host: Host, file: string, packages: readonly string[]): Promise<string> {
  const debian = await dpkgVersion(host, '', packages);
  if (debian !== undefined) return debian;
  for (const owner of OWNERS) {
    const answer = await host.ask([...owner, file], ASK_LIMIT_MS);
    const version =
      answer.kind === 'exited' && answer.code === 0 ? /\d+\.\d+\.\d+/.exec(answer.output)?.[0] : undefined;
    if (version !== undefined) return version;
  }
  return UNKNOWN_VERSION;
}
