import { isJudged, type Results } from '../../harness/protocol/index.ts';
import { targetLabels } from '../labels.ts';
import { metricRows, spreadText, type MetricRow } from '../metrics.ts';
import { plural } from '../plural.ts';
import { cut, labelled, printable } from './layout.ts';
import type { Style } from './palette.ts';

const INDENT = '  ';
/** Wide enough for a median, its middle half and their number. */
const WIDTH = 29;

/** What was measured: all of it where a run is about nothing else, else how much there is to be read elsewhere. */
export function metricLines(results: Results, style: Style): readonly string[] {
  const rows = metricRows(results);
  if (rows.length === 0) return [];
  if (!results.rules.some(isJudged)) return figureLines(results, rows, style);
  const count = plural(rows.length, 'metric');
  return [
    ...labelled('', `${count} measured, shown in the HTML and Markdown reports.`, style.columns),
    '',
  ].map(style.colours.quiet);
}

/** Each metric below its name, with one column for each target. */
function figureLines(
  results: Results,
  rows: readonly MetricRow[],
  { colours, columns }: Style,
): readonly string[] {
  const labels = targetLabels(results.targets);
  const perTable = Math.max(1, Math.floor((columns - INDENT.length) / WIDTH));
  const lines = [colours.strong('Measured, never judged: median (middle half), n samples')];
  for (let from = 0; from < results.targets.length; from += perTable) {
    const slice = <T>(cells: readonly T[]): readonly T[] => cells.slice(from, from + perTable);
    lines.push(columnsOf(slice(results.targets.map(({ id }) => labels.get(id) ?? id))));
    for (const { name, unit, cells } of rows)
      lines.push(
        cut(printable(`${name}, in ${unit}`), columns),
        colours.quiet(columnsOf(slice(cells).map(spreadText))),
      );
  }
  return [...lines, ''];
}

function columnsOf(cells: readonly string[]): string {
  return `${INDENT}${cells.map((cell) => cut(printable(cell), WIDTH - 1).padEnd(WIDTH)).join('')}`.trimEnd();
}
