import type { VNode } from 'preact';
import type { Model, RuleRow, TargetView } from '../../view/model.ts';
import { paramsOf } from '../../view/model.ts';
import { caseHref } from '../../view/route.ts';
import { VerdictMark } from '../parts/verdict.tsx';
import { VERDICT_WORDS } from '../../view/words.ts';

/** The same case in the other targets, and the other cases of the same rule. */
export function Neighbours(props: {
  readonly model: Model;
  readonly row: RuleRow;
  readonly view: TargetView;
  readonly id: string;
}): VNode {
  const { model, row, view, id } = props;
  return (
    <>
      <nav class="card neighbours" aria-labelledby="elsewhere">
        <h2 id="elsewhere">In every target</h2>
        <ul>
          {model.targets.map((other) => {
            const verdict = other.cases.get(id)?.verdict;
            return (
              <li key={other.target.id}>
                <a href={caseHref(other.target.id, id)} aria-current={other === view ? 'page' : undefined}>
                  <VerdictMark verdict={verdict} />
                  <span>{other.label}</span>
                  <small>{verdict === undefined ? 'Not run' : VERDICT_WORDS[verdict]}</small>
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
      {row.cases.length < 2 ? null : (
        <nav class="card neighbours" aria-labelledby="siblings">
          <h2 id="siblings">Other cases of this rule</h2>
          <ul>
            {row.cases.map((other) => {
              const verdict = view.cases.get(other)?.verdict;
              const words = paramsOf(other)
                .map(({ name, value }) => `${name} ${value}`)
                .join(', ');
              return (
                <li key={other}>
                  <a href={caseHref(view.target.id, other)} aria-current={other === id ? 'page' : undefined}>
                    <VerdictMark verdict={verdict} />
                    <span>{words === '' ? 'without parameters' : words}</span>
                    <span class="sr">{verdict === undefined ? 'Not run' : VERDICT_WORDS[verdict]}</span>
                  </a>
                </li>
              );
            })}
          </ul>
        </nav>
      )}
    </>
  );
}
