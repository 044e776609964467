import type { VNode } from 'preact';
import { rangeOf, spreadOf, type Spread } from '../../view/spread.ts';
import type { Model, TargetView } from '../../view/model.ts';
import { plural } from '../../view/words.ts';

interface Line {
  readonly view: TargetView;
  readonly spread: Spread;
  readonly samples: readonly number[];
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 4 });
}

/** One target's samples: every one as a dot, the middle half as a box, the median as a stroke. */
function Strip({ line, range }: { readonly line: Line; readonly range: ReturnType<typeof rangeOf> }): VNode {
  const { spread, samples } = line;
  const x = (value: number): number => ((value - range.from) / (range.to - range.from)) * 100;
  return (
    <svg class="strip" aria-hidden="true">
      {range.ticks.map((tick) => (
        <line key={tick} class="grid" x1={`${x(tick)}%`} x2={`${x(tick)}%`} y1="0" y2="100%" />
      ))}
      <rect
        class="box"
        x={`${x(spread.low)}%`}
        width={`${x(spread.high) - x(spread.low)}%`}
        y="6"
        height="20"
        rx="3"
      />
      {samples.map((sample, index) => (
        <circle key={index} class="dot" cx={`${x(sample)}%`} cy={10 + ((index * 7) % 13)} r="2.5" />
      ))}
      <line class="middle" x1={`${x(spread.middle)}%`} x2={`${x(spread.middle)}%`} y1="3" y2="29" />
    </svg>
  );
}

function MetricFigure({
  name,
  unit,
  lines,
}: {
  readonly name: string;
  readonly unit: string;
  readonly lines: readonly Line[];
}): VNode {
  const range = rangeOf(lines.map(({ spread }) => spread));
  return (
    <section class="card metric">
      <h2>
        {name} <small>in {unit}</small>
      </h2>
      <table class="strips">
        <caption class="sr">
          {name} in {unit}: median, middle half and samples of each target
        </caption>
        <thead>
          <tr>
            <th scope="col">Target</th>
            <th scope="col" class="scale">
              <span class="sr">Plot</span>
              {range.ticks.map((tick) => (
                <span
                  key={tick}
                  aria-hidden="true"
                  style={{ left: `${((tick - range.from) / (range.to - range.from)) * 100}%` }}
                >
                  {number(tick)}
                </span>
              ))}
            </th>
            <th scope="col" class="num">
              Median
            </th>
            <th scope="col" class="num">
              Middle half
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.view.target.id}>
              <th scope="row">
                {line.view.label} <small>{plural(line.spread.count, 'sample')}</small>
              </th>
              <td class="plot">
                <Strip line={line} range={range} />
              </td>
              <td class="num median">{number(line.spread.middle)}</td>
              <td class="num half">
                {number(line.spread.low)}–{number(line.spread.high)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The qualities that the specification leaves free, side by side; reported, never judged. */
export function MeasuredView({ model }: { readonly model: Model }): VNode {
  const metrics = new Map(
    model.results.targets.flatMap(({ metrics: own }) => own.map((metric) => [metric.name, metric.unit])),
  );
  return (
    <>
      <h1>Measured</h1>
      <p class="lead">Qualities that the specification leaves free. They are reported, never judged.</p>
      {metrics.size === 0 ? <p class="empty">This run measured nothing.</p> : null}
      <div class="stack">
        {[...metrics].map(([name, unit]) => {
          const lines = model.targets.flatMap((view) => {
            const samples = view.target.metrics.find((metric) => metric.name === name)?.samples ?? [];
            const spread = spreadOf(samples);
            return spread === undefined ? [] : [{ view, samples, spread }];
          });
          return lines.length === 0 ? null : (
            <MetricFigure key={name} name={name} unit={unit} lines={lines} />
          );
        })}
      </div>
    </>
  );
}
