/** What tests share that look at one page in a browser. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LAUNCHERS, type InstalledBrowser, type RunningBrowser } from '../index.ts';

/** A page in a browser. */
export interface OnePage {
  /** Settles when the browser goes by itself, with how. */
  readonly gone: Promise<string>;
  close(): Promise<void>;
}

/** Starts a browser and opens an address in it. */
export async function openIn(browser: InstalledBrowser, address: string): Promise<OnePage> {
  const scratch = await mkdtemp(join(tmpdir(), 'one-page-'));
  const extras = { args: [], prefs: {}, env: {} };
  const { signal } = new AbortController();
  let running: RunningBrowser | undefined;
  const close = async (): Promise<void> => {
    await running?.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    running = await LAUNCHERS[browser.driver].launch(browser, { headed: false, extras, scratch, signal });
    await running.open(address);
  } catch (error) {
    await close();
    throw error;
  }
  return { gone: running.gone, close };
}
