import {
  axisX,
  binX,
  dot,
  gridX,
  rectY,
  ruleX,
  text,
  tickX,
  type PlotOptions,
  type RectYOptions,
} from '@observablehq/plot';
import type { VNode } from 'preact';
import { useCallback } from 'preact/hooks';
import { plural } from '../../../plural.ts';
import type { MeasuredMetric } from '../../view/measured.ts';
import { rangeOf } from '../../view/spread.ts';
import { figure } from './figure.ts';
import { Chart } from './chart.tsx';

/** Room for a target: its name, and its samples below. */
const ROW = 62;
const NAME = 18;
/** Fewer samples than this are shown one by one: bars would say nothing of them. */
const FEWEST_FOR_BARS = 12;
const BARS = 36;
const AXIS = { tickSize: 0, fill: 'var(--soft)', labelAnchor: 'right', labelArrow: 'none' } as const;

interface Sample {
  readonly target: string;
  readonly value: number;
}

/** The samples of each target on one scale: bars where there are many, dots where there are few. */
function spreadOptions({ lines, unit, asked }: MeasuredMetric, width: number): PlotOptions {
  const range = rangeOf(lines.map(({ spread }) => spread));
  const from = Math.min(range.from, asked ?? range.from);
  const to = Math.max(range.to, asked ?? range.to);
  const samples = lines.flatMap(({ view, samples: own }) =>
    own.map((value): Sample => ({ target: view.target.id, value })),
  );
  const many = new Set(
    lines.flatMap(({ view, samples: own }) => (own.length < FEWEST_FOR_BARS ? [] : [view.target.id])),
  );
  const step = (to - from) / BARS;
  const thresholds = Array.from({ length: BARS + 1 }, (_, index) => from + index * step);
  const medians = lines.map(({ view, spread }) => ({ target: view.target.id, value: spread.middle }));
  const names = lines.map(({ view, spread }) => ({
    target: view.target.id,
    label: `${view.label}, ${plural(spread.count, 'sample')}`,
  }));
  return {
    height: lines.length * ROW + 40,
    marginLeft: 12,
    marginRight: 18,
    marginTop: 0,
    marginBottom: 40,
    x: { domain: [from, to] },
    y: { axis: null },
    fy: { axis: null, domain: lines.map(({ view }) => view.target.id), padding: 0.08 },
    marks: [
      gridX({ stroke: 'var(--rule)', strokeOpacity: 1, insetTop: NAME, ticks: width / 110 }),
      axisX({ ...AXIS, ticks: width / 110, label: unit }),
      text(names, {
        fy: 'target',
        text: 'label',
        frameAnchor: 'top-left',
        lineAnchor: 'top',
        dy: 2,
        fill: 'var(--ink)',
      }),
      ...(asked === undefined
        ? []
        : [ruleX([asked], { stroke: 'var(--fail)', strokeDasharray: '4 3', insetTop: NAME })]),
      rectY(
        samples.filter(({ target }) => many.has(target)),
        binX<RectYOptions>(
          { y: 'count' },
          { fy: 'target', x: 'value', thresholds, fill: 'var(--accent)', fillOpacity: 0.55, insetTop: NAME },
        ),
      ),
      dot(
        samples.filter(({ target }) => !many.has(target)),
        {
          fy: 'target',
          x: 'value',
          frameAnchor: 'bottom',
          dy: -14,
          r: 4,
          fill: 'var(--accent)',
          fillOpacity: 0.55,
        },
      ),
      tickX(medians, { fy: 'target', x: 'value', stroke: 'var(--ink)', strokeWidth: 2.5, insetTop: NAME }),
    ],
  };
}

/** A metric in every target: how its samples spread, and the figures of that. */
export function SpreadFigure({ metric }: { readonly metric: MeasuredMetric }): VNode {
  const { name, unit, lines, asked } = metric;
  const options = useCallback((width: number) => spreadOptions(metric, width), [metric]);
  return (
    <article class="card metric">
      <h3>
        {name} <small>in {unit}</small>
      </h3>
      <div class="metric-body">
        <Chart options={options} label={`${name} in ${unit} by target; the table has the figures.`} />
        <div class="scroll" tabIndex={0} role="region" aria-label={`Figures of ${name}`}>
          <table class="plain figures">
            <thead>
              <tr>
                <th scope="col">Target</th>
                <th scope="col" class="num">
                  Median
                </th>
                <th scope="col" class="num">
                  Middle half
                </th>
                <th scope="col" class="num">
                  All
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ view, spread }) => (
                <tr key={view.target.id}>
                  <th scope="row">{view.label}</th>
                  <td class="num">
                    <b>{figure(spread.middle)}</b>
                  </td>
                  <td class="num">
                    {figure(spread.low)} to {figure(spread.high)}
                  </td>
                  <td class="num">
                    {figure(spread.min)} to {figure(spread.max)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <p class="key">
        The thick stroke is the median.
        {asked === undefined ? '' : ` The dashed line is what was asked for, ${asked} ${unit}.`}
      </p>
    </article>
  );
}
