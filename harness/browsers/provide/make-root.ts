import path from 'node:path';
import { debianRootFolder } from '../discover/index.ts';
import type { Apt } from './apt.ts';
import { insideRoot, privately } from './inside-root.ts';
import { DONE, failed, inOrder, step } from './job.ts';
import type { Job, Step } from './job.ts';
import { aptProxy, mirrors } from './mirrors.ts';
import type { Mirror } from './mirrors.ts';
import { DEBIAN_KEYRING, WEBKIT_PACKAGES } from './packages.ts';
import { deleteRoot } from './remove-root.ts';
import { furnish, SECURITY_LIST } from './root-settings.ts';
import type { DebianRoot } from './ways.ts';

const RELEASE = 'trixie';
const SCRIPTS = '/usr/share/debootstrap/scripts';

interface Site {
  /** Where it is built; it gets its own name when it is complete. */
  readonly partial: string;
  /** Says with which mirror the first stage was completed. */
  readonly stage: string;
  /** What was downloaded for the first stage stays here until the end, for another attempt. */
  readonly packages: string;
  readonly env: Readonly<Record<string, string>>;
}

async function debootstrap(job: Job, site: Site, mirror: Mirror): Promise<Step> {
  const { host, files } = job.workshop;
  const deleted = await deleteRoot(job, site.partial);
  if (deleted.kind === 'failed') return deleted;
  await files.makeFolder(site.packages);
  // A debootstrap older than the release lacks its script, which is the same as that of all others.
  const script = (await host.files.exists(`${SCRIPTS}/${RELEASE}`)) ? [] : [`${SCRIPTS}/sid`];
  // Without --force-check-gpg it would go on unchecked where there are no keys.
  const options = ['--variant=minbase', `--keyring=${DEBIAN_KEYRING}`, '--force-check-gpg'];
  options.push(`--cache-dir=${site.packages}`);
  if (mirror.main.startsWith('https:')) options.push('--include=ca-certificates');
  const command = ['debootstrap', ...options, RELEASE, site.partial, mirror.main, ...script];
  const made = await step(job, privately(command), { ending: 'hard', env: site.env });
  if (made.kind === 'failed') return made;
  await furnish(job.workshop, site.partial, mirror);
  await files.write(site.stage, JSON.stringify(mirror));
  return DONE;
}

async function firstStage(job: Job, site: Site, candidates: readonly Mirror[]): Promise<Step> {
  if (await job.workshop.host.files.exists(site.stage)) return DONE;
  let last = failed('no mirror');
  for (const mirror of candidates) {
    last = await debootstrap(job, site, mirror);
    if (last.kind === 'done') return DONE;
    job.progress(`${mirror.main} did not work: ${last.reason}`);
  }
  return last;
}

function inside(job: Job, site: Site, command: readonly string[]): Promise<Step> {
  const argv = insideRoot({
    root: site.partial,
    command: ['env', 'DEBIAN_FRONTEND=noninteractive', ...command],
  });
  return step(job, argv, { ending: 'hard', env: site.env });
}

/** A private mirror may have no security updates: then it goes without them rather than not at all. */
async function fetchLists(job: Job, site: Site): Promise<Step> {
  const lists = await inside(job, site, ['apt-get', 'update']);
  if (lists.kind === 'done') return lists;
  job.progress(`without security updates: ${lists.reason}`);
  await job.workshop.files.remove(`${site.partial}${SECURITY_LIST}`);
  return inside(job, site, ['apt-get', 'update']);
}

function secondStage(job: Job, site: Site): Promise<Step> {
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...WEBKIT_PACKAGES];
  return inOrder([
    () => inside(job, site, ['dpkg', '--configure', '-a']),
    () => fetchLists(job, site),
    () => inside(job, site, ['apt-get', 'upgrade', '-y']),
    () => inside(job, site, install),
    () => inside(job, site, ['sh', '-c', TRIM]),
  ]);
}

const TRIM = `apt-get clean
rm -rf /var/lib/apt/lists/* /usr/share/man/* /usr/share/info/* /var/cache/debconf/*-old
find /usr/share/locale -mindepth 1 -maxdepth 1 -type d -exec rm -rf {} +
find /usr/share/doc -type f ! -name copyright -delete`;

/** Makes the root folder. What was completed in an earlier attempt is not done again. */
export async function makeDebianRoot(job: Job, way: DebianRoot, apt: Apt): Promise<Step> {
  const { host, files } = job.workshop;
  const root = debianRootFolder(host);
  const folder = path.dirname(root);
  await files.makeFolder(folder);
  const site: Site = {
    partial: `${root}.partial`,
    stage: path.join(folder, 'first-stage.json'),
    packages: path.join(folder, 'packages'),
    // A root that a power cut spoils is made again, so dpkg need not wait for the disk after each file.
    env: { ...(await aptProxy(host)), DPKG_FORCE: 'unsafe-io' },
  };
  const made = await inOrder([
    () => (way.prerequisites.length === 0 ? Promise.resolve(DONE) : apt.install(job, way.prerequisites)),
    async () => firstStage(job, site, await mirrors(host)),
    () => secondStage(job, site),
    () => deleteRoot(job, root),
  ]);
  if (made.kind === 'failed') return made;
  await files.rename(site.partial, root);
  await files.write(path.join(folder, 'updated'), '');
  await files.remove(site.stage);
  await files.remove(site.packages);
  return DONE;
}
