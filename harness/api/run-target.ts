import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  LAUNCHERS,
  LaunchError,
  type BrowserExtras,
  type InstalledBrowser,
  probeMediaStack,
  thisMachine,
  type RunningBrowser,
} from '../browsers/index.ts';
import { laneLayout } from '../core/index.ts';
import type { CaseEntry, Environment, Subject, Target } from '../protocol/index.ts';
import type { ConformanceServer } from '../server/index.ts';
import type { Listener } from './events.ts';
import { type PageEnd, PageWatch } from './page-watch.ts';
import { TargetLedger } from './target-ledger.ts';

const BEAT_MS = 500;
const CHECK_MS = 1_000;
const MAX_FRUITLESS_STARTS = 3;

/** What to run, in which browser. */
export interface TargetOrder {
  readonly id: string;
  readonly browser: InstalledBrowser;
  readonly subject: Subject;
  readonly cases: readonly CaseEntry[];
}

/** What a target's run uses. */
export interface TargetTools {
  readonly server: ConformanceServer;
  readonly cores: number;
  readonly workers?: number;
  readonly caseLimitMs?: number;
  readonly headed: boolean;
  readonly extras: BrowserExtras;
  readonly signal: AbortSignal;
  readonly listen: Listener;
}

type Ending = { readonly kind: 'interrupted' } | PageEnd;

/** Runs the cases of one target to the end, through as many browsers as that takes. */
export async function runTarget(order: TargetOrder, tools: TargetTools): Promise<Target> {
  const { id, browser, cases } = order;
  const startedAt = new Date();
  const ledger = new TargetLedger(cases, (result, done) =>
    tools.listen({ kind: 'case-finished', target: id, result, done, total: cases.length }),
  );
  const incident = (message: string): void => {
    ledger.note(message);
    tools.listen({ kind: 'incident', target: id, message });
  };
  let version = browser.version;
  for (let fruitless = 0; fruitless < MAX_FRUITLESS_STARTS && !ledger.isComplete && !tools.signal.aborted;) {
    const before = progressOf(ledger);
    try {
      const ending = await runInBrowser(order, tools, {
        ledger,
        versionIs: (said) => (version = said || version),
      });
      if (ending.kind === 'lost') incident(`${browser.name} was started again: ${ending.cause.message}`);
    } catch (error) {
      if (!(error instanceof LaunchError)) throw error;
      incident(error.message);
    }
    fruitless = progressOf(ledger) > before ? 0 : fruitless + 1;
  }
  const target: Target = {
    id,
    engine: browser.engine,
    browser: { name: browser.name, version, driver: browser.driver },
    subject: order.subject,
    environment: await withMediaStack(ledger.environment, browser),
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    complete: ledger.isComplete,
    incidents: [...ledger.incidents],
    cases: [...ledger.results],
    metrics: [],
  };
  tools.listen({ kind: 'target-finished', target });
  return target;
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
  return ledger.results.length + ledger.suspicions;
}

interface Account {
  readonly ledger: TargetLedger;
  readonly versionIs: (version: string) => void;
}

async function runInBrowser(
  order: TargetOrder,
  tools: TargetTools,
  { ledger, versionIs }: Account,
): Promise<Ending> {
  const { browser } = order;
  const scratch = await mkdtemp(join(tmpdir(), 'mediarecorder-conformance-'));
  const layout = laneLayout(browser.engine, tools.cores, tools.workers);
  let running: RunningBrowser | undefined;
  try {
    const { headed, extras, signal } = tools;
    running = await LAUNCHERS[browser.driver].launch(browser, { headed, extras, scratch, signal });
    versionIs(running.version);
    tools.listen({
      kind: 'target-started',
      target: order.id,
      browser: `${browser.name} ${running.version || browser.version}`,
      lanes: layout.count,
    });
    const watch = new PageWatch(ledger, layout, () => performance.now());
    return await useBrowser(running, watch, { order, tools, ownOrigins: layout.ownOrigins });
  } finally {
    await running?.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Use {
  readonly order: TargetOrder;
  readonly tools: TargetTools;
  readonly ownOrigins: boolean;
}

async function useBrowser(
  running: RunningBrowser,
  watch: PageWatch,
  { order, tools, ownOrigins }: Use,
): Promise<Ending> {
  const session = tools.server.openSession({
    subject: order.subject.name,
    subjectScripts: [],
    lanes: watch.lanes,
    ownOrigins,
    beatMs: BEAT_MS,
    caseLimitMs: tools.caseLimitMs ?? null,
    handle: (sender, message) => watch.handle(sender, message),
  });
  watch.serveWith(session);
  const interrupted = new Promise<Ending>((resolve) => {
    tools.signal.addEventListener('abort', () => resolve({ kind: 'interrupted' }), { once: true });
  });
  const checking = setInterval(() => watch.check(), CHECK_MS);
  try {
    void running.gone.then((how) => watch.lose({ outcome: 'crash', message: withLog(how, running.log()) }));
    await running.open(session.url);
    return await Promise.race([watch.ended, interrupted]);
  } catch (cause) {
    throw new LaunchError(`${order.browser.name} could not open its page: ${String(cause)}`, { cause });
  } finally {
    clearInterval(checking);
    tools.server.closeSession(session);
  }
}

function withLog(how: string, log: string): string {
  const lines = log.split('\n').slice(-5).join('\n').trim();
  return lines === '' ? how : `${how}; the last that the browser logged:\n${lines}`;
}
