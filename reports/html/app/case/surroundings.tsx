import type { VNode } from 'preact';
import type { TargetView } from '../../view/model.ts';

/** What the probe found in the browser before any case ran. */
export function Surroundings({ view }: { readonly view: TargetView }): VNode | null {
  const { environment } = view.target;
  if (environment === null) return null;
  return (
    <section class="card neighbours" aria-labelledby="surroundings">
      <h2 id="surroundings">What the probe found</h2>
      <dl class="found-list">
        {Object.entries(environment.findings).map(([need, finding]) => (
          <div key={need}>
            <dt>
              {need} <span class={`status st-${finding.status}`}>{finding.status}</span>
            </dt>
            <dd>{finding.evidence}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
