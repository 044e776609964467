import {
  BrowserNotFoundError,
  discover,
  kept,
  missing,
  preferred,
  provide,
  removeProvided,
  resolveBrowser,
  surveyProviding,
  thisMachine,
  thisWorkshop,
  updateRoot,
  type FoundBrowser,
  type MissingEngine,
  type Provided,
  type Providing,
} from '../browsers/index.ts';
import { Engine } from '../protocol/index.ts';
import { CannotRunError } from './errors.ts';

export { BrowserNotFoundError };

/** What is on this machine, and what is not. */
export interface BrowserList {
  readonly found: readonly FoundBrowser[];
  readonly missing: readonly MissingEngine[];
}

/** Looks at this machine. */
export async function listBrowsers(): Promise<BrowserList> {
  const found = await discover(thisMachine());
  return { found, missing: missing(found) };
}

/** The browsers that names stand for; without names the best of each engine that there is. */
export async function findBrowsers(names: readonly string[] | undefined): Promise<readonly FoundBrowser[]> {
  const host = thisMachine();
  const found = await discover(host);
  if (names === undefined || names.length === 0) {
    return Engine.options.flatMap((engine) => preferred(found, engine) ?? []);
  }
  const chosen: FoundBrowser[] = [];
  for (const name of names) chosen.push(await resolveBrowser(host, found, name));
  return chosen;
}

/** Gets the engines that are missing, by whatever way works on this machine. */
export async function installBrowsers(
  engines: readonly Engine[],
  providing: Providing,
): Promise<readonly Provided[]> {
  const workshop = thisWorkshop();
  return provide(await surveyProviding(workshop, engines), workshop, providing);
}

/** Brings what was prepared in the cache folder up to date; says what came of it, if anything did. */
export async function updateInstalled(
  when: 'weekly' | 'now',
  { signal, say }: { readonly signal: AbortSignal; readonly say: (line: string) => void },
): Promise<void> {
  const job = { workshop: thisWorkshop(), signal, progress: () => undefined };
  const update = await updateRoot(job, when, () => say('Another process is at work there; waiting for it.'));
  switch (update.kind) {
    case 'updated':
      return say('webkit: the Debian 13 root is up to date.');
    case 'left-alone':
      return say(`webkit: the Debian 13 root was not updated: ${update.reason}`);
    case 'no-root':
      return when === 'now' ? say('There is nothing to update.') : undefined;
    case 'recent':
      return undefined;
  }
}

/** Removes what was got into the user's cache folder; says what it removed. */
export async function removeInstalled(
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const job = { workshop: thisWorkshop(), signal, progress: say };
  const things = await kept(job);
  const step = await removeProvided(job, () => say('Another process is at work there; waiting for it.'));
  if (step.kind === 'failed') throw new CannotRunError(step.reason);
  return things.length === 0
    ? ['There is nothing to remove.']
    : things.map(({ folder }) => `Removed ${folder}.`);
}
