import {
  describeLack,
  describeUnanswered,
  kept,
  lookAround,
  missing,
  preferred,
  provide,
  removeProvided,
  resolveBrowser,
  surveyProviding,
  thisMachine,
  thisWorkshop,
  updateRoot,
  type Discovery,
  type FoundBrowser,
  type MissingEngine,
  type Provided,
  type Providing,
} from '../browsers/index.ts';
import { Engine } from '../protocol/index.ts';
import { CannotRunError } from './errors.ts';

/** What is on this machine, and what is not. */
export interface BrowserList extends Discovery {
  readonly missing: readonly MissingEngine[];
}

/** Takes a line for the person who waits. */
type Tell = (line: string) => void;

/** Looks at this machine; says what it waits for if that takes long. */
export async function listBrowsers(tell?: Tell): Promise<BrowserList> {
  const discovery = await lookAround(thisMachine({ tell }));
  return { ...discovery, missing: missing(discovery) };
}

/** Browsers to use, and what those should know who expect others. */
export interface Choice {
  readonly browsers: readonly FoundBrowser[];
  /** Why an engine is not among them although there is a program of it, and what a browser lacks. */
  readonly notes: readonly string[];
}

/** The browsers that names stand for; without names the best of each engine that there is. */
export async function chooseBrowsers(names: readonly string[] | undefined, tell?: Tell): Promise<Choice> {
  const host = thisMachine({ tell });
  const discovery = await lookAround(host);
  if (names === undefined || names.length === 0) {
    const browsers = Engine.options.flatMap((engine) => preferred(discovery.found, engine) ?? []);
    const silent = missing(discovery).flatMap(({ unanswered }) => unanswered ?? []);
    const gaps = silent.map((one) => `${one.engine}: ${describeUnanswered(one)}.`);
    return { browsers, notes: [...gaps, ...lackNotes(browsers)] };
  }
  // Programs are asked side by side, and the first name that fits nothing is the one that is told of.
  const chosen = await Promise.allSettled(names.map((name) => resolveBrowser(host, discovery, name)));
  const browsers = chosen.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
  return { browsers, notes: lackNotes(browsers) };
}

function lackNotes(browsers: readonly FoundBrowser[]): readonly string[] {
  return browsers.flatMap(({ id, lacks = [] }) => lacks.map((lack) => `${id}: ${describeLack(lack)}.`));
}

/** The browsers of a choice alone. */
export async function findBrowsers(names: readonly string[] | undefined): Promise<readonly FoundBrowser[]> {
  return (await chooseBrowsers(names)).browsers;
}

/** Gets the engines that are missing, by whatever way works on this machine. */
export async function installBrowsers(
  engines: readonly Engine[],
  providing: Providing,
): Promise<readonly Provided[]> {
  const tell = (line: string): void => providing.report({ kind: 'note', line });
  const workshop = thisWorkshop(thisMachine({ tell }));
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
