import type { VNode } from 'preact';
import { plural } from '../../../plural.ts';
import type { RuleSnapshot, Target } from '../../../../harness/protocol/index.ts';
import { declarationLines, exchanges, type Exchange } from '../../../exchange.ts';
import type { Model } from '../../view/model.ts';
import { caseHref } from '../../view/route.ts';
import { VerdictMark } from '../parts/verdict.tsx';

/** What using another recorder gains and costs in each browser, where the browser's own was tested beside it. */
export function Exchanges({ model }: { readonly model: Model }): VNode | null {
  const all = exchanges(model.results).filter(isCompared);
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
          <summary>{label(each)}, rule by rule</summary>
          <Declared lines={declarationLines(each.target)} />
          <div class="cards wide">
            <Rules head="Gained" rules={each.gained} target={each.target} model={model} />
            <Rules head="Lost" rules={each.lost} target={each.target} model={model} />
            <Rules head="Broken by both" rules={each.neither} target={each.target} model={model} />
            <Rules head="Beyond scripts" rules={each.beyond} target={each.target} model={model} />
          </div>
        </details>
      ))}
    </section>
  );
}

function Declared({ lines }: { readonly lines: readonly string[] }): VNode {
  if (lines.length === 0) return <p>It declares nothing, so everything is held against it.</p>;
  return <p>It declares: {lines.join(' ')}</p>;
}

/** A recorder of which nothing was run, or not the native one beside it, gains and costs nothing. */
function isCompared({ gained, lost, unclaimed, neither, both }: Exchange): boolean {
  return both + gained.length + lost.length + unclaimed.length + neither.length > 0;
}

interface RulesProps {
  readonly head: string;
  readonly rules: readonly RuleSnapshot[];
  readonly target: Target;
  readonly model: Model;
}

/** Rules that went the same way, each with a link to the case that shows it best. */
function Rules({ head, rules, target, model }: RulesProps): VNode | null {
  if (rules.length === 0) return null;
  const index = model.targets.findIndex((view) => view.target === target);
  return (
    <article class="card finding">
      <h3>
        {head} <small>{plural(rules.length, 'must-rule')}</small>
      </h3>
      <ul>
        {rules.map(({ id, statement, beyondScripts }) => {
          const cell = model.rows.find(({ rule }) => rule.id === id)?.cells[index];
          const telling = cell?.cases.find(({ verdict }) => verdict === cell.verdict);
          return (
            <li key={id}>
              <VerdictMark verdict={cell?.verdict} />
              <span>
                <a href={caseHref(target.id, telling?.id ?? id)}>{statement}</a>
                {beyondScripts === undefined ? null : <span class="quiet"> {beyondScripts}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </article>
  );
}
