import { surpriseOf, type Verdict } from '../../../harness/protocol/index.ts';
import { breaks, speakers } from '../../findings.ts';
import { isBroken, sectionsOf, standings, type Standings } from '../../summary.ts';
import { unreachable } from '../../unreachable.ts';
import { searchText, type Model, type RuleRow, type TargetView } from './model.ts';
import type { RulesQuery } from './query.ts';

/** One line of the matrix. */
export type MatrixLine =
  | {
      readonly kind: 'section';
      readonly key: string;
      readonly id: string;
      readonly title: string;
      readonly rules: number;
      readonly folded: boolean;
      readonly sums: readonly Standings[];
    }
  | { readonly kind: 'rule'; readonly key: string; readonly row: RuleRow; readonly open: boolean }
  | { readonly kind: 'case'; readonly key: string; readonly row: RuleRow; readonly id: string };

/** The targets whose columns are shown. */
export function shownTargets(model: Model, query: RulesQuery): readonly TargetView[] {
  if (query.engines.length === 0) return model.targets;
  return model.targets.filter(({ target }) => query.engines.includes(target.engine));
}

/** Whether a rule went in the engines as the query asks. */
function isWhere(
  verdicts: readonly (Verdict | undefined)[],
  shown: readonly TargetView[],
  where: string,
): boolean {
  if (where === '' || where === 'unexpected' || where === 'expected') return true;
  const speaks = speakers(shown.map(({ target }) => target));
  const { decided, broken } = breaks(
    shown.map(({ target }) => target.engine),
    verdicts.map((verdict, index) => (speaks[index] === true ? verdict : undefined)),
  );
  if (where === 'disagree') return broken.length > 0 && broken.length < decided.length;
  if (where === 'fails-everywhere') return decided.length > 0 && broken.length === decided.length;
  if (where.startsWith('fails-only-')) {
    const engine = where.slice('fails-only-'.length);
    return decided.length > 1 && broken.length === 1 && broken[0] === engine;
  }
  if (where.startsWith('passes-'))
    return decided.length - broken.length === Number(where.slice('passes-'.length));
  return true;
}

/** Whether a rule has cases that came out as expected, or not, where the query asks for such. */
function isAsAsked(row: RuleRow, shown: readonly TargetView[], where: string): boolean {
  if (where !== 'unexpected' && where !== 'expected') return true;
  return shown.some(({ index }) =>
    row.cells[index]?.cases.some((result) =>
      where === 'expected' ? result.expected === true : surpriseOf(result) !== null,
    ),
  );
}

/** The rules that a query leaves, in the order it asks for. */
export function matchingRows(model: Model, query: RulesQuery): readonly RuleRow[] {
  const shown = shownTargets(model, query);
  const words = query.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const allows = <T>(list: readonly T[], value: T): boolean => list.length === 0 || list.includes(value);
  const verdictsOf = (row: RuleRow): readonly (Verdict | undefined)[] =>
    shown.map(({ index }) => row.cells[index]?.verdict);
  const rows = model.rows.filter((row) => {
    const { rule } = row;
    if (!allows(query.levels, rule.level) || !allows(query.standings, rule.standing)) return false;
    if (!allows(query.sections, rule.section)) return false;
    const verdicts = verdictsOf(row);
    if (
      query.verdicts.length > 0 &&
      !shown.some(({ index }) =>
        row.cells[index]?.cases.some(({ verdict }) => query.verdicts.includes(verdict)),
      )
    )
      return false;
    if (!isWhere(verdicts, shown, query.where) || !isAsAsked(row, shown, query.where)) return false;
    return words.every((word) => searchText(row).includes(word));
  });
  switch (query.sort) {
    case 'spec':
      return rows;
    case 'name':
      return rows.toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
    case 'failures': {
      const failing = (row: RuleRow): number =>
        verdictsOf(row).filter((verdict) => verdict !== undefined && isBroken(verdict)).length;
      return rows.toSorted((a, b) => failing(b) - failing(a));
    }
    default:
      return unreachable(query.sort);
  }
}

function linesOfRule(row: RuleRow, query: RulesQuery): readonly MatrixLine[] {
  const open = query.open.includes(row.rule.id);
  return [
    { kind: 'rule', key: row.rule.id, row, open },
    ...(open
      ? row.cases.map((id) => ({ kind: 'case' as const, key: id === row.rule.id ? `${id};` : id, row, id }))
      : []),
  ];
}

/** The lines of the matrix: sections with their sums and rules, or rules alone when another order is asked for. */
export function matrixLines(
  model: Model,
  query: RulesQuery,
  rows: readonly RuleRow[],
): readonly MatrixLine[] {
  if (query.sort !== 'spec') return rows.flatMap((row) => linesOfRule(row, query));
  const byId = new Map(rows.map((row) => [row.rule.id, row]));
  const shown = shownTargets(model, query);
  return sectionsOf(rows.map(({ rule }) => rule)).flatMap((section): readonly MatrixLine[] => {
    const own = section.rules.flatMap((rule) => byId.get(rule.id) ?? []);
    const folded = query.folded.includes(section.id);
    const sums = shown.map(({ index }) => standings(own.map((row) => row.cells[index]?.verdict)));
    const { id, title } = section;
    return [
      { kind: 'section', key: `section ${id}`, id, title, rules: own.length, folded, sums },
      ...(folded ? [] : own.flatMap((row) => linesOfRule(row, query))),
    ];
  });
}
