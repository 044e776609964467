import { axisX, axisY, dot, gridX, gridY, line, ruleX, type PlotOptions } from '@observablehq/plot';
import type { VNode } from 'preact';
import { useCallback } from 'preact/hooks';
import type { BitratePoint, Bitrates } from '../../view/measured.ts';
import { Chart } from './chart.tsx';
import { figure } from './figure.ts';

/** Asked across, reached upwards: on the dashed line is who reaches what was asked for. */
function bitrateOptions(points: readonly BitratePoint[], most: number, width: number): PlotOptions {
  const ticks = width / 75;
  const domain = [0, most * 1.06];
  const soft = { fill: 'var(--soft)', tickSize: 0, ticks } as const;
  const grid = { stroke: 'var(--rule)', strokeOpacity: 1, ticks } as const;
  return {
    height: 236,
    marginLeft: 48,
    marginRight: 14,
    marginTop: 26,
    marginBottom: 38,
    x: { domain },
    y: { domain },
    marks: [
      gridX(grid),
      gridY(grid),
      axisX({ ...soft, label: 'asked', labelAnchor: 'right', labelArrow: 'none' }),
      axisY({ ...soft, label: 'reached', labelArrow: 'none' }),
      line([0, most], {
        x: (value) => value,
        y: (value) => value,
        stroke: 'var(--edge)',
        strokeDasharray: '4 3',
      }),
      ruleX(points, {
        x: 'asked',
        y1: ({ reached }: BitratePoint) => reached.min,
        y2: ({ reached }: BitratePoint) => reached.max,
        stroke: 'var(--accent)',
        strokeWidth: 2,
      }),
      dot(points, {
        x: 'asked',
        y: ({ reached }: BitratePoint) => reached.middle,
        r: 5,
        fill: 'var(--accent)',
        stroke: 'var(--card)',
        strokeWidth: 1.5,
      }),
    ],
  };
}

function TargetBitrates(props: {
  readonly name: string;
  readonly points: readonly BitratePoint[];
  readonly most: number;
}): VNode {
  const { name, points, most } = props;
  const options = useCallback((width: number) => bitrateOptions(points, most, width), [points, most]);
  return (
    <figure class="bitrate">
      <figcaption>{name}</figcaption>
      <Chart
        options={options}
        label={`Bitrates asked for and reached in ${name}; the table has the figures.`}
      />
    </figure>
  );
}

/** The bitrates of one kind of track, a chart for each target and a table of all. */
export function BitrateFigure({ of }: { readonly of: Bitrates }): VNode {
  const asked = [...new Set(of.targets.flatMap(({ points }) => points.map((point) => point.asked)))].sort(
    (a, b) => a - b,
  );
  return (
    <article class="card metric">
      <h3>
        Bitrate of {of.kind}, asked for and reached <small>in kbit/s</small>
      </h3>
      <div class="bitrates">
        {of.targets.map(({ view, points }) => (
          <TargetBitrates key={view.target.id} name={view.label} points={points} most={of.most} />
        ))}
      </div>
      <div class="scroll" tabIndex={0} role="region" aria-label={`Figures of the bitrates of ${of.kind}`}>
        <table class="plain figures">
          <thead>
            <tr>
              <th scope="col">Target</th>
              {asked.map((rate) => (
                <th key={rate} scope="col" class="num">
                  {figure(rate)} asked
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {of.targets.map(({ view, points }) => (
              <tr key={view.target.id}>
                <th scope="row">{view.label}</th>
                {asked.map((rate) => {
                  const reached = points.find((point) => point.asked === rate)?.reached.middle;
                  return (
                    <td key={rate} class="num">
                      {reached === undefined ? (
                        'not measured'
                      ) : (
                        <>
                          <b>{figure(reached)}</b> <small>{figure((reached / rate) * 100)} %</small>
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="key">On the dashed line what was asked for is reached.</p>
    </article>
  );
}
