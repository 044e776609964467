import { askVersion } from './ask-version.ts';
import type { FoundBrowser } from './found.ts';
import type { Host } from './host.ts';
import { npmChromiumFolder } from './host.ts';

/** The Chromium of an npm package, if `browsers install` unpacked it; it has no window at all. */
export async function npmChromium(host: Host): Promise<readonly FoundBrowser[]> {
  const executable = `${npmChromiumFolder(host)}/chromium`;
  if (host.platform !== 'linux' || !(await host.files.exists(executable))) return [];
  const introduction = await askVersion(host, executable);
  if (introduction.kind === 'other') return [];
  const { engine, version } = introduction.stated;
  const name = 'Chromium headless shell';
  return [{ id: 'npm-chromium', engine, name, version, driver: 'puppeteer', origin: 'npm', executable }];
}
