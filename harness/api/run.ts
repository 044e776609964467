import { availableParallelism } from 'node:os';
import type { Results } from '../protocol/index.ts';
import { startServer, type ConformanceServer } from '../server/index.ts';
import { EventStream } from './event-stream.ts';
import type { Listener, RunEvent } from './events.ts';
import { withExpectations } from './expectations/conclude.ts';
import { resultsOf } from './gather.ts';
import { Journal, type Opening } from './journal.ts';
import { FOR_EVER_MS, UNHURRIED } from './patience.ts';
import type { RunOptions } from './run-options.ts';
import { runOrders } from './run-orders.ts';
import { openingOf, planRun, type RunPlan } from './run-plan.ts';
import type { TargetTools } from './run-target.ts';
import { makeScratch, removeScratch, removeStaleScratch } from './scratch.ts';
import { Stopping } from './stopping.ts';
import { SERVED_ROOTS } from './suite.ts';

/** A run that has begun. */
export interface Run {
  /** What happens, as it happens; to be read once. */
  readonly events: AsyncIterable<RunEvent>;
  /** Everything that was measured; incomplete, and marked so, when the run was ended early. */
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

async function runAll(options: RunOptions, tell: Listener): Promise<Results> {
  const scratch = await makeScratch();
  const stopping = new Stopping(options);
  const listen: Listener = (event) => {
    tell(event);
    const enough = stopping.watch(event);
    if (enough !== undefined) tell({ kind: 'note', message: enough });
  };
  let journal: Journal | undefined;
  let server: ConformanceServer | undefined;
  try {
    const note = (message: string): void => listen({ kind: 'note', message });
    const plan = await planRun(options, scratch, note);
    await announce(plan, listen);
    journal = journalFor(plan, options, note);
    server = await startServer({ ...SERVED_ROOTS, ...plan.roots }, { isolated: options.isolated ?? false });
    const orders = plan.orders.map((order) =>
      journal === undefined ? order : { ...order, record: journal.recorderOf(order.id) },
    );
    const { suiteScripts, ruleIds: rules } = plan;
    const own = { listen, signal: stopping.signal, suiteScripts, rules };
    const ran = await runOrders(orders, toolsOf(options, server, own));
    const targets = ran.map((target) => withExpectations(target, plan.expectations.get(target.id), plan));
    // Whoever ends a run that is over has not interrupted it.
    const isWhole = stopping.stop === 'interrupted' && targets.every(({ complete }) => complete);
    return resultsOf({ plan, options, targets, stopped: isWhole ? undefined : stopping.stop });
  } finally {
    stopping.release();
    journal?.close();
    await server?.close();
    await removeScratch(scratch);
  }
}

function toolsOf(
  options: RunOptions,
  server: ConformanceServer,
  own: Pick<TargetTools, 'listen' | 'signal' | 'suiteScripts' | 'rules'>,
): TargetTools {
  return {
    ...own,
    server,
    cores: availableParallelism(),
    headed: options.debug ?? options.headed ?? false,
    extras: { args: [], prefs: {}, env: {}, ...options.extras },
    ...(options.output === undefined ? {} : { output: options.output }),
    ...(options.workers === undefined ? {} : { workers: options.workers }),
    ...(options.timeout === undefined ? {} : { caseLimitMs: options.timeout }),
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ...(options.supply === undefined ? {} : { browsers: options.supply }),
    ...(options.debug === true ? { debug: true, patience: UNHURRIED, caseLimitMs: FOR_EVER_MS } : {}),
  };
}

async function announce({ orders, cases, seed, resumed }: RunPlan, listen: Listener): Promise<void> {
  listen({ kind: 'run-started', targets: orders.map(({ id }) => id), cases: cases.length });
  if (resumed !== undefined) {
    const attempts = [...resumed.targets.values()].flatMap((target) => [...target.attempts.values()].flat());
    listen({ kind: 'note', message: `Going on behind ${attempts.length} attempts that were made before.` });
  }
  if (seed !== undefined) {
    listen({ kind: 'note', message: `The cases are shuffled; --seed ${seed} does it again.` });
  }
  for (const folder of await removeStaleScratch()) {
    listen({ kind: 'note', message: `Deleted ${folder}, which a run that was killed had left.` });
  }
}

/** Whoever says where the results go has them written down there as they come. */
function journalFor(
  { manifest, orders, seed, startedAt, resumed }: RunPlan,
  { output, command = [] }: RunOptions,
  complain: (message: string) => void,
): Journal | undefined {
  if (output === undefined) return undefined;
  if (resumed !== undefined) return Journal.resume(output, resumed.length, complain);
  const opening: Opening = {
    kind: 'run',
    format: 1,
    startedAt: startedAt.toISOString(),
    seed: seed ?? null,
    command: [...command],
    ...openingOf(manifest, orders),
  };
  return Journal.begin(output, opening, complain);
}
