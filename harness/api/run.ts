import { availableParallelism } from 'node:os';
import type { BrowserExtras, FoundBrowser } from '../browsers/index.ts';
import { selectCases, type Selection } from '../core/index.ts';
import {
  SCHEMA_VERSION,
  type CaseEntry,
  type Manifest,
  type Results,
  type Target,
} from '../protocol/index.ts';
import { startServer } from '../server/index.ts';
import { CannotRunError, NothingMatchedError, UsageError } from './errors.ts';
import { EventStream } from './event-stream.ts';
import type { RunEvent } from './events.ts';
import { runTarget, type TargetOrder, type TargetTools } from './run-target.ts';
import { removeStaleScratch } from './scratch.ts';
import { loadManifest, SERVED_ROOTS } from './suite.ts';
import { findBrowsers } from './browsers.ts';

/** What to run. Everything has a sensible default. */
export interface RunOptions extends Selection {
  /** Engines, products, ids or paths; the best browser of each engine if none is given. */
  readonly browsers?: readonly string[];
  /** Lanes per browser; chosen from the cores if not given. */
  readonly workers?: number;
  readonly headed?: boolean;
  /** How long one case may take, in milliseconds. */
  readonly timeout?: number;
  readonly extras?: Partial<BrowserExtras>;
  readonly signal?: AbortSignal;
}

/** A run that has begun. */
export interface Run {
  /** What happens, as it happens; to be read once. */
  readonly events: AsyncIterable<RunEvent>;
  /** Everything that was measured; incomplete, and marked so, when the signal was aborted. */
  readonly results: Promise<Results>;
}

/** Runs the suite in one or more browsers side by side. */
export function run(options: RunOptions = {}): Run {
  const events = new EventStream<RunEvent>();
  const results = runAll(options, (event) => events.push(event)).finally(() => events.end());
  // Whoever only reads the events learns of a failure from `results` when they ask for it.
  results.catch(() => undefined);
  return { events, results };
}

async function runAll(options: RunOptions, listen: (event: RunEvent) => void): Promise<Results> {
  const startedAt = new Date();
  const manifest = await loadManifest();
  const cases = chosenCases(manifest, options);
  const browsers = await findBrowsers(options.browsers);
  if (browsers.length === 0) {
    throw new CannotRunError(
      'there is no browser on this machine; "mediarecorder-conformance browsers install" gets them',
    );
  }
  const orders = ordersFor(browsers, cases);
  listen({ kind: 'run-started', targets: orders.map(({ id }) => id), cases: cases.length });
  for (const folder of await removeStaleScratch()) {
    listen({ kind: 'note', message: `Deleted ${folder}, which a run that was killed had left.` });
  }
  const server = await startServer(SERVED_ROOTS);
  try {
    const tools: TargetTools = {
      server,
      cores: availableParallelism(),
      headed: options.headed ?? false,
      extras: { args: [], prefs: {}, env: {}, ...options.extras },
      signal: options.signal ?? new AbortController().signal,
      listen,
      ...(options.workers === undefined ? {} : { workers: options.workers }),
      ...(options.timeout === undefined ? {} : { caseLimitMs: options.timeout }),
    };
    const targets = await Promise.all(orders.map((order) => runTarget(order, tools)));
    return resultsOf({ manifest, cases, options, startedAt, targets });
  } finally {
    await server.close();
  }
}

function chosenCases(manifest: Manifest, options: RunOptions): readonly CaseEntry[] {
  const sections = new Set(manifest.rules.map(({ section }) => section));
  const unknownSection = options.sections?.find((section) => !sections.has(section));
  if (unknownSection !== undefined) {
    throw new UsageError(`there is no section "${unknownSection}"; there are: ${[...sections].join(', ')}`);
  }
  const known = new Set<string>([
    ...manifest.rules.map(({ id }) => id),
    ...manifest.cases.map(({ id }) => id),
  ]);
  const unknownRule = options.rules?.find((rule) => !known.has(rule));
  if (unknownRule !== undefined) {
    throw new UsageError(
      `there is no rule or case "${unknownRule}"; "mediarecorder-conformance list" prints them all`,
    );
  }
  const cases = selectCases(manifest, options);
  if (cases.length === 0) throw new NothingMatchedError('no case matches the selection');
  return cases;
}

function ordersFor(browsers: readonly FoundBrowser[], cases: readonly CaseEntry[]): readonly TargetOrder[] {
  const seen = new Map<string, number>();
  return browsers.map((browser) => {
    const nth = (seen.get(browser.id) ?? 0) + 1;
    seen.set(browser.id, nth);
    const id = nth === 1 ? browser.id : `${browser.id}-${nth}`;
    return { id, browser, subject: { kind: 'native', name: 'MediaRecorder' }, cases };
  });
}

interface Gathered {
  readonly manifest: Manifest;
  readonly cases: readonly CaseEntry[];
  readonly options: RunOptions;
  readonly startedAt: Date;
  readonly targets: readonly Target[];
}

function resultsOf({ manifest, cases, options, startedAt, targets }: Gathered): Results {
  const { signal: _signal, ...said } = options;
  const ruled = new Set(cases.map(({ rule }) => rule));
  const notRun = cases.filter(({ id }) =>
    targets.some((target) => !target.cases.some((result) => result.id === id)),
  );
  return {
    schemaVersion: SCHEMA_VERSION,
    suite: manifest.suite,
    rules: manifest.rules.filter(({ id }) => ruled.has(id)),
    options: { ...said },
    seed: 0,
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    machine: {
      platform: process.platform,
      arch: process.arch,
      cores: availableParallelism(),
      node: process.version,
    },
    notRun: notRun.map(({ id }) => id),
    targets: [...targets],
  };
}
