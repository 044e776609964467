import { statedBy, type Unanswered } from './ask-version.ts';
import type { FoundBrowser } from './found.ts';
import type { Host } from './host.ts';
import { npmChromiumFolder } from './host.ts';

/** The Chromium of an npm package, if `browsers install` unpacked it; it has no window at all. */
export async function npmChromium(host: Host, unanswered: Unanswered): Promise<readonly FoundBrowser[]> {
  const executable = `${npmChromiumFolder(host)}/chromium`;
  if (host.platform !== 'linux' || !(await host.files.exists(executable))) return [];
  const stated = await statedBy(host, { engine: 'chromium', executable }, unanswered);
  if (stated === undefined) return [];
  const { engine, version } = stated;
  const name = 'Chromium headless shell';
  return [{ id: 'npm-chromium', engine, name, version, driver: 'puppeteer', origin: 'npm', executable }];
}
