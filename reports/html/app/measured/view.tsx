import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { measuredGroups, type MeasuredMetric } from '../../view/measured.ts';
import type { Model } from '../../view/model.ts';
import { BitrateFigure } from './bitrates.tsx';
import { SpreadFigure } from './spread.tsx';

/** Yes or no; where samples differ, how many say yes. */
function factWords(samples: readonly number[]): string {
  const yes = samples.filter((sample) => sample === 1).length;
  if (yes === 0) return 'no';
  return yes === samples.length ? 'yes' : `${yes} of ${samples.length} times`;
}

function Facts({
  model,
  facts,
}: {
  readonly model: Model;
  readonly facts: readonly MeasuredMetric[];
}): VNode {
  return (
    <div class="scroll card" tabIndex={0} role="region" aria-label="What is so or is not, by target">
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">Is it so?</th>
            {model.targets.map((view) => (
              <th key={view.target.id} scope="col">
                {view.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map(({ name, lines }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {model.targets.map((view) => {
                const samples = lines.find((line) => line.view === view)?.samples;
                return (
                  <td key={view.target.id}>{samples === undefined ? 'not measured' : factWords(samples)}</td>
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
      {groups.map(({ title, bitrates, spreads, facts }) => (
        <section key={title} class="measured" aria-label={title}>
          <h2>{title}</h2>
          <div class="stack">
            {bitrates.map((of) => (
              <BitrateFigure key={of.kind} of={of} />
            ))}
            {spreads.map((metric) => (
              <SpreadFigure key={metric.name + metric.unit} metric={metric} />
            ))}
            {facts.length === 0 ? null : <Facts model={model} facts={facts} />}
          </div>
        </section>
      ))}
    </>
  );
}
