import { availableParallelism } from 'node:os';
import { SCHEMA_VERSION, type Results, type Target } from '../protocol/index.ts';
import { MACHINE_CLOCK } from './clock.ts';
import type { RunOptions } from './run-options.ts';
import type { RunPlan } from './run-plan.ts';
import type { Stop } from './stopping.ts';

/** What a run was about, and what it brought. */
export interface Gathered {
  readonly plan: RunPlan;
  readonly options: RunOptions;
  readonly targets: readonly Target[];
  readonly stopped: Stop | undefined;
}

/** The results of a run, with everything that their reader needs to judge them. */
export function resultsOf({ plan, options, targets, stopped }: Gathered): Results {
  const { manifest, orders, seed, startedAt, began } = plan;
  const { clock = MACHINE_CLOCK } = options;
  const chosen = new Set(orders.flatMap(({ cases }) => cases));
  const ruled = new Set([...chosen].map(({ rule }) => rule));
  const missing = new Set(
    orders.flatMap(({ id, cases }) => {
      const answered = new Set(targets.find((target) => target.id === id)?.cases.map((each) => each.id));
      return cases.filter((entry) => !answered.has(entry.id)).map((entry) => entry.id);
    }),
  );
  return {
    schemaVersion: SCHEMA_VERSION,
    suite: manifest.suite,
    rules: manifest.rules.filter(({ id }) => ruled.has(id)),
    options: { profile: 'default', ...said(options) },
    seed: seed ?? 0,
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(clock.passed() - began),
    machine: {
      platform: process.platform,
      arch: process.arch,
      cores: availableParallelism(),
      node: process.version,
    },
    ...(options.shard === undefined ? {} : { shard: options.shard }),
    notRun: [...missing],
    ...(stopped === undefined ? {} : { stopped }),
    targets: [...targets],
  };
}

/** The options as a reader wants to know them: what only this process could use is left out. */
function said(options: RunOptions): Readonly<Record<string, unknown>> {
  const {
    signal: _signal,
    output: _output,
    command: _command,
    lastFailed,
    durations: _durations,
    supply: _supply,
    clock: _clock,
    ...rest
  } = options;
  return { ...rest, ...(lastFailed === undefined ? {} : { lastFailed: lastFailed.startedAt }) };
}
