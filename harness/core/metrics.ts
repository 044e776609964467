import type { CaseResult, Metric } from '../protocol/index.ts';

/** What was measured before a crash or a hang was measured under conditions that nobody knows. */
const ENDED: ReadonlySet<string> = new Set(['pass', 'fail']);

/** What a target's cases measured: the samples of all attempts that came to an end, by name and unit. */
export function metricsOf(cases: readonly Pick<CaseResult, 'attempts'>[]): readonly Metric[] {
  const metrics = new Map<string, Metric>();
  const measured = cases.flatMap(({ attempts }) => attempts.filter(({ outcome }) => ENDED.has(outcome)));
  for (const { name, unit, samples } of measured.flatMap((attempt) => attempt.metrics ?? [])) {
    const key = `${name} in ${unit}`;
    metrics.set(key, { name, unit, samples: [...(metrics.get(key)?.samples ?? []), ...samples] });
  }
  return [...metrics.values()];
}
