import {
  LAUNCHERS,
  LaunchError,
  type InstalledBrowser,
  type LaunchOptions,
  type RunningBrowser,
} from '../browsers/index.ts';
import { laneLayout, type LaneLayout } from '../core/index.ts';
import { PATIENCE } from './patience.ts';
import { type PageEnd, PageWatch } from './page-watch.ts';
import type { TargetTools } from './run-target.ts';
import type { Recordings } from './recordings.ts';
import { makeScratch, removeScratch } from './scratch.ts';
import type { ResolvedSubject } from './subjects/subject.ts';
import type { TargetLedger } from './target-ledger.ts';

/** How the use of one browser ended. */
export type Ending = { readonly kind: 'interrupted' } | PageEnd;

/** What one start of a browser is for. */
export interface Start {
  readonly browser: InstalledBrowser;
  readonly subject: ResolvedSubject;
  readonly ledger: TargetLedger;
  readonly recordings: Recordings | undefined;
  /** Told when the browser runs. */
  readonly started: (version: string, lanes: number) => void;
}

/** Starts a browser, works through the ledger's cases in it as long as it lives, and ends it. */
export async function runInBrowser(start: Start, tools: TargetTools): Promise<Ending> {
  const layout = laneLayout(start.browser.engine, tools.cores, tools.workers);
  const scratch = await makeScratch();
  let running: RunningBrowser | undefined;
  try {
    const { headed, extras, signal } = tools;
    running = await launch(start.browser, { headed, extras, scratch, signal });
    if (running === undefined || signal.aborted) return { kind: 'interrupted' };
    start.started(running.version, layout.count);
    return await useBrowser(running, { start, tools, layout });
  } finally {
    await running?.close();
    const trouble = await removeScratch(scratch);
    if (trouble !== undefined) start.ledger.note(trouble);
  }
}

/** A launch that fails because the run was interrupted meanwhile is no fault. */
async function launch(
  browser: InstalledBrowser,
  options: LaunchOptions,
): Promise<RunningBrowser | undefined> {
  try {
    return await LAUNCHERS[browser.driver].launch(browser, options);
  } catch (error) {
    if (options.signal.aborted) return undefined;
    throw error;
  }
}

interface Use {
  readonly start: Start;
  readonly tools: TargetTools;
  readonly layout: LaneLayout;
}

async function useBrowser(running: RunningBrowser, { start, tools, layout }: Use): Promise<Ending> {
  const { beatMs, checkMs, silenceMs, startMs, installMs } = tools.patience ?? PATIENCE;
  const watch = new PageWatch(start.ledger, layout, { now: () => performance.now(), silenceMs, startMs });
  const { recordings } = start;
  const session = tools.server.openSession({
    subjectOf: () => start.subject.served,
    lanes: watch.lanes,
    ownOrigins: layout.ownOrigins,
    beatMs,
    installMs,
    caseLimitMs: tools.caseLimitMs ?? null,
    needs: start.ledger.needs,
    handle: (sender, message) => watch.handle(sender, recordings?.attached(sender, message) ?? message),
    ...(recordings === undefined
      ? {}
      : { keepRecording: (sender, recording) => recordings.keep(sender, recording) }),
    flooded: (sender) => watch.flooded(sender),
  });
  watch.serveWith(session);
  const checking = setInterval(() => watch.check(), checkMs);
  const interruption = interruptionBy(tools.signal);
  try {
    void running.gone.then((how) => watch.lose({ outcome: 'crash', message: withLog(how, running.log()) }));
    const opening = running.open(session.url).then(
      () => watch.ended,
      (cause: unknown) => failed(start.browser, watch, cause),
    );
    return await Promise.race([opening, watch.ended, interruption.happened]);
  } finally {
    watch.stop();
    interruption.forget();
    clearInterval(checking);
    tools.server.closeSession(session);
  }
}

/** A page that could not be opened is a fault of its own, unless the browser ended meanwhile. */
function failed({ name }: InstalledBrowser, watch: PageWatch, cause: unknown): Promise<never> {
  watch.stop();
  throw new LaunchError(`${name} could not open its page: ${String(cause)}`, { cause });
}

function interruptionBy(signal: AbortSignal): { happened: Promise<Ending>; forget: () => void } {
  let forget = (): void => {};
  const happened = new Promise<Ending>((resolve) => {
    const interrupt = (): void => resolve({ kind: 'interrupted' });
    if (signal.aborted) return interrupt();
    signal.addEventListener('abort', interrupt, { once: true });
    forget = () => signal.removeEventListener('abort', interrupt);
  });
  return { happened, forget };
}

function withLog(how: string, log: string): string {
  const lines = log.split('\n').slice(-5).join('\n').trim();
  return lines === '' ? how : `${how}; the last that the browser logged:\n${lines}`;
}
