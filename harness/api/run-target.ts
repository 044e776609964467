import {
  LaunchError,
  type BrowserExtras,
  type InstalledBrowser,
  probeMediaStack,
  thisMachine,
} from '../browsers/index.ts';
import { isUnderLoad, metricsOf, ONCE, seedOf, type Persistence } from '../core/index.ts';
import type { CaseEntry, CaseResult, Environment, Round, Subject, Target } from '../protocol/index.ts';
import type { ConformanceServer } from '../server/index.ts';
import { MACHINE_CLOCK, type Clock } from './clock.ts';
import type { BrowserSupply } from './browser-supply.ts';
import type { Listener } from './events.ts';
import { keepBusy } from './load.ts';
import { PATIENCE, type Patience } from './patience.ts';
import { Recordings } from './recordings.ts';
import { runInBrowser } from './run-browser.ts';
import type { ResolvedSubject } from './subjects/subject.ts';
import type { LedgerEvent, Restored } from './ledger-options.ts';
import { TargetLedger } from './target-ledger.ts';

/** What to run, in which browser. */
export interface TargetOrder {
  readonly id: string;
  readonly browser: InstalledBrowser;
  readonly subject: ResolvedSubject;
  readonly cases: readonly CaseEntry[];
  /** How often the cases are run; once if not given. */
  readonly persistence?: Persistence;
  /** What an earlier run brought, which is not run again. */
  readonly restored?: Restored;
  /** Holds a result against what is known beforehand of this browser in its version. */
  readonly conclude?: (result: CaseResult, version: string) => CaseResult;
  /** Told of everything that must not be lost, as it comes. */
  readonly record?: (event: LedgerEvent) => void;
}

/** What a target's run uses. */
export interface TargetTools {
  readonly server: ConformanceServer;
  readonly cores: number;
  readonly workers?: number;
  readonly caseLimitMs?: number;
  /** Every rule of the catalogue, which a subject's declaration may name. */
  readonly rules?: readonly string[];
  readonly patience?: Patience;
  readonly clock?: Clock;
  /** Where what was recorded is kept beside the results; nothing is if not given. */
  readonly output?: string;
  readonly headed: boolean;
  /** Somebody looks on: one lane, developer tools, and a page that stays. */
  readonly debug?: boolean;
  /** Where browsers come from; each start gets a fresh one if not given. */
  readonly browsers?: BrowserSupply;
  /** The addresses of other suites' scripts. */
  readonly suiteScripts?: readonly string[];
  readonly extras: BrowserExtras;
  readonly signal: AbortSignal;
  readonly listen: Listener;
}

/** Runs the cases of one target to the end, through as many browsers as that takes. */
export async function runTarget(order: TargetOrder, tools: TargetTools): Promise<Target> {
  const { id, browser, cases } = order;
  const { persistence = ONCE, conclude, restored, record } = order;
  const { clock = MACHINE_CLOCK } = tools;
  const [startedAt, began] = [clock.now(), clock.passed()];
  const total = cases.length * persistence.rounds;
  let version = browser.version;
  const ledger = new TargetLedger(
    cases,
    (result, done) => tools.listen({ kind: 'case-finished', target: id, result, done, total }),
    {
      persistence,
      ...(tools.rules === undefined ? {} : { rules: tools.rules }),
      ...(restored === undefined ? {} : { restored }),
      ...(record === undefined ? {} : { record }),
      ...(conclude === undefined ? {} : { conclude: (result) => conclude(result, version) }),
    },
  );
  const incident = (message: string): void => {
    ledger.note(message);
    tools.listen({ kind: 'incident', target: id, message });
  };
  const { fruitlessStarts } = tools.patience ?? PATIENCE;
  const started = (said: string, lanes: number): void => {
    version = said || version;
    tools.listen({ kind: 'target-started', target: id, browser: `${browser.name} ${version}`, lanes });
  };
  const recordings = recordingsOf(order, tools, ledger);
  let fruitless = 0;
  while (fruitless < fruitlessStarts && !ledger.isComplete && !tools.signal.aborted) {
    const before = progressOf(ledger);
    ledger.openRound();
    const load = isUnderLoad(persistence, ledger.round) ? keepBusy(tools.cores) : undefined;
    try {
      const ending = await runInBrowser(
        { browser, subject: order.subject, ledger, recordings, started },
        tools,
      );
      if (ending.kind === 'lost') incident(`${browser.name} was lost: ${ending.cause.message}`);
      if (ending.kind === 'unfit') {
        const message = `${order.subject.subject.name} cannot be tested in ${browser.name}: ${ending.message}`;
        ledger.note(message);
        tools.listen({ kind: 'unfit', target: id, message });
        break;
      }
    } catch (error) {
      if (!(error instanceof LaunchError)) throw error;
      incident(error.message);
    } finally {
      await load?.end();
    }
    fruitless = progressOf(ledger) > before ? 0 : fruitless + 1;
  }
  if (fruitless === fruitlessStarts && fruitlessStarts > 0) {
    incident(`${browser.name} was given up: ${fruitless} starts in a row brought nothing`);
  }
  const target: Target = {
    id,
    engine: browser.engine,
    browser: { name: browser.name, version, driver: browser.driver },
    subject: declaredSubject(order, ledger),
    environment: await withMediaStack(ledger.environment, browser),
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(clock.passed() - began),
    complete: ledger.isComplete,
    incidents: [...ledger.incidents],
    cases: [...ledger.results],
    metrics: [...metricsOf(ledger.results)],
    ...(persistence.rounds > 1 ? { rounds: roundsOf(persistence, ledger.round) } : {}),
  };
  tools.listen({ kind: 'target-finished', target });
  return target;
}

function recordingsOf(
  { id }: TargetOrder,
  { output }: TargetTools,
  ledger: TargetLedger,
): Recordings | undefined {
  if (output === undefined) return undefined;
  return new Recordings({
    folder: output,
    target: id,
    holds: (lane) => ledger.holderOf(lane)?.entry.id,
    trouble: (message) => ledger.note(message),
  });
}

/** The subject with what it said of itself in the page; a file knows its version only from there. */
function declaredSubject({ subject: { subject } }: TargetOrder, { declaration }: TargetLedger): Subject {
  if (declaration === undefined) return subject;
  const version = subject.version ?? declaration.version;
  return { ...subject, declaration, ...(version === undefined ? {} : { version }) };
}

/** Adds what the libraries beneath the browser offer, which the page cannot see. */
async function withMediaStack(
  seen: Environment | null,
  browser: InstalledBrowser,
): Promise<Environment | null> {
  if (seen === null) return null;
  return { ...seen, facts: [...seen.facts, ...(await probeMediaStack(thisMachine(), browser))] };
}

/** A start was worth it when it brought an answer, or showed which cases to suspect. */
function progressOf(ledger: TargetLedger): number {
  return ledger.attempted + ledger.suspicions;
}

/** Under which conditions the rounds were run. */
function roundsOf(persistence: Persistence, begun: number): Round[] {
  return Array.from({ length: begun }, (_, index) => ({
    number: index + 1,
    seed: seedOf(persistence, index + 1) ?? null,
    underLoad: isUnderLoad(persistence, index + 1),
  }));
}
