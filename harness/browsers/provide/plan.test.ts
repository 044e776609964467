import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FoundBrowser } from '../discover/index.ts';
import { describePlan } from './describe.ts';
import { readDistribution } from './facts.ts';
import type { Distribution, Facts } from './facts.ts';
import { planProviding } from './plan.ts';
import type { EnginePlan } from './ways.ts';

const DEBIAN_12: Distribution = { id: 'debian', version: '12', like: [] };
const DEBIAN_13: Distribution = { id: 'debian', version: '13', like: [] };
const DEBIAN_TESTING: Distribution = { id: 'debian', version: '', like: [] };
const UBUNTU_22: Distribution = { id: 'ubuntu', version: '22.04', like: ['debian'] };
const UBUNTU_24: Distribution = { id: 'ubuntu', version: '24.04', like: ['debian'] };
const MINT: Distribution = { id: 'linuxmint', version: '22', like: ['ubuntu', 'debian'] };
const FEDORA: Distribution = { id: 'fedora', version: '42', like: [] };
const ALPINE: Distribution = { id: 'alpine', version: '3.21', like: [] };

/** A machine of a continuous integration: root, everything that Debian has by itself, nothing installed. */
const BASE: Facts = {
  platform: 'linux',
  arch: 'x64',
  isRoot: true,
  distribution: DEBIAN_12,
  tools: ['apt-get', 'npm', 'setpriv', 'unshare'],
  mayMount: true,
  debianKeyring: true,
  disposable: 'container',
  playwrightServer: 'reachable',
  playwrightBuilds: ['chromium', 'firefox', 'webkit'],
  libavcodec: { there: true },
  cache: '/root/.cache/mediarecorder-conformance',
  installed: [],
};
const USER: Partial<Facts> = { isRoot: false, mayMount: false };
const OFFLINE: Partial<Facts> = { playwrightServer: 'unreachable' };
const NO_APT: Partial<Facts> = { tools: ['npm', 'setpriv', 'unshare'] };

function kinds(plan: EnginePlan): string {
  if (plan.kind === 'present') return 'present';
  return plan.kind === 'get' ? plan.ways.map(({ kind }) => kind).join(' > ') : '-';
}

function macos(arch: string): Partial<Facts> {
  return { platform: 'darwin', arch, isRoot: false, tools: ['npm'], mayMount: false, disposable: 'no' };
}

const PW = 'playwright-download';

/** Machine, what differs from the base, then the ways to chromium, firefox and webkit. */
const TABLE: readonly (readonly [string, Partial<Facts>, string, string, string])[] = [
  ['Debian 12', {}, `${PW} > apt-packages > npm-chromium`, `${PW} > apt-packages`, `${PW} > debian-root`],
  ['Debian 12, offline', OFFLINE, 'apt-packages > npm-chromium', 'apt-packages', 'debian-root'],
  ['Debian 12, user', USER, `${PW} > npm-chromium`, PW, PW],
  ['Debian 12, user, offline', { ...USER, ...OFFLINE }, 'npm-chromium', '-', '-'],
  [
    'Debian 12, user with sudo, offline',
    { ...USER, ...OFFLINE, tools: [...BASE.tools, 'sudo'] },
    'apt-packages > npm-chromium',
    'apt-packages',
    '-',
  ],
  [
    'Debian 12, container without mounts, offline',
    { ...OFFLINE, mayMount: false },
    'apt-packages > npm-chromium',
    'apt-packages',
    '-',
  ],
  ['Debian 12, arm64, offline', { ...OFFLINE, arch: 'arm64' }, 'apt-packages', 'apt-packages', 'debian-root'],
  [
    'Debian 12, unknown server',
    { playwrightServer: 'unknown' },
    `${PW} > apt-packages > npm-chromium`,
    `${PW} > apt-packages`,
    `${PW} > debian-root`,
  ],
  [
    'Debian 13, offline',
    { ...OFFLINE, distribution: DEBIAN_13 },
    'apt-packages > npm-chromium',
    'apt-packages',
    'apt-packages > debian-root',
  ],
  [
    'Debian testing, offline',
    { ...OFFLINE, distribution: DEBIAN_TESTING },
    'apt-packages > npm-chromium',
    'apt-packages',
    'apt-packages > debian-root',
  ],
  [
    'Ubuntu 24.04',
    { distribution: UBUNTU_24 },
    `${PW} > npm-chromium`,
    PW,
    `${PW} > apt-packages > debian-root`,
  ],
  ['Ubuntu 22.04, offline', { ...OFFLINE, distribution: UBUNTU_22 }, 'npm-chromium', '-', 'debian-root'],
  ['Mint, offline', { ...OFFLINE, distribution: MINT }, 'npm-chromium', '-', 'apt-packages > debian-root'],
  ['Fedora', { ...NO_APT, distribution: FEDORA }, `${PW} > npm-chromium`, PW, PW],
  ['Fedora, offline', { ...NO_APT, ...OFFLINE, distribution: FEDORA }, 'npm-chromium', '-', '-'],
  ['Alpine', { ...NO_APT, distribution: ALPINE }, '-', '-', '-'],
  ['macOS on Intel', macos('x64'), PW, PW, PW],
  ['macOS on Apple silicon, offline', { ...macos('arm64'), ...OFFLINE }, '-', '-', '-'],
  ['Windows', { ...macos('x64'), platform: 'win32' }, PW, PW, PW],
  [
    'a platform without builds',
    { playwrightBuilds: [], ...NO_APT, distribution: FEDORA, arch: 'riscv64' },
    '-',
    '-',
    '-',
  ],
];

describe('planProviding', () => {
  for (const [machine, differing, ...expected] of TABLE)
    it(`plans for ${machine}`, () => {
      const { engines } = planProviding({ ...BASE, ...differing }, ['chromium', 'firefox', 'webkit']);
      assert.deepEqual(engines.map(kinds), expected);
    });

  it('gets what lets ordinary users start Chromium with it', () => {
    const [plan] = planProviding({ ...BASE, ...OFFLINE }, ['chromium']).engines;
    assert.ok(plan?.kind === 'get');
    const [way] = plan.ways;
    assert.deepEqual(way.kind === 'apt-packages' ? way.packages : way.kind, ['chromium', 'chromium-sandbox']);
  });

  it('leaves alone what is there, and replaces what is not enough', () => {
    const common = { version: '1', driver: 'webdriver', origin: 'system', executable: '/x' } as const;
    const there: FoundBrowser = { ...common, id: 'webkitgtk', engine: 'webkit', name: 'WebKitGTK' };
    const facts = { ...BASE, ...OFFLINE };
    const [good] = planProviding({ ...facts, installed: [there] }, ['webkit']).engines;
    const [poor] = planProviding({ ...facts, installed: [{ ...there, shortcoming: 'no' }] }, [
      'webkit',
    ]).engines;
    assert.equal(good?.kind, 'present');
    assert.equal(poor?.kind, 'get');
  });

  it('needs nobody to agree only as root on a machine that is thrown away', () => {
    const consent = (facts: Partial<Facts>): string => planProviding({ ...BASE, ...facts }, []).consent;
    assert.equal(consent({}), 'given');
    assert.equal(consent({ disposable: 'ci' }), 'given');
    assert.equal(consent({ disposable: 'no' }), 'needed');
    assert.equal(consent({ isRoot: false }), 'needed');
  });

  it('installs debootstrap and the keys first where they are missing', () => {
    const facts: Facts = { ...BASE, ...OFFLINE, distribution: UBUNTU_22, debianKeyring: false };
    const [plan] = planProviding(facts, ['webkit']).engines;
    assert.ok(plan?.kind === 'get' && plan.ways[0].kind === 'debian-root');
    assert.deepEqual(plan.ways[0].prerequisites, ['debootstrap', 'debian-archive-keyring']);
  });

  it('says what each way fetches, changes and needs, and why others are closed', () => {
    const text = describePlan(planProviding({ ...BASE, ...USER, ...OFFLINE }, ['chromium', 'firefox'])).join(
      '\n',
    );
    assert.match(text, /fetches the npm package .* \(about 67 MB\), changes \/root\/\.cache/);
    assert.match(text, /firefox: cannot be got here by itself/);
    assert.match(text, /needs root: run "apt-get install firefox-esr" as root/);
    assert.match(text, /not Playwright's download: .* cannot be reached/);
  });
});

describe('libavcodec, which Firefox needs', () => {
  const WITHOUT: Facts = { ...BASE, ...OFFLINE, libavcodec: { there: false, package: 'libavcodec59' } };
  const lacks = [{ what: 'no H.264', installable: true, remedy: 'get it' }];
  const there: FoundBrowser = {
    id: 'firefox-esr',
    engine: 'firefox',
    name: 'Firefox ESR',
    version: '153.8.0',
    driver: 'puppeteer',
    origin: 'system',
    executable: '/x',
    lacks,
  };
  const text = (facts: Facts): string => describePlan(planProviding(facts, ['firefox'])).join('\n');

  it('is announced with the browser, with what it fetches, changes and needs', () => {
    assert.match(
      text(WITHOUT),
      /and then the package libavcodec59 and what it depends on, for H\.264 \(about 30 MB\), changes system packages, by apt-get; as root/,
    );
    assert.doesNotMatch(text({ ...WITHOUT, libavcodec: { there: true } }), /libavcodec/);
  });

  it('is got, too, where a Firefox is there without it', () => {
    const plan = planProviding({ ...WITHOUT, installed: [there] }, ['firefox', 'chromium']);
    const [firefox, chromium] = plan.engines;
    assert.ok(firefox?.kind === 'present' && firefox.supplement?.through === 'root');
    assert.ok(chromium?.kind === 'get' && chromium.supplement === undefined);
    assert.match(
      text({ ...WITHOUT, installed: [there] }),
      /^firefox: Firefox ESR 153\.8\.0 is there\n {2}no H\.264\n {2}fetches the package libavcodec59 .* 30 MB/,
    );
    const { lacks: _, ...whole } = there;
    const [complete] = planProviding({ ...WITHOUT, installed: [whole] }, ['firefox']).engines;
    assert.ok(complete?.kind === 'present' && complete.supplement === undefined);
  });

  it('is left to others where it cannot be installed', () => {
    const user: Facts = { ...WITHOUT, ...USER };
    const byHand = {
      what: 'no H.264',
      installable: false,
      remedy: 'run "apt-get install libavcodec59" as root',
    };
    assert.match(
      text({ ...user, installed: [{ ...there, lacks: [byHand] }] }),
      /is there\n {2}no H\.264; run "apt-get install libavcodec59" as root$/,
    );
    const supplement = (facts: Facts): unknown => {
      const [plan] = planProviding({ ...facts, playwrightServer: 'reachable' }, ['firefox']).engines;
      return plan?.kind === 'get' ? plan.supplement : assert.fail('it can be got');
    };
    assert.equal(supplement(user), undefined);
    assert.equal(supplement({ ...WITHOUT, ...NO_APT }), undefined);
    assert.ok(supplement({ ...user, tools: [...BASE.tools, 'sudo'] }));
  });

  it('is announced without its name where apt has no lists yet', () => {
    assert.match(
      text({ ...WITHOUT, libavcodec: { there: false } }),
      /the package with libavcodec of this release/,
    );
  });
});

describe('readDistribution', () => {
  it('reads quoted and bare values', () => {
    const text = 'PRETTY_NAME="Linux Mint 22"\nID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_ID="22"\n';
    assert.deepEqual(readDistribution(text), MINT);
  });
});
