import type { Engine } from '../../protocol/index.ts';
import { familyOf, isMusl, packagedWebkitRecords } from './distribution.ts';
import type { Facts } from './facts.ts';
import { CHROMIUM_PACKAGES, HEADLESS_PACKAGE, WEBKIT_PACKAGES } from './packages.ts';
import type { ClosedWay, Supplement, Way } from './ways.ts';

/** Whether a way leads to an engine on a machine. */
export type Opening =
  | { readonly kind: 'open'; readonly way: Way }
  | { readonly kind: 'closed'; readonly closed: ClosedWay }
  /** The way never leads to this engine here, so there is nothing to say about it. */
  | { readonly kind: 'beside-the-point' };

const BESIDE: Opening = { kind: 'beside-the-point' };
const PLAYWRIGHT_MEGABYTES = { chromium: 180, firefox: 110, webkit: 100 } as const;

function closed(kind: Way['kind'], why: string): Opening {
  return { kind: 'closed', closed: { kind, why } };
}

function has(facts: Facts, tool: Facts['tools'][number]): boolean {
  return facts.tools.includes(tool);
}

/** Playwright's own build. */
export function playwrightDownload(facts: Facts, engine: Engine): Opening {
  const kind = 'playwright-download';
  if (isMusl(facts)) return closed(kind, 'Playwright has no builds for musl');
  if (!facts.playwrightBuilds.includes(engine))
    return closed(kind, `Playwright has no ${engine} for ${facts.platform} on ${facts.arch}`);
  if (facts.playwrightServer === 'unreachable')
    return closed(kind, `Playwright's download server cannot be reached from here`);
  const withLibraries = facts.isRoot && has(facts, 'apt-get');
  const libraries = withLibraries ? ', and the system libraries that it needs' : '';
  return {
    kind: 'open',
    way: {
      kind,
      engine,
      fetches: `Playwright's ${engine}${libraries}`,
      megabytes: PLAYWRIGHT_MEGABYTES[engine],
      changes: `Playwright's folder in the user's cache${withLibraries ? ', system packages' : ''}`,
      needsRoot: false,
      withLibraries,
    },
  };
}

function packagesOf(facts: Facts, engine: Engine): readonly string[] | string {
  const family = familyOf(facts);
  if (engine === 'webkit')
    return packagedWebkitRecords(facts)
      ? WEBKIT_PACKAGES
      : 'the WebKitGTK that this release packages cannot record video';
  // Ubuntu's packages of both are empty and fetch a snap, which needs a running snapd and cannot read a test's profile.
  if (family === 'ubuntu') return `Ubuntu ships ${engine} as a snap, which cannot be driven from here`;
  return engine === 'chromium' ? CHROMIUM_PACKAGES : ['firefox-esr'];
}

/** Packages of the distribution. */
export function aptPackages(facts: Facts, engine: Engine): Opening {
  const kind = 'apt-packages';
  if (facts.platform !== 'linux' || !has(facts, 'apt-get')) return BESIDE;
  const packages = packagesOf(facts, engine);
  if (typeof packages === 'string') return closed(kind, packages);
  if (!facts.isRoot && !has(facts, 'sudo'))
    return closed(
      kind,
      `installing packages needs root: run "apt-get install ${packages.join(' ')}" as root`,
    );
  return {
    kind: 'open',
    way: {
      kind,
      engine,
      fetches: `the packages ${packages.join(', ')} and what they depend on`,
      megabytes: engine === 'webkit' ? 250 : 150,
      changes: 'system packages, by apt-get',
      needsRoot: true,
      packages,
      through: facts.isRoot ? 'root' : 'sudo',
    },
  };
}

/** The package with libavcodec, from which Firefox takes H.264, where it is missing and can be installed. */
export function supplementOf(facts: Facts, engine: Engine): Supplement | undefined {
  const { there, package: name } = facts.libavcodec;
  if (engine !== 'firefox' || there || !has(facts, 'apt-get')) return undefined;
  if (!facts.isRoot && !has(facts, 'sudo')) return undefined;
  return {
    what: 'libavcodec',
    fetches: `the package ${name ?? 'with libavcodec of this release'} and what it depends on, for H.264`,
    megabytes: 30,
    changes: 'system packages, by apt-get',
    needsRoot: true,
    through: facts.isRoot ? 'root' : 'sudo',
  };
}

/** The Chromium of an npm package. */
export function npmChromium(facts: Facts, engine: Engine): Opening {
  const kind = 'npm-chromium';
  if (engine !== 'chromium' || facts.platform !== 'linux') return BESIDE;
  if (facts.arch !== 'x64')
    return closed(kind, `the Chromium on npm is built for x64 only, not ${facts.arch}`);
  if (isMusl(facts)) return closed(kind, 'the Chromium on npm does not run with musl');
  if (!has(facts, 'npm')) return closed(kind, 'npm is not on the search path');
  return {
    kind: 'open',
    way: {
      kind,
      engine,
      fetches: `the npm package ${HEADLESS_PACKAGE}, a headless Chromium`,
      megabytes: 67,
      changes: `${facts.cache} (220 MB)`,
      needsRoot: false,
      spec: HEADLESS_PACKAGE,
    },
  };
}

/** A root folder with Debian 13. */
export function debianRoot(facts: Facts, engine: Engine): Opening {
  const kind = 'debian-root';
  if (engine !== 'webkit' || familyOf(facts) === 'other') return BESIDE;
  if (!facts.isRoot) return closed(kind, 'preparing a Debian 13 root, which has one that can, needs root');
  if (!has(facts, 'setpriv') || !has(facts, 'unshare'))
    return closed(kind, 'a Debian 13 root needs setpriv and unshare: install the package util-linux');
  if (!facts.mayMount)
    return closed(
      kind,
      'a Debian 13 root needs the right to mount, which this container lacks (CAP_SYS_ADMIN)',
    );
  const prerequisites = [
    ...(has(facts, 'debootstrap') ? [] : ['debootstrap']),
    ...(facts.debianKeyring ? [] : ['debian-archive-keyring']),
  ];
  if (prerequisites.length > 0 && !has(facts, 'apt-get'))
    return closed(kind, `a Debian 13 root needs ${prerequisites.join(' and ')} to be installed`);
  return {
    kind: 'open',
    way: {
      kind,
      engine,
      fetches: `Debian 13 with WebKitGTK and GStreamer, as a folder of its own`,
      megabytes: 420,
      changes: `${facts.cache} (1.2 GB)${prerequisites.length === 0 ? '' : `, and installs ${prerequisites.join(', ')}`}`,
      needsRoot: true,
      prerequisites,
    },
  };
}
