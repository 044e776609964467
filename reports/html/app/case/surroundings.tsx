import type { VNode } from 'preact';
import type { Finding } from '../../../../harness/protocol/index.ts';
import type { TargetView } from '../../view/model.ts';

/** Findings of the probe, each with its evidence. */
export function FindingList(props: { readonly of: readonly (readonly [string, Finding])[] }): VNode {
  return (
    <dl class="found-list">
      {props.of.map(([need, finding]) => (
        <div key={need}>
          <dt>
            {need} <span class={`status st-${finding.status}`}>{finding.status}</span>
          </dt>
          <dd>{finding.evidence}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the probe found in the browser before any case ran; what is lacking comes first. */
export function Surroundings({ view }: { readonly view: TargetView }): VNode | null {
  const { environment } = view.target;
  if (environment === null) return null;
  const all = Object.entries(environment.findings);
  const lacking = all.filter(([, { status }]) => status !== 'available');
  const there = all.filter(([, { status }]) => status === 'available');
  return (
    <section class="card neighbours" aria-labelledby="surroundings">
      <h2 id="surroundings">What the probe found</h2>
      {lacking.length === 0 ? <p class="quiet">Nothing is lacking.</p> : <FindingList of={lacking} />}
      {there.length === 0 ? null : (
        <details>
          <summary>{there.length} available</summary>
          <FindingList of={there} />
        </details>
      )}
    </section>
  );
}
