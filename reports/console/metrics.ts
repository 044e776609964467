import type { Results } from '../../harness/protocol/index.ts';
import { targetLabels } from '../labels.ts';
import { metricRows, spreadText } from '../metrics.ts';
import { cut, printable } from './layout.ts';
import type { Palette } from './palette.ts';

const INDENT = '  ';
/** Wide enough for a median, its middle half and their number. */
const WIDTH = 29;

/** What was measured, each metric below its name with one column for each target. */
export function metricLines(
  results: Results,
  style: { readonly colours: Palette; readonly columns: number },
): readonly string[] {
  const { colours, columns } = style;
  const rows = metricRows(results);
  if (rows.length === 0) return [];
  const labels = targetLabels(results.targets);
  const perTable = Math.max(1, Math.floor((columns - INDENT.length) / WIDTH));
  const lines = ['', colours.strong('Measured, never judged: median (middle half), n samples')];
  for (let from = 0; from < results.targets.length; from += perTable) {
    const slice = <T>(cells: readonly T[]): readonly T[] => cells.slice(from, from + perTable);
    lines.push(columnsOf(slice(results.targets.map(({ id }) => labels.get(id) ?? id))));
    for (const { name, unit, cells } of rows)
      lines.push(
        cut(printable(`${name}, in ${unit}`), columns),
        colours.quiet(columnsOf(slice(cells).map(spreadText))),
      );
  }
  return lines;
}

function columnsOf(cells: readonly string[]): string {
  return `${INDENT}${cells.map((cell) => cut(printable(cell), WIDTH - 1).padEnd(WIDTH)).join('')}`.trimEnd();
}
