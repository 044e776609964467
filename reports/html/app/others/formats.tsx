import type { VNode } from 'preact';
import { formatsOf } from '../../view/formats.ts';
import type { Model, RuleCell, TargetView } from '../../view/model.ts';
import { caseHref } from '../../view/route.ts';
import { VERDICT_WORDS } from '../../view/words.ts';
import { VerdictMark } from '../parts/verdict.tsx';
import { telling } from '../rules/lines.tsx';

function Side(props: {
  readonly name: string;
  readonly cell: RuleCell | undefined;
  readonly view: TargetView;
}): VNode | null {
  const { name, cell, view } = props;
  const id = cell === undefined ? undefined : telling(cell);
  if (cell === undefined || id === undefined || cell.verdict === undefined) return null;
  return (
    <a class="format-side" href={caseHref(view.target.id, id)}>
      <VerdictMark verdict={cell.verdict} /> {name}{' '}
      <span class="quiet">
        {cell.passed} of {cell.cases.length}
      </span>
      <span class="sr"> cases pass: {VERDICT_WORDS[cell.verdict]}</span>
    </a>
  );
}

/** What each target says of a format, and what comes of recording it. */
export function FormatsView({ model }: { readonly model: Model }): VNode {
  const { rows } = formatsOf(model);
  return (
    <>
      <h1>Formats</h1>
      <p class="lead">
        By word: what the recorder answers when it is asked about a format. By deed: what came of the cases
        that record in it, as cases passed of cases run.
      </p>
      {rows.length === 0 ? (
        <p class="empty">No case of this run names a format.</p>
      ) : (
        <div class="scroll card" tabIndex={0} role="region" aria-label="Formats by target">
          <table class="plain">
            <thead>
              <tr>
                <th scope="col">Format</th>
                {model.targets.map((view) => (
                  <th key={view.target.id} scope="col">
                    {view.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.format}>
                  <th scope="row">
                    <code>{row.format}</code>
                  </th>
                  {model.targets.map((view) => (
                    <td key={view.target.id}>
                      <Side name="word" cell={row.word[view.index]} view={view} />
                      <Side name="deed" cell={row.deed[view.index]} view={view} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
