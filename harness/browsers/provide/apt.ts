import type { Job, Step } from './job.ts';
import { step } from './job.ts';

/** How apt-get is called: as root, or through sudo, which may ask for a password. */
export type Through = 'root' | 'sudo';

const QUIET = ['DEBIAN_FRONTEND=noninteractive', 'APT_LISTCHANGES_FRONTEND=none'] as const;
/** Another apt may be at work, such as the one that updates the system by itself. */
const PATIENT = ['-o', 'DPkg::Lock::Timeout=600'] as const;
const INTERRUPTED = /dpkg was interrupted/;

function system(through: Through, command: readonly string[]): readonly string[] {
  return [...(through === 'sudo' ? ['sudo'] : []), 'env', ...QUIET, ...command];
}

/** Installs packages; the lists are fetched once in each process, and a dpkg that was interrupted is mended first. */
export class Apt {
  readonly #through: Through;
  #updated = false;

  constructor(through: Through) {
    this.#through = through;
  }

  #step(job: Job, command: readonly string[]): Promise<Step> {
    return step(job, system(this.#through, command), {
      ending: 'gentle',
      terminal: this.#through === 'sudo',
    });
  }

  /** Fetches the package lists, if that was not done yet. */
  async update(job: Job): Promise<void> {
    if (this.#updated) return;
    // A list that cannot be fetched need not be one that is needed, so what follows decides.
    await this.#step(job, ['apt-get', 'update', ...PATIENT]);
    this.#updated = true;
  }

  async install(job: Job, packages: readonly string[]): Promise<Step> {
    await this.update(job);
    const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...PATIENT, ...packages];
    const first = await this.#step(job, install);
    if (first.kind === 'done' || !INTERRUPTED.test(first.reason)) return first;
    await this.#step(job, ['dpkg', '--configure', '-a']);
    return this.#step(job, install);
  }
}
