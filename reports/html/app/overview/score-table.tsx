import type { VNode } from 'preact';
import type { Model } from '../../view/model.ts';
import { StandingsBar } from '../parts/bar.tsx';
import { Counts, Fraction, undecidedWords } from './target-card.tsx';

/** Many targets, one line each: what cards say, in a form that can be read down. */
export function ScoreTable({ model }: { readonly model: Model }): VNode {
  return (
    <div class="scroll card" tabIndex={0} role="region" aria-label="Must-rules kept by target">
      <table class="plain scores">
        <thead>
          <tr>
            <th scope="col">Target</th>
            <th scope="col">Must-rules kept</th>
            <th scope="col">Not decided</th>
            <th scope="col">Unclear wording</th>
            <th scope="col">Should, may, practice</th>
            <th scope="col">Cases by verdict</th>
          </tr>
        </thead>
        <tbody>
          {model.targets.map((view, index) => {
            const figures = model.summary.targets[index];
            return figures === undefined ? null : (
              <tr key={view.target.id}>
                <th scope="row">
                  {view.long} {view.target.complete ? null : <em class="tag">not complete</em>}
                </th>
                <td>
                  <span class="ratio">
                    {figures.conformance.decided === 0 ? (
                      'none decided'
                    ) : (
                      <>
                        <b>{figures.conformance.kept}</b> of {figures.conformance.decided}
                      </>
                    )}
                  </span>
                  <StandingsBar of={figures.conformance} />
                </td>
                <td class="quiet">{undecidedWords(figures.conformance)}</td>
                <td>
                  <Fraction of={figures.unclear} />
                </td>
                <td>
                  <Fraction of={figures.beside} />
                </td>
                <td>
                  <Counts tally={figures.tally} engine={view.target.engine} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
