import type { VNode } from 'preact';
import { plural } from '../../../plural.ts';
import { codecWords, containerWords } from '../../view/format-names.ts';
import { formatsOf, type FormatCell, type FormatRow } from '../../view/formats.ts';
import type { Model, TargetView } from '../../view/model.ts';
import { caseHref } from '../../view/route.ts';
import { VERDICT_WORDS } from '../../view/words.ts';
import { TargetHead } from '../parts/target-head.tsx';
import { VerdictMark } from '../parts/verdict.tsx';
import { telling } from '../rules/lines.tsx';

const ANSWERS = { yes: 'Says yes', no: 'Says no', 'not asked': 'Not asked' } as const;

function Word({ cell, view }: { readonly cell: FormatCell; readonly view: TargetView }): VNode {
  const words = <span class={`word w-${cell.word === 'yes' ? 'yes' : 'no'}`}>{ANSWERS[cell.word]}</span>;
  if (cell.asked === undefined) return words;
  return (
    <a class="format-side" href={caseHref(view.target.id, cell.asked)}>
      {words}
    </a>
  );
}

function Deed({ cell, view }: { readonly cell: FormatCell; readonly view: TargetView }): VNode | null {
  const { deed } = cell;
  const id = telling(deed);
  if (id === undefined || deed.verdict === undefined) return null;
  const all = deed.passed === deed.cases.length;
  return (
    <a class="format-side" href={caseHref(view.target.id, id)}>
      <VerdictMark verdict={deed.verdict} />
      {all
        ? `${plural(deed.cases.length, 'case')} ${deed.cases.length === 1 ? 'passes' : 'pass'}`
        : `${deed.passed} of ${deed.cases.length} pass`}
      <span class="sr">, {VERDICT_WORDS[deed.verdict]}</span>
    </a>
  );
}

function Row({ row, model }: { readonly row: FormatRow; readonly model: Model }): VNode {
  return (
    <tr>
      <th scope="row">
        {codecWords(row.name.codecs)}
        <code>{row.type}</code>
      </th>
      {model.targets.map((view) => {
        const cell = row.cells[view.index];
        return (
          <td key={view.target.id} class={cell?.word === 'yes' ? 'offered' : ''}>
            {cell === undefined ? null : (
              <>
                <Word cell={cell} view={view} />
                <Deed cell={cell} view={view} />
              </>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** What each target says of a format, and what comes of recording it. */
export function FormatsView({ model }: { readonly model: Model }): VNode {
  const { containers, nowhere } = formatsOf(model);
  return (
    <>
      <h1>Formats</h1>
      <p class="lead">
        By word: what isTypeSupported() answers. By deed: how many of the cases that record in the format
        pass, of those that could be decided.
      </p>
      {containers.length === 0 ? (
        <p class="empty">No target of this run offers a format that a case names.</p>
      ) : (
        <div class="scroll card" tabIndex={0} role="region" aria-label="Formats by target">
          <table class="plain formats">
            <TargetHead of="Container and codecs" model={model} />
            {containers.map(({ container, rows }) => (
              <tbody key={container}>
                <tr class="container">
                  <th scope="rowgroup" colSpan={model.targets.length + 1}>
                    <code>{container}</code> {containerWords(container)}
                  </th>
                </tr>
                {rows.map((row) => (
                  <Row key={row.type} row={row} model={model} />
                ))}
              </tbody>
            ))}
          </table>
        </div>
      )}
      {nowhere.length === 0 ? null : (
        <details class="nowhere">
          <summary>{plural(nowhere.length, 'format')} that no target offers</summary>
          <ul>
            {nowhere.map(({ type }) => (
              <li key={type}>
                <code>{type}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
