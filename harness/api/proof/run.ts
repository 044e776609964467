import { availableParallelism } from 'node:os';
import { PATIENCE } from '../patience.ts';
import { makeScratch, removeScratch } from '../scratch.ts';
import { builtInSubject } from '../subjects/built-in.ts';
import type { ResolvedSubject } from '../subjects/subject.ts';
import { SERVED_ROOTS } from '../suite.ts';
import { LAUNCHERS, type FoundBrowser } from '../../browsers/index.ts';
import { laneLayout } from '../../core/index.ts';
import type { Need } from '../../protocol/index.ts';
import { startServer, type ConformanceServer, type Roots, type Session } from '../../server/index.ts';
import { ProofFloor } from './floor.ts';
import type { Trial } from './plan.ts';
import type { MutantRecord } from './record.ts';

// A browser that ends by itself is started again; one that does so again and again is broken itself.
const MOST_STARTS = 4;
const CHECK_MS = 1_000;

/** How trials are run. */
export interface ProofTools {
  readonly browser: FoundBrowser;
  readonly workers?: number;
  /** What is served in the place of the built suite. */
  readonly roots?: Roots;
  /** Told of each trial as it ends. */
  readonly told: (record: MutantRecord) => void;
}

/** Runs all trials in the lanes of one browser, many at a time. */
export async function runTrials(
  trials: readonly Trial[],
  tools: ProofTools,
): Promise<readonly MutantRecord[]> {
  const records: MutantRecord[] = [];
  const told = (record: MutantRecord): void => {
    records.push(record);
    tools.told(record);
  };
  const server = await startServer(tools.roots ?? SERVED_ROOTS);
  try {
    const subjects = await subjectsOf(trials);
    let left = trials;
    for (let start = 0; left.length > 0; start += 1) {
      if (start === MOST_STARTS) throw new Error(`${tools.browser.name} was lost ${start} times`);
      left = await runInOne(left, { server, subjects, tools: { ...tools, told } });
    }
  } finally {
    await server.close();
  }
  return records;
}

async function subjectsOf(trials: readonly Trial[]): Promise<ReadonlyMap<string, ResolvedSubject>> {
  const subjects = new Map<string, ResolvedSubject>();
  for (const name of new Set(trials.map(({ subject }) => subject))) {
    subjects.set(name, await builtInSubject(name));
  }
  return subjects;
}

interface Surroundings {
  readonly server: ConformanceServer;
  readonly subjects: ReadonlyMap<string, ResolvedSubject>;
  readonly tools: ProofTools;
}

/** Runs trials until they are over or the browser is lost; gives those that are left. */
async function runInOne(
  trials: readonly Trial[],
  { server, subjects, tools: { browser, workers, told } }: Surroundings,
): Promise<readonly Trial[]> {
  const layout = laneLayout(browser.engine, {
    cores: availableParallelism(),
    cases: trials.length,
    workers,
  });
  const lanes = Array.from({ length: layout.count }, (_, index) => `lane${index + 1}`);
  const floor = new ProofFloor(trials, lanes, told);
  const [first] = trials;
  const session: Session = server.openSession({
    subjectOf: (lane) => servedOf(subjects, floor.trialOf(lane) ?? first),
    lanes,
    ownOrigins: layout.ownOrigins,
    beatMs: PATIENCE.beatMs,
    installMs: PATIENCE.installMs,
    caseLimitMs: null,
    needs: needsOf(trials),
    handle: (sender, message) => floor.handle(sender, message, session),
  });
  const scratch = await makeScratch();
  const running = await LAUNCHERS[browser.driver].launch(browser, {
    headed: false,
    extras: { args: [], prefs: {}, env: {} },
    scratch,
    signal: new AbortController().signal,
  });
  const checking = setInterval(() => floor.check(), CHECK_MS);
  try {
    await running.open(session.url);
    await Promise.race([floor.over, running.gone]);
  } finally {
    clearInterval(checking);
    server.closeSession(session);
    await running.close();
    await removeScratch(scratch);
  }
  return floor.left;
}

function servedOf(
  subjects: ReadonlyMap<string, ResolvedSubject>,
  trial: Trial | undefined,
): ResolvedSubject['served'] {
  const subject = subjects.get(trial?.subject ?? '');
  if (subject === undefined) throw new Error('a lane was opened with nothing to try in it');
  return subject.served;
}

function needsOf(trials: readonly Trial[]): readonly Need[] {
  return [
    ...new Set(
      trials.flatMap(({ hunts }) => hunts.flatMap(({ cases }) => cases.flatMap(({ needs }) => needs))),
    ),
  ];
}
