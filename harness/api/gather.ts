import { availableParallelism } from 'node:os';
import {
  SCHEMA_VERSION,
  type CaseEntry,
  type Manifest,
  type Results,
  type Target,
} from '../protocol/index.ts';
import type { RunOptions } from './run-options.ts';

/** What a run was about, and what it brought. */
export interface Gathered {
  readonly manifest: Manifest;
  readonly cases: readonly CaseEntry[];
  readonly options: RunOptions;
  readonly seed: number | undefined;
  readonly startedAt: Date;
  readonly targets: readonly Target[];
}

/** The results of a run, with everything that their reader needs to judge them. */
export function resultsOf({ manifest, cases, options, seed, startedAt, targets }: Gathered): Results {
  const { signal: _signal, output: _output, ...said } = options;
  const ruled = new Set(cases.map(({ rule }) => rule));
  const notRun = cases.filter(({ id }) =>
    targets.some((target) => !target.cases.some((result) => result.id === id)),
  );
  return {
    schemaVersion: SCHEMA_VERSION,
    suite: manifest.suite,
    rules: manifest.rules.filter(({ id }) => ruled.has(id)),
    options: { profile: 'default', ...said },
    seed: seed ?? 0,
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
