import type { VNode } from 'preact';
import type { RuleSnapshot } from '../../../../harness/protocol/index.ts';
import { declarationLines, exchanges, type Exchange } from '../../../exchange.ts';
import type { Model } from '../../view/model.ts';
import { plural } from '../../view/words.ts';

/** What using another recorder gains and costs in each browser, where the browser's own was tested beside it. */
export function Exchanges({ model }: { readonly model: Model }): VNode | null {
  const all = exchanges(model.results);
  if (all.length === 0) return null;
  const label = ({ target }: Exchange): string =>
    model.targets.find((view) => view.target === target)?.long ?? target.id;
  return (
    <section aria-labelledby="exchange">
      <h2 id="exchange">What using it gains and costs</h2>
      <p class="quiet">
        Firm must-rules, against the native recorder of the same browser. Rules that no script can keep are
        left out.
      </p>
      <div
        class="scroll card"
        tabIndex={0}
        role="region"
        aria-label="What using another recorder gains and costs"
      >
        <table class="plain scores">
          <thead>
            <tr>
              <th scope="col">Recorder</th>
              <th scope="col">Gained</th>
              <th scope="col">Lost</th>
              <th scope="col">Not claimed</th>
              <th scope="col">Kept by both</th>
              <th scope="col">Broken by both</th>
              <th scope="col">Beyond scripts</th>
            </tr>
          </thead>
          <tbody>
            {all.map((each) => (
              <tr key={each.target.id}>
                <th scope="row">{label(each)}</th>
                <td>{each.gained.length}</td>
                <td>{each.lost.length}</td>
                <td>{each.unclaimed.length}</td>
                <td>{each.both}</td>
                <td>{each.neither.length}</td>
                <td>{each.beyond.length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all.map((each) => (
        <details key={each.target.id}>
          <summary>{label(each)}</summary>
          <Declared lines={declarationLines(each.target)} />
          <Rules head="gained" rules={each.gained} />
          <Rules head="lost" rules={each.lost} />
          <Rules head="broken by both" rules={each.neither} />
          <Rules head="beyond scripts" rules={each.beyond} />
        </details>
      ))}
    </section>
  );
}

function Declared({ lines }: { readonly lines: readonly string[] }): VNode {
  if (lines.length === 0) return <p>It declares nothing, so everything is held against it.</p>;
  return (
    <>
      <p>It declares:</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Rules({
  head,
  rules,
}: {
  readonly head: string;
  readonly rules: readonly RuleSnapshot[];
}): VNode | null {
  if (rules.length === 0) return null;
  return (
    <>
      <p>
        {plural(rules.length, 'rule')} {head}:
      </p>
      <ul>
        {rules.map(({ id, statement, beyondScripts }) => (
          <li key={id}>
            {statement}
            {beyondScripts === undefined ? null : <span class="quiet"> {beyondScripts}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
