import {
  LAUNCHERS,
  type InstalledBrowser,
  type LaunchOptions,
  type RunningBrowser,
} from '../browsers/index.ts';
import { makeScratch, removeScratch } from './scratch.ts';

/** A browser that runs, for as long as one page needs it. */
export interface Lease {
  readonly running: RunningBrowser;
  /** Gives it back, and says whether it may be used again; says what could not be tidied up behind it. */
  release(sound: boolean): Promise<string | undefined>;
}

/** How a browser is asked for. */
export type LeaseOptions = Omit<LaunchOptions, 'scratch'>;

/** Where browsers come from. */
export interface BrowserSupply {
  lend(browser: InstalledBrowser, options: LeaseOptions): Promise<Lease>;
}

/** Every page gets a browser of its own, which ends with it. */
export const FRESH_BROWSERS: BrowserSupply = {
  async lend(browser, options) {
    const scratch = await makeScratch();
    try {
      const running = await LAUNCHERS[browser.driver].launch(browser, { ...options, scratch });
      return {
        running,
        release: async () => {
          await running.close();
          return removeScratch(scratch);
        },
      };
    } catch (error) {
      await removeScratch(scratch);
      throw error;
    }
  },
};

/** Browsers that live from run to run, so that the next one does not wait for them to start. */
export class KeptBrowsers implements BrowserSupply {
  readonly #kept = new Map<string, Lease>();

  async lend(browser: InstalledBrowser, options: LeaseOptions): Promise<Lease> {
    const key = `${browser.id} ${browser.executable}`;
    const lease = this.#kept.get(key) ?? (await this.#fresh(key, browser, options));
    // Whoever asks for the same browser meanwhile gets another one.
    this.#kept.delete(key);
    return {
      running: lease.running,
      release: async (sound) => {
        if (!sound || this.#gone.has(lease) || this.#kept.has(key)) return lease.release(false);
        this.#kept.set(key, lease);
        return undefined;
      },
    };
  }

  /** Ends them all. */
  async close(): Promise<void> {
    const all = [...this.#kept.values()];
    this.#kept.clear();
    await Promise.all(all.map((lease) => lease.release(false)));
  }

  readonly #gone = new WeakSet<Lease>();

  async #fresh(key: string, browser: InstalledBrowser, options: LeaseOptions): Promise<Lease> {
    const lease = await FRESH_BROWSERS.lend(browser, options);
    void lease.running.gone.then(() => {
      this.#gone.add(lease);
      // One that ends while nobody uses it leaves its folder behind otherwise.
      if (this.#kept.get(key) !== lease) return;
      this.#kept.delete(key);
      void lease.release(false);
    });
    return lease;
  }
}
