import type { VNode } from 'preact';
import type { Model } from '../../view/model.ts';

/** The head of a table with one column for what its lines are of, and one for each target. */
export function TargetHead({ of, model }: { readonly of: string; readonly model: Model }): VNode {
  return (
    <thead>
      <tr>
        <th scope="col">{of}</th>
        {model.targets.map((view) => (
          <th key={view.target.id} scope="col">
            {view.label}
          </th>
        ))}
      </tr>
    </thead>
  );
}
