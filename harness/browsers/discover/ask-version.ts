import type { Host } from './host.ts';
import { pathsOf } from './host.ts';
import type { Stated } from './version-text.ts';
import { readVersion } from './version-text.ts';

/** A browser that takes longer than this to state its version is not going to run a suite either. */
export const ANSWER_LIMIT_MS = 5000;

/** What a program said, or why it said nothing that makes it a browser. */
export type Introduction =
  { readonly kind: 'browser'; readonly stated: Stated } | { readonly kind: 'other'; readonly said: string };

const WINDOWS_PRODUCTS = [
  [/\\Google\\Chrome Beta\\/i, 'Google Chrome Beta'],
  [/\\Google\\Chrome Dev\\/i, 'Google Chrome Dev'],
  [/\\Google\\Chrome SxS\\/i, 'Google Chrome Canary'],
  [/\\Microsoft\\Edge\\/i, 'Microsoft Edge'],
  [/\\Microsoft\\Edge Beta\\/i, 'Microsoft Edge Beta'],
  [/\\Microsoft\\Edge Dev\\/i, 'Microsoft Edge Dev'],
  [/\\Google\\Chrome\\/i, 'Google Chrome'],
  [/\\chrome\.exe$/i, 'Chromium'],
] as const;

/** On Windows browsers print nothing: Firefox keeps its version in a file, Chromium names a folder after it. */
async function besideOnWindows(host: Host, executable: string): Promise<Stated | undefined> {
  const paths = pathsOf(host);
  const folder = paths.dirname(executable);
  const ini = await host.files.read(paths.join(folder, 'application.ini'));
  const version = ini === undefined ? undefined : /^Version=(.+)$/m.exec(ini)?.[1]?.trim();
  if (version !== undefined) return readVersion(`Mozilla Firefox ${version}`);
  const numbered = (await host.files.list(folder)).filter((name) => /^\d+(\.\d+){3}$/.test(name));
  const newest = numbered.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  const name = WINDOWS_PRODUCTS.find(([pattern]) => pattern.test(executable))?.[1];
  return newest === undefined || name === undefined
    ? undefined
    : { engine: 'chromium', name, version: newest };
}

/** Asks a program what it is. Nothing is remembered: a browser may have been updated since. */
export async function askVersion(host: Host, executable: string): Promise<Introduction> {
  const beside = host.platform === 'win32' ? await besideOnWindows(host, executable) : undefined;
  if (beside !== undefined) return { kind: 'browser', stated: beside };
  const answer = await host.ask([executable, '--version'], ANSWER_LIMIT_MS);
  if (answer.kind === 'no-answer') return { kind: 'other', said: answer.reason };
  const stated = readVersion(answer.output);
  if (stated !== undefined) return { kind: 'browser', stated };
  const [line = ''] = answer.output.trim().split('\n');
  return {
    kind: 'other',
    said: line === '' ? `printed nothing and exited with ${answer.code}` : `said "${line.slice(0, 120)}"`,
  };
}
