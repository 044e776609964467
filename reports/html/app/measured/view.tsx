import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { measuredGroups, type MeasuredMetric } from '../../view/measured.ts';
import type { Model } from '../../view/model.ts';
import { TargetHead } from '../parts/target-head.tsx';
import { BitrateFigure } from './bitrates.tsx';
import { figure } from './figure.ts';
import { SpreadFigure } from './spread.tsx';

/** Yes or no; where samples differ, how many say yes. */
function factWords(samples: readonly number[]): string {
  const yes = samples.filter((sample) => sample === 1).length;
  if (yes === 0) return 'no';
  return yes === samples.length ? 'yes' : `${yes} of ${samples.length} times`;
}

/** What needs no chart: a value, or yes or no, for each target. */
function Plain(props: {
  readonly model: Model;
  readonly singles: readonly MeasuredMetric[];
  readonly facts: readonly MeasuredMetric[];
}): VNode | null {
  const { model, singles, facts } = props;
  const rows = [
    ...singles.map((metric) => ({ metric, words: ([value = 0]: readonly number[]) => figure(value) })),
    ...facts.map((metric) => ({ metric, words: factWords })),
  ];
  if (rows.length === 0) return null;
  return (
    <div class="scroll card" tabIndex={0} role="region" aria-label="Values by target">
      <table class="plain">
        <TargetHead of="Measured" model={model} />
        <tbody>
          {rows.map(({ metric: { name, unit, lines }, words }) => (
            <tr key={name + unit}>
              <th scope="row">
                {name} {words === factWords ? null : <small>in {unit}</small>}
              </th>
              {model.targets.map((view) => {
                const samples = lines.find((line) => line.view === view)?.samples;
                return (
                  <td key={view.target.id}>{samples === undefined ? 'not measured' : words(samples)}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The qualities that the specification leaves free, side by side; reported, never judged. */
export function MeasuredView({ model }: { readonly model: Model }): VNode {
  const groups = useMemo(() => measuredGroups(model), [model]);
  return (
    <>
      <h1>Measured</h1>
      <p class="lead">Qualities that the specification leaves free. They are reported, never judged.</p>
      {groups.length === 0 ? <p class="empty">This run measured nothing.</p> : null}
      {groups.map(({ title, bitrates, spreads, singles, facts }) => (
        <section key={title} class="measured" aria-label={title}>
          <h2>{title}</h2>
          <div class="stack">
            {bitrates.map((of) => (
              <BitrateFigure key={of.kind} of={of} />
            ))}
            {spreads.map((metric) => (
              <SpreadFigure key={metric.name + metric.unit} metric={metric} />
            ))}
            <Plain model={model} singles={singles} facts={facts} />
          </div>
        </section>
      ))}
    </>
  );
}
