import type { Engine } from '../../protocol/index.ts';
import { statedBy, type Unanswered } from './ask-version.ts';
import type { FoundBrowser } from './found.ts';
import type { Host } from './host.ts';
import { pathsOf } from './host.ts';
import { existing, programs } from './programs.ts';
import { browserId } from './identity.ts';

const ON_LINUX = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'google-chrome-beta',
  'google-chrome-unstable',
  'microsoft-edge-stable',
  'microsoft-edge',
  'microsoft-edge-beta',
  'microsoft-edge-dev',
  'firefox-esr',
  'firefox',
  'firefox-beta',
  'firefox-devedition',
  'firefox-nightly',
] as const;
const ON_LINUX_ELSEWHERE = [
  '/opt/google/chrome/chrome',
  '/opt/google/chrome-beta/chrome',
  '/opt/google/chrome-unstable/chrome',
  '/opt/microsoft/msedge/msedge',
  '/opt/firefox/firefox',
] as const;
const ON_MACOS = [
  'Chromium',
  'Google Chrome',
  'Google Chrome Beta',
  'Google Chrome Dev',
  'Google Chrome Canary',
  'Microsoft Edge',
  'Microsoft Edge Beta',
  'Microsoft Edge Dev',
  'Firefox',
  'Firefox Developer Edition',
  'Firefox Nightly',
] as const;
const ON_WINDOWS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Google\\Chrome Beta\\Application\\chrome.exe',
  'Google\\Chrome Dev\\Application\\chrome.exe',
  'Google\\Chrome SxS\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Microsoft\\Edge Beta\\Application\\msedge.exe',
  'Microsoft\\Edge Dev\\Application\\msedge.exe',
  'Mozilla Firefox\\firefox.exe',
  'Firefox Developer Edition\\firefox.exe',
  'Firefox Nightly\\firefox.exe',
] as const;

/** The program inside an application bundle of macOS. */
export function bundledProgram(bundle: string): string {
  const name = bundle.slice(bundle.lastIndexOf('/') + 1).replace(/\.app$/, '');
  return `${bundle}/Contents/MacOS/${name.startsWith('Firefox') ? 'firefox' : name}`;
}

function candidates(host: Host): Promise<readonly string[]> {
  const paths = pathsOf(host);
  if (host.platform === 'darwin') {
    const folders = ['/Applications', paths.join(host.home, 'Applications')];
    return existing(
      host,
      folders.flatMap((folder) => ON_MACOS.map((name) => bundledProgram(`${folder}/${name}.app`))),
    );
  }
  if (host.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => host.env[name] ?? [],
    );
    return existing(
      host,
      folders.flatMap((folder) => ON_WINDOWS.map((name) => paths.join(folder, name))),
    );
  }
  return Promise.all([programs(host, ON_LINUX), existing(host, ON_LINUX_ELSEWHERE)]).then((found) =>
    found.flat(),
  );
}

/** Snaps keep their own /tmp and see no hidden folders, so they cannot read the profile that they are given. */
async function isSnap(host: Host, executable: string, real: string): Promise<boolean> {
  if (host.platform !== 'linux') return false;
  if (executable.startsWith('/snap/') || real.endsWith('/bin/snap')) return true;
  return host.files.contains(real, '/snap/bin/');
}

/** All programs that are looked for here are called after their engine. */
function engineOf(host: Host, executable: string): Engine {
  return pathsOf(host).basename(executable).startsWith('firefox') ? 'firefox' : 'chromium';
}

async function asFound(
  host: Host,
  executable: string,
  unanswered: Unanswered,
): Promise<FoundBrowser | undefined> {
  const stated = await statedBy(host, { engine: engineOf(host, executable), executable }, unanswered);
  if (stated === undefined) return undefined;
  const snap = await isSnap(host, executable, await host.files.realPath(executable));
  return {
    id: browserId('system', stated.name),
    ...stated,
    driver: 'puppeteer',
    origin: 'system',
    executable,
    ...(snap ? { shortcoming: 'it is a snap, which cannot read the temporary profile of a test run' } : {}),
  };
}

/** Chromium, Chrome, Edge and Firefox as the system, or the user, installed them, in all their channels. */
export async function systemBrowsers(host: Host, unanswered: Unanswered): Promise<readonly FoundBrowser[]> {
  const byTarget = new Map<string, string>();
  for (const executable of await candidates(host)) {
    const real = await host.files.realPath(executable);
    const key = real.endsWith('/bin/snap') ? executable : real;
    if (!byTarget.has(key)) byTarget.set(key, executable);
  }
  const found = await Promise.all(
    [...byTarget.values()].map((executable) => asFound(host, executable, unanswered)),
  );
  const builds = new Map<string, FoundBrowser>();
  // Debian's /usr/bin/firefox is a script of its own beside firefox-esr: the same name and version is the same build.
  for (const browser of found)
    if (browser !== undefined) {
      const key = `${browser.name} ${browser.version}`;
      builds.set(key, builds.get(key) ?? browser);
    }
  return [...builds.values()];
}
