import type { Metric, RuleSnapshot } from '../../../harness/protocol/index.ts';
import type { Model, TargetView } from './model.ts';
import { spreadOf, type Spread } from './spread.ts';

/** What one target measured of one metric. */
interface MeasuredLine {
  readonly view: TargetView;
  readonly spread: Spread;
  readonly samples: readonly number[];
}

/** One metric in every target that measured it. */
export interface MeasuredMetric {
  readonly name: string;
  readonly unit: string;
  readonly lines: readonly MeasuredLine[];
  /** What was asked for, where the metric is how near that was come to. */
  readonly asked?: number;
}

/** A bitrate that was asked for and what was reached, in kbit/s. */
export interface BitratePoint {
  readonly asked: number;
  readonly reached: Spread;
}

/** The bitrates of one kind of track in every target that measured them. */
export interface Bitrates {
  readonly kind: string;
  readonly most: number;
  readonly targets: readonly { readonly view: TargetView; readonly points: readonly BitratePoint[] }[];
}

/** Metrics that belong together, because one rule measures them. */
export interface MeasuredGroup {
  readonly title: string;
  readonly bitrates: readonly Bitrates[];
  readonly spreads: readonly MeasuredMetric[];
  /** What was measured once in each target. */
  readonly singles: readonly MeasuredMetric[];
  /** What is so or is not. */
  readonly facts: readonly MeasuredMetric[];
}

const BITRATE = /^(\w+) bitrate of (\d+) kbit\/s asked$/;
const INTERVAL = /^time between slices at (\d+) ms/;
/** The unit of what either holds or does not. */
const FACT = '1 = yes';

function keyOf({ name, unit }: Pick<Metric, 'name' | 'unit'>): string {
  return `${name} in ${unit}`;
}

/** Which rule measures what: a metric is reported by the cases of one rule. */
function measuringRules(model: Model): ReadonlyMap<string, RuleSnapshot> {
  return new Map(
    model.rows.flatMap(({ rule, cells }) =>
      cells.flatMap(({ cases }) =>
        cases.flatMap(({ attempts }) =>
          attempts.flatMap(({ metrics = [] }) => metrics.map((metric) => [keyOf(metric), rule] as const)),
        ),
      ),
    ),
  );
}

/** Every metric of a run, in the order in which targets report them. */
function metricsOf(model: Model): readonly MeasuredMetric[] {
  const metrics = new Map<string, { readonly metric: Metric; readonly lines: MeasuredLine[] }>();
  for (const view of model.targets)
    for (const metric of view.target.metrics) {
      const spread = spreadOf(metric.samples);
      if (spread === undefined) continue;
      const entry = metrics.get(keyOf(metric)) ?? { metric, lines: [] };
      metrics.set(keyOf(metric), entry);
      entry.lines.push({ view, spread, samples: metric.samples });
    }
  return [...metrics.values()].map(({ metric: { name, unit }, lines }) => {
    const [, asked] = INTERVAL.exec(name) ?? [];
    return { name, unit, lines, ...(asked === undefined || unit !== 'ms' ? {} : { asked: Number(asked) }) };
  });
}

function scaled(spread: Spread, by: number): Spread {
  const { count, min, low, middle, high, max } = spread;
  return { count, min: min * by, low: low * by, middle: middle * by, high: high * by, max: max * by };
}

/** The metrics that say how much of a bitrate was reached, put together by kind of track. */
function bitratesOf(metrics: readonly MeasuredMetric[]): readonly Bitrates[] {
  const found = metrics.flatMap(({ name, unit, lines }) => {
    const [, kind, asked] = BITRATE.exec(name) ?? [];
    return kind === undefined || unit !== '%' ? [] : [{ kind, asked: Number(asked), lines }];
  });
  return [...new Set(found.map(({ kind }) => kind))].map((kind) => {
    const own = found.filter((each) => each.kind === kind);
    const views = new Set(own.flatMap(({ lines }) => lines.map(({ view }) => view)));
    const targets = [...views].map((view) => ({
      view,
      points: own
        .flatMap(({ asked, lines }) =>
          lines
            .filter((line) => line.view === view)
            .map(({ spread }) => ({ asked, reached: scaled(spread, asked / 100) })),
        )
        .sort((a, b) => a.asked - b.asked),
    }));
    const points = targets.flatMap((target) => target.points);
    return { kind, targets, most: Math.max(...points.flatMap(({ asked, reached }) => [asked, reached.max])) };
  });
}

/** Everything that a run measured, in groups that belong together. */
export function measuredGroups(model: Model): readonly MeasuredGroup[] {
  const rules = measuringRules(model);
  const groups = new Map<RuleSnapshot | undefined, MeasuredMetric[]>();
  for (const metric of metricsOf(model)) {
    const rule = rules.get(keyOf(metric));
    groups.set(rule, [...(groups.get(rule) ?? []), metric]);
  }
  return [...groups].map(([rule, metrics]) => {
    const bitrates = bitratesOf(metrics);
    const plain = metrics.filter(({ name, unit }) => unit !== FACT && !(BITRATE.test(name) && unit === '%'));
    const isSingle = ({ lines }: MeasuredMetric): boolean => lines.every(({ spread }) => spread.count === 1);
    return {
      title: rule?.statement ?? 'Measured',
      bitrates,
      spreads: plain.filter((metric) => !isSingle(metric)),
      singles: plain.filter(isSingle),
      facts: metrics.filter(({ unit }) => unit === FACT),
    };
  });
}
