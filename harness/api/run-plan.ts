import { createHash } from 'node:crypto';
import { lastFailed, type Persistence } from '../core/index.ts';
import type { CaseEntry, Manifest } from '../protocol/index.ts';
import type { Roots } from '../server/index.ts';
import type { FoundBrowser } from '../browsers/index.ts';
import { chooseBrowsers } from './browsers.ts';
import { chosenCases } from './chosen-cases.ts';
import { CannotRunError, NothingMatchedError, UsageError } from './errors.ts';
import { readExpectations, requireFolder, type Known } from './expectations/files.ts';
import { MACHINE_CLOCK } from './clock.ts';
import { conclusionFrom } from './expectations/conclude.ts';
import { readJournal, type Opening, type ReadJournal } from './journal.ts';
import { hasDisplay } from './open.ts';
import { ordersFor } from './orders.ts';
import { ownShare } from './own-share.ts';
import { persistenceOf } from './persistence.ts';
import type { RunOptions } from './run-options.ts';
import type { TargetOrder } from './run-target.ts';
import { resolveSubjects } from './subjects/resolve.ts';
import { isForeign } from './subjects/subject.ts';
import { joinSuites, serveSuites } from './third-party/join.ts';

/** What a run is going to do. */
export interface RunPlan {
  readonly manifest: Manifest;
  readonly cases: readonly CaseEntry[];
  readonly orders: readonly TargetOrder[];
  readonly roots: Roots;
  /** The ids of all rules that are known, whether this run has them or not. */
  readonly ruleIds: readonly string[];
  /** The addresses of other suites' scripts. */
  readonly suiteScripts: readonly string[];
  /** Where the order of the cases comes from, if they are shuffled. */
  readonly seed: number | undefined;
  readonly startedAt: Date;
  /** When this process began with it, by the clock that nobody can turn back. */
  readonly began: number;
  /** What is known beforehand, by target; empty where nobody said where it stands. */
  readonly expectations: ReadonlyMap<string, Known>;
  readonly resumed: ReadJournal | undefined;
}

/** Finds out what a run is going to do; everything that the operator got wrong comes up here. */
export async function planRun(
  options: RunOptions,
  scratch: string,
  tell: (line: string) => void,
): Promise<RunPlan> {
  const { manifest, others, ruleIds } = await joinSuites(options, process.cwd());
  const { subjects, roots } = await resolveSubjects(options, { folder: process.cwd(), scratch });
  const foreign = subjects.some(({ subject }) => isForeign(subject));
  const cases = await ownShare(chosenCases(manifest, options, foreign), options);
  const persistence = persistenceOf(options);
  const resumed = await journalOf(options);
  const served = await serveSuites(others, scratch);
  const { browsers, notes } = await chooseBrowsers(options.browsers, tell);
  if (browsers.length === 0) throw new CannotRunError(noBrowser(notes));
  for (const note of notes) tell(note);
  if (options.debug === true) mustBeShown(browsers);
  const all = ordersFor(browsers, subjects, {
    cases,
    profile: options.profile,
    persistence: resumedPersistence(persistence, resumed),
  });
  const wanted = options.lastFailed === undefined ? all : onlyFailed(all, options.lastFailed);
  if (resumed !== undefined) requireSame(resumed.opening, openingOf(manifest, wanted));
  const expectations = await expectationsFor(wanted, options.expectations, options.lenient === true);
  const orders = wanted.map((order) => {
    const restored = resumed?.targets.get(order.id);
    const known = expectations.get(order.id);
    return {
      ...order,
      ...(restored === undefined ? {} : { restored }),
      ...(known === undefined ? {} : { conclude: conclusionFrom(known.expectations) }),
    };
  });
  const { clock = MACHINE_CLOCK } = options;
  const startedAt = resumed === undefined ? clock.now() : new Date(resumed.opening.startedAt);
  return {
    manifest,
    cases,
    orders,
    roots: { ...roots, ...served.roots },
    suiteScripts: served.scripts,
    ruleIds,
    seed: resumed?.opening.seed ?? persistence.seed,
    startedAt,
    began: clock.passed(),
    expectations,
    resumed,
  };
}

function noBrowser(notes: readonly string[]): string {
  const get = '"mediarecorder-conformance browsers install" gets';
  return notes.length === 0
    ? `there is no browser on this machine; ${get} them`
    : `there is no browser on this machine that can be used; ${get} others. ${notes.join(' ')}`;
}

/** There is one person to look on, at one browser. */
function mustBeShown(browsers: readonly FoundBrowser[]): void {
  const [, second] = browsers;
  if (second !== undefined)
    throw new UsageError(
      `name the browser to look at: ${browsers.map(({ id }) => `--browser ${id}`).join(', ')}`,
    );
  if (!hasDisplay(process))
    throw new CannotRunError(
      'there is no display here to show a browser on; set DISPLAY, or run this below "xvfb-run" with a viewer',
    );
}

async function journalOf({ resume, output }: RunOptions): Promise<ReadJournal | undefined> {
  if (resume !== true) return undefined;
  if (output === undefined) throw new UsageError('to resume a run, say in which folder its results are');
  return readJournal(output);
}

/** What is resumed goes on in the order in which it began. */
function resumedPersistence(persistence: Persistence, resumed: ReadJournal | undefined): Persistence {
  const seed = resumed?.opening.seed ?? null;
  return seed === null ? persistence : { ...persistence, seed };
}

function onlyFailed(
  orders: readonly TargetOrder[],
  before: NonNullable<RunOptions['lastFailed']>,
): readonly TargetOrder[] {
  const failed = orders
    .map((order) => ({ ...order, cases: lastFailed(order.cases, order, before) }))
    .filter(({ cases }) => cases.length > 0);
  if (failed.length === 0) throw new NothingMatchedError('nothing was unexpected in the last run');
  return failed;
}

async function expectationsFor(
  orders: readonly TargetOrder[],
  folder: string | undefined,
  lenient: boolean,
): Promise<RunPlan['expectations']> {
  if (folder === undefined) return new Map();
  if (!lenient) await requireFolder(folder);
  const read = orders.map(
    async ({ id, browser: { engine }, subject: { subject } }) =>
      [id, await readExpectations(folder, { engine, subject })] as const,
  );
  return new Map(await Promise.all(read));
}

/** What the journal of a run begins with, but for what only the run itself knows. */
export function openingOf(
  manifest: Manifest,
  orders: readonly TargetOrder[],
): Pick<Opening, 'suite' | 'targets'> {
  return {
    suite: createHash('sha256').update(JSON.stringify(manifest)).digest('hex'),
    targets: orders.map(({ id, browser }) => ({ id, browser: `${browser.name} ${browser.version}` })),
  };
}

/** Attempts of another suite or another browser are no part of the same run. */
function requireSame(before: Opening, now: Pick<Opening, 'suite' | 'targets'>): void {
  if (before.suite !== now.suite) {
    throw new UsageError('the suite has changed since that run began; begin a new one');
  }
  const changed = before.targets.find(
    ({ id, browser }) => !now.targets.some((target) => target.id === id && target.browser === browser),
  );
  if (changed !== undefined) {
    throw new UsageError(`that run was of ${changed.browser}, which is not here any more; begin a new one`);
  }
}
