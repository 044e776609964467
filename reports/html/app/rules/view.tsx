import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Model } from '../../view/model.ts';
import type { RulesQuery } from '../../view/query.ts';
import { readRoute } from '../../view/route.ts';
import { matchingRows, matrixLines, shownTargets } from '../../view/rows.ts';
import { go } from '../navigation.ts';
import { Matrix } from './matrix.tsx';
import { Toolbar } from './toolbar.tsx';

/** Every rule in every target, narrowed down and ordered as the address says. */
export function RulesView({ model, query }: { readonly model: Model; readonly query: RulesQuery }): VNode {
  const address = JSON.stringify(query);
  const rows = useMemo(() => matchingRows(model, query), [model, address]);
  const lines = useMemo(() => matrixLines(model, query, rows), [model, address]);
  const shown = useMemo(() => shownTargets(model, query), [model, address]);
  const change = (refined: Partial<RulesQuery>): void => {
    // A search comes a moment after it was typed: what else was chosen meanwhile must not be lost, nor the reader
    // brought back who has left.
    const now = readRoute(location.hash);
    if (now.view === 'rules') go({ view: 'rules', query: { ...now.query, ...refined } }, true);
  };
  return (
    <>
      <h1>Rules</h1>
      <Toolbar model={model} query={query} found={rows.length} change={change} />
      {rows.length === 0 ? (
        <p class="empty">No rule matches. Take a filter away, or search for less.</p>
      ) : (
        <Matrix lines={lines} shown={shown} query={query} change={change} />
      )}
    </>
  );
}
