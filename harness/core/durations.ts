import type { Attempt, Results } from '../protocol/index.ts';
import type { Durations } from './shard.ts';

/** A duration that changed by less than this, in share or in milliseconds, is left as it was: less to review. */
const STEADY = { share: 0.3, ms: 300 } as const;

/** Cases that were never run have no duration, and neither have those that were lost or given up. */
function isTelling({ outcome }: Attempt): boolean {
  return outcome === 'pass' || outcome === 'fail';
}

/** Two figures say enough for balancing, and change less from run to run. */
function rounded(ms: number): number {
  return Number(ms.toPrecision(2));
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The middle of what each case took, over all targets of some runs. */
export function durationsOf(runs: readonly Results[]): Durations {
  const taken = new Map<string, number[]>();
  for (const { id, attempts } of runs.flatMap(({ targets }) => targets.flatMap(({ cases }) => cases)))
    for (const attempt of attempts.filter(isTelling))
      taken.set(id, [...(taken.get(id) ?? []), attempt.durationMs]);
  return Object.fromEntries([...taken].map(([id, values]) => [id, rounded(middle(values))]));
}

/** Refreshes durations: what was measured anew and differs is taken, cases that are no more go, in sorted order. */
export function refreshDurations(
  before: Durations,
  measured: Durations,
  known: ReadonlySet<string>,
): Durations {
  const steady = (was: number, now: number): boolean =>
    Math.abs(now - was) <= Math.max(was * STEADY.share, STEADY.ms);
  const ids = [...new Set([...Object.keys(before), ...Object.keys(measured)])].filter((id) => known.has(id));
  return Object.fromEntries(
    ids.toSorted().flatMap((id) => {
      const [was, now] = [before[id], measured[id]];
      const kept = was !== undefined && (now === undefined || steady(was, now)) ? was : now;
      return kept === undefined ? [] : [[id, kept] as const];
    }),
  );
}
