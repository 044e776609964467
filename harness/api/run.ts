import { availableParallelism } from 'node:os';
import type { Results } from '../protocol/index.ts';
import { startServer, type ConformanceServer } from '../server/index.ts';
import { findBrowsers } from './browsers.ts';
import { chosenCases } from './chosen-cases.ts';
import { CannotRunError } from './errors.ts';
import { EventStream } from './event-stream.ts';
import type { Listener, RunEvent } from './events.ts';
import { resultsOf } from './gather.ts';
import { ordersFor } from './orders.ts';
import { persistenceOf } from './persistence.ts';
import type { RunOptions } from './run-options.ts';
import { runOrders } from './run-orders.ts';
import type { TargetTools } from './run-target.ts';
import { makeScratch, removeScratch, removeStaleScratch } from './scratch.ts';
import { resolveSubjects } from './subjects/resolve.ts';
import { loadManifest, SERVED_ROOTS } from './suite.ts';

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

async function runAll(options: RunOptions, listen: Listener): Promise<Results> {
  const startedAt = new Date();
  const manifest = await loadManifest();
  const cases = chosenCases(manifest, options);
  const persistence = persistenceOf(options);
  const scratch = await makeScratch();
  let server: ConformanceServer | undefined;
  try {
    const { subjects, roots } = await resolveSubjects(options, { folder: process.cwd(), scratch });
    const browsers = await findBrowsers(options.browsers);
    if (browsers.length === 0) {
      throw new CannotRunError(
        'there is no browser on this machine; "mediarecorder-conformance browsers install" gets them',
      );
    }
    const orders = ordersFor(browsers, subjects, cases, persistence);
    listen({ kind: 'run-started', targets: orders.map(({ id }) => id), cases: cases.length });
    if (persistence.seed !== undefined) {
      listen({ kind: 'note', message: `The cases are shuffled; --seed ${persistence.seed} does it again.` });
    }
    for (const folder of await removeStaleScratch()) {
      listen({ kind: 'note', message: `Deleted ${folder}, which a run that was killed had left.` });
    }
    server = await startServer({ ...SERVED_ROOTS, ...roots }, { isolated: options.isolated ?? false });
    const targets = await runOrders(orders, toolsOf(options, server, listen));
    return resultsOf({ manifest, cases, options, seed: persistence.seed, startedAt, targets });
  } finally {
    await server?.close();
    await removeScratch(scratch);
  }
}

function toolsOf(options: RunOptions, server: ConformanceServer, listen: Listener): TargetTools {
  return {
    server,
    cores: availableParallelism(),
    headed: options.headed ?? false,
    extras: { args: [], prefs: {}, env: {}, ...options.extras },
    signal: options.signal ?? new AbortController().signal,
    listen,
    ...(options.output === undefined ? {} : { output: options.output }),
    ...(options.workers === undefined ? {} : { workers: options.workers }),
    ...(options.timeout === undefined ? {} : { caseLimitMs: options.timeout }),
  };
}
