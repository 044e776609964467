import { LaunchError, type InstalledBrowser, type RunningBrowser } from '../browsers/index.ts';
import { laneLayout, type LaneLayout } from '../core/index.ts';
import { FRESH_BROWSERS, type BrowserSupply, type Lease, type LeaseOptions } from './browser-supply.ts';
import { PATIENCE } from './patience.ts';
import { type PageEnd, PageWatch } from './page-watch.ts';
import type { TargetTools } from './run-target.ts';
import type { Recordings } from './recordings.ts';
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
  const { headed, extras, signal, debug = false, browsers = FRESH_BROWSERS } = tools;
  const layout = layoutFor(start, tools);
  let lease: Lease | undefined;
  let ending: Ending = { kind: 'interrupted' };
  try {
    lease = await lend(browsers, start.browser, { headed, extras, signal, devtools: debug });
    if (lease === undefined || signal.aborted) return ending;
    start.started(lease.running.version, layout.count);
    ending = await useBrowser(lease.running, { start, tools, layout });
    return ending;
  } finally {
    // A subject that cannot be installed says nothing against its browser.
    const isSound = ending.kind === 'complete' || ending.kind === 'unfit';
    const trouble = await lease?.release(isSound);
    if (trouble !== undefined) start.ledger.note(trouble);
  }
}

/** Whoever looks on wants one lane, which the page's own console reaches. */
function layoutFor({ browser, ledger }: Start, { cores, workers, debug }: TargetTools): LaneLayout {
  if (debug === true) return { count: 1, ownOrigins: false };
  return laneLayout(browser.engine, { cores, cases: ledger.size, workers });
}

/** A launch that fails because the run was interrupted meanwhile is no fault. */
async function lend(
  browsers: BrowserSupply,
  browser: InstalledBrowser,
  options: LeaseOptions,
): Promise<Lease | undefined> {
  try {
    return await browsers.lend(browser, options);
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
  const { beatMs, checkMs, silenceMs, startMs, installMs, ...rest } = tools.patience ?? PATIENCE;
  const busyMs = Math.max(rest.busyMs, 2 * (tools.caseLimitMs ?? 0));
  const watch = new PageWatch(start.ledger, layout, {
    now: () => performance.now(),
    silenceMs,
    startMs,
    busyMs,
  });
  const { recordings } = start;
  const session = tools.server.openSession({
    subjectOf: () => start.subject.served,
    lanes: watch.lanes,
    suites: tools.suiteScripts ?? [],
    debug: tools.debug ?? false,
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
    const ending = await Promise.race([opening, watch.ended, interruption.happened]);
    if (tools.debug === true && ending.kind === 'complete') {
      const seen = start.ledger.results.map(({ id, verdict }) => `${id}: ${verdict}`).join(', ');
      const message = `${seen}. ${start.browser.name} stays open until Ctrl-C; again() in its console runs it once more.`;
      tools.listen({ kind: 'note', message });
      await Promise.race([running.gone, interruption.happened]);
    }
    return ending;
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
