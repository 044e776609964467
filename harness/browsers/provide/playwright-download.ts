import type { Engine } from '../../protocol/index.ts';
import { ASK_LIMIT_MS } from '../discover/index.ts';
import type { Reachability } from './facts.ts';
import { step } from './job.ts';
import type { Job, Step } from './job.ts';
import type { PlaywrightDownload } from './ways.ts';
import type { Workshop } from './workshop.ts';

/** A server that takes longer to answer is not one to download 100 MB from. */
const REACH_LIMIT_MS = 15_000;
/** Without this a server that swallows connections would be waited for several minutes. */
const ENVIRONMENT = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '30000' } as const;

/** Whether one of the servers that Playwright would download an engine from answers for that very file. */
export async function reachPlaywright(workshop: Workshop, engine: Engine): Promise<Reachability> {
  const plan = [...workshop.playwrightInstaller, 'install', '--dry-run', '--no-shell', engine];
  const answer = await workshop.host.ask(plan, ASK_LIMIT_MS);
  if (answer.kind !== 'exited') return 'unknown';
  const [first = ''] = answer.output.split(/\n\s*\n/);
  const urls = first.match(/https?:\/\/\S+/g) ?? [];
  const answers = await Promise.all(urls.map((url) => workshop.reach(url, REACH_LIMIT_MS)));
  if (answers.includes('reachable')) return 'reachable';
  return answers.length === 0 || answers.includes('unknown') ? 'unknown' : 'unreachable';
}

/** Has Playwright's own installer download a build; it unpacks beside and renames, so it can be called again. */
export function downloadPlaywright(job: Job, way: PlaywrightDownload): Promise<Step> {
  const libraries = way.withLibraries ? ['--with-deps'] : [];
  const command = [...job.workshop.playwrightInstaller, 'install', ...libraries, '--no-shell', '--no-remove'];
  return step(job, [...command, way.engine], { ending: 'gentle', env: ENVIRONMENT });
}
