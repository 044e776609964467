import type { UnansweredBrowser } from './found.ts';
import type { Answer, Host } from './host.ts';
import { pathsOf } from './host.ts';
import type { Stated } from './version-text.ts';
import { readVersion } from './version-text.ts';

/** On a cold disk a large browser takes many seconds; one that is not ready after this will not run a suite. */
const ANSWER_LIMIT_MS = 60_000;
/** For a program that has used up its time before: whatever it had to load is loaded now. */
const SECOND_LIMIT_MS = 5_000;
/** When it is said what is being waited for. */
const TELL_AFTER_MS = 3_000;

/** What a program said, or why it said nothing that makes it a browser. */
export type Introduction =
  | { readonly kind: 'browser'; readonly stated: Stated }
  | { readonly kind: 'other'; readonly said: string }
  /** It is there, and nothing is known of it. */
  | { readonly kind: 'unanswered'; readonly reason: string };

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

async function answerOf(host: Host, executable: string): Promise<Answer> {
  const silence = host.after(TELL_AFTER_MS, () =>
    host.tell(`Waiting for ${executable} to state its version …`),
  );
  try {
    const limitMs = host.unanswered.has(executable) ? SECOND_LIMIT_MS : ANSWER_LIMIT_MS;
    return await host.ask([executable, '--version'], limitMs);
  } finally {
    silence();
  }
}

/** Asks a program what it is. The answer is not kept: a browser may have been updated since. */
export async function askVersion(host: Host, executable: string): Promise<Introduction> {
  const beside = host.platform === 'win32' ? await besideOnWindows(host, executable) : undefined;
  if (beside !== undefined) return { kind: 'browser', stated: beside };
  const answer = await answerOf(host, executable);
  if (answer.kind === 'no-answer') return { kind: 'other', said: answer.reason };
  const stated = readVersion(answer.output);
  if (stated !== undefined) {
    host.unanswered.delete(executable);
    return { kind: 'browser', stated };
  }
  if (answer.kind === 'late') {
    host.unanswered.add(executable);
    return { kind: 'unanswered', reason: `did not answer within ${ANSWER_LIMIT_MS / 1000} s` };
  }
  const [line = ''] = answer.output.trim().split('\n');
  return {
    kind: 'other',
    said: line === '' ? `printed nothing and exited with ${answer.code}` : `said "${line.slice(0, 120)}"`,
  };
}

/** Takes what is there under a browser's name and does not answer. */
export type Unanswered = (browser: UnansweredBrowser) => void;

/** What a program states of itself if it is a browser; one that does not answer is reported. */
export async function statedBy(
  host: Host,
  { engine, executable }: Pick<UnansweredBrowser, 'engine' | 'executable'>,
  unanswered: Unanswered,
): Promise<Stated | undefined> {
  const introduction = await askVersion(host, executable);
  if (introduction.kind === 'browser') return introduction.stated;
  if (introduction.kind === 'unanswered') unanswered({ engine, executable, reason: introduction.reason });
  return undefined;
}
