import type { Results } from '../harness/protocol/index.ts';
import { spreadOf, type Spread } from './html/view/spread.ts';

/** One metric in every target, in the order of the targets; undefined where it was not measured. */
export interface MetricRow {
  readonly name: string;
  readonly unit: string;
  readonly cells: readonly (Spread | undefined)[];
}

/** Everything that a run measured, each metric side by side. */
export function metricRows({ targets }: Pick<Results, 'targets'>): readonly MetricRow[] {
  const known = new Map(
    targets.flatMap(({ metrics }) =>
      metrics.map(({ name, unit }) => [`${name} in ${unit}`, { name, unit }] as const),
    ),
  );
  return [...known.values()].map(({ name, unit }) => ({
    name,
    unit,
    cells: targets.map(({ metrics }) =>
      spreadOf(metrics.find((metric) => metric.name === name && metric.unit === unit)?.samples ?? []),
    ),
  }));
}

/** The median with the middle half of the samples and how many there are. */
export function spreadText(spread: Spread | undefined): string {
  if (spread === undefined) return '–';
  const { low, middle, high, count } = spread;
  const [from, to] = [figure(low), figure(high)];
  return from === to ? `${figure(middle)}, n ${count}` : `${figure(middle)} (${from} to ${to}), n ${count}`;
}

function figure(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3, useGrouping: false });
}
