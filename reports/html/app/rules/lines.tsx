import type { VNode } from 'preact';
import { plural } from '../../../plural.ts';
import { isBroken, type Standings } from '../../../summary.ts';
import { paramsOf, type RuleCell, type RuleRow, type TargetView } from '../../view/model.ts';
import type { MatrixLine } from '../../view/rows.ts';
import { caseHref } from '../../view/route.ts';
import { VERDICT_WORDS } from '../../view/words.ts';
import { VerdictMark } from '../parts/verdict.tsx';

/** What a line needs to draw itself. */
export interface LineProps<Kind extends MatrixLine['kind']> {
  readonly line: Extract<MatrixLine, { kind: Kind }>;
  readonly shown: readonly TargetView[];
  readonly height: number;
  /** The attributes that let the arrow keys find a cell. */
  readonly place: (column: number) => Readonly<Record<string, string | number>>;
  readonly rowIndex: number;
  readonly toggle: () => void;
}

function sumWords({ kept, decided }: Standings): string {
  return decided === 0 ? '–' : `${kept}/${decided}`;
}

/** A section: its name, which folds it, and what its shown rules add up to in each target. */
export function SectionLine(props: LineProps<'section'>): VNode {
  const { line, shown, height, place, rowIndex, toggle } = props;
  return (
    <tr class="section" style={{ height }} aria-rowindex={rowIndex}>
      <th scope="rowgroup">
        <button type="button" class="twist" aria-expanded={!line.folded} onClick={toggle} {...place(0)}>
          <span class="arrow" aria-hidden="true" />
          {line.title} <small>{plural(line.rules, 'rule')}</small>
        </button>
      </th>
      {shown.map((view, index) => {
        const sums = line.sums[index];
        return (
          <td key={view.target.id} {...place(index + 1)}>
            {sums === undefined ? '' : sumWords(sums)}
            <span class="sr"> rules kept of rules decided</span>
          </td>
        );
      })}
    </tr>
  );
}

/** The case of a cell that a reader wants to see first. */
export function telling(cell: RuleCell): string | undefined {
  const broken = cell.cases.find(({ verdict }) => isBroken(verdict));
  const odd = cell.cases.find(({ verdict }) => verdict === cell.verdict);
  return (broken ?? odd ?? cell.cases[0])?.id;
}

const AS_KNOWN = ', as is known';

/** Whether what a cell shows was known beforehand, where anything was. */
function expectationNote({ cases }: RuleCell): string {
  if (cases.some(({ expected }) => expected === false)) return ', not expected';
  return cases.some(({ expected }) => expected === true) ? AS_KNOWN : '';
}

function CellLink(props: {
  readonly cell: RuleCell;
  readonly view: TargetView;
  readonly row: RuleRow;
  readonly place: Readonly<Record<string, string | number>>;
}): VNode {
  const { cell, view, row, place } = props;
  const id = telling(cell);
  if (id === undefined)
    return (
      <span class="cell none" {...place}>
        <VerdictMark verdict={undefined} />
        <span class="sr">Not run</span>
      </span>
    );
  const word = cell.verdict === undefined ? 'Not run' : VERDICT_WORDS[cell.verdict];
  const mixed = cell.passed !== cell.cases.length && cell.cases.length > 1;
  const note = expectationNote(cell);
  return (
    <a
      class={`cell c-${cell.verdict ?? 'none'}`}
      href={caseHref(view.target.id, id)}
      title={`${word} in ${view.long}${note}`}
      {...place}
    >
      <VerdictMark verdict={cell.verdict} />
      {note === '' ? null : <small aria-hidden="true">{note === AS_KNOWN ? 'known' : 'new'}</small>}
      {mixed ? (
        <small aria-hidden="true">
          {cell.passed}/{cell.cases.length}
        </small>
      ) : null}
      <span class="sr">
        {word}
        {mixed
          ? `, ${cell.passed} of ${plural(cell.cases.length, 'case')} ${cell.passed === 1 ? 'passes' : 'pass'}`
          : ''}
        {note}: {row.rule.id} in {view.label}
      </span>
    </a>
  );
}

/** A rule: its words, and its verdict in each target. */
export function RuleLine(props: LineProps<'rule'>): VNode {
  const { line, shown, height, place, rowIndex, toggle } = props;
  const { row, open } = line;
  const { rule } = row;
  const focus = shown.find(({ index }) => {
    const verdict = row.cells[index]?.verdict;
    return verdict !== undefined && isBroken(verdict);
  });
  const target = focus ?? shown[0];
  const id = target === undefined ? undefined : telling(row.cells[target.index] ?? row.cells[0] ?? NOTHING);
  const several = row.cases.length > 1;
  const odd = rule.level !== 'must' || (rule.standing !== 'settled' && rule.standing !== 'recent');
  return (
    <tr class="rule" style={{ height }} aria-rowindex={rowIndex}>
      <th scope="row">
        <div class="rule-head">
          {several ? (
            <button
              type="button"
              class="twist bare"
              aria-expanded={open}
              aria-label={`${plural(row.cases.length, 'case')} of ${rule.id}`}
              onClick={toggle}
              {...place(0)}
            >
              <span class="arrow" aria-hidden="true" />
            </button>
          ) : null}
          <span class="rule-words">
            {id === undefined || target === undefined ? (
              <span class="statement">{rule.statement}</span>
            ) : (
              <a
                class="statement"
                href={caseHref(target.target.id, id)}
                {...(several ? { tabIndex: -1 } : place(0))}
              >
                {rule.statement}
              </a>
            )}
            <span class="rule-id">
              <code>{rule.id}</code>
              {odd ? <em>{`${rule.level}, ${rule.standing}`}</em> : null}
            </span>
          </span>
        </div>
      </th>
      {shown.map((view, index) => (
        <td key={view.target.id}>
          <CellLink cell={row.cells[view.index] ?? NOTHING} view={view} row={row} place={place(index + 1)} />
        </td>
      ))}
    </tr>
  );
}

const NOTHING: RuleCell = { verdict: undefined, cases: [], passed: 0 };

/** A case of an opened rule: its parameters, and its verdict in each target. */
export function CaseLine(props: LineProps<'case'>): VNode {
  const { line, shown, height, place, rowIndex } = props;
  const params = paramsOf(line.id);
  return (
    <tr class="case" style={{ height }} aria-rowindex={rowIndex}>
      <th scope="row">
        <span class="params" {...place(0)}>
          {params.length === 0
            ? 'without parameters'
            : params.map(({ name, value }) => (
                <span key={name}>
                  {name} <b>{value}</b>
                </span>
              ))}
        </span>
      </th>
      {shown.map((view, index) => {
        const result = view.cases.get(line.id);
        const cell: RuleCell =
          result === undefined
            ? NOTHING
            : { verdict: result.verdict, cases: [result], passed: result.verdict === 'pass' ? 1 : 0 };
        return (
          <td key={view.target.id}>
            <CellLink cell={cell} view={view} row={line.row} place={place(index + 1)} />
          </td>
        );
      })}
    </tr>
  );
}
