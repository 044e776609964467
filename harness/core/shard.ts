import type { CaseEntry, Shard } from '../protocol/index.ts';

/** How long each case takes, in milliseconds, as it was measured before. */
export type Durations = Readonly<Record<string, number>>;

/** What a case is taken to last where nothing at all was measured. */
const UNKNOWN_MS = 1_000;

/** A case that runs beside others holds up its shard only for its share of the lanes. */
const BESIDE = 4;

/** Estimates how long cases hold up their shard; one that was never measured lasts as long as its kin. */
function estimator(cases: readonly CaseEntry[], durations: Durations): (entry: CaseEntry) => number {
  const measured = (entry: CaseEntry): number | undefined =>
    Object.hasOwn(durations, entry.id) ? durations[entry.id] : undefined;
  const mean = (entries: readonly CaseEntry[]): number | undefined => {
    const known = entries.flatMap((entry) => measured(entry) ?? []);
    return known.length === 0 ? undefined : known.reduce((sum, ms) => sum + ms, 0) / known.length;
  };
  const overall = mean(cases) ?? UNKNOWN_MS;
  const ofRule = new Map(
    [...new Set(cases.map(({ rule }) => rule))].map((rule) => [
      rule,
      mean(cases.filter((entry) => entry.rule === rule)),
    ]),
  );
  return (entry) =>
    (measured(entry) ?? ofRule.get(entry.rule) ?? overall) / (entry.weight === 'alone' ? 1 : BESIDE);
}

/**
 * The cases of one of several shards. The longest come first, each into the shard that has least to do so far, so
 * that all end at about the same time; the same input always makes the same shards, whoever computes them.
 */
export function shardCases(
  cases: readonly CaseEntry[],
  { index, count }: Shard,
  durations: Durations,
): readonly CaseEntry[] {
  const costOf = estimator(cases, durations);
  const byCost = cases
    .map((entry) => ({ entry, cost: costOf(entry) }))
    .toSorted((a, b) => b.cost - a.cost || (a.entry.id < b.entry.id ? -1 : 1));
  const sums = Array.from({ length: count }, () => 0);
  const own = new Set<CaseEntry>();
  for (const { entry, cost } of byCost) {
    const least = sums.indexOf(Math.min(...sums));
    sums[least] = (sums[least] ?? 0) + cost;
    if (least === index - 1) own.add(entry);
  }
  return cases.filter((entry) => own.has(entry));
}
