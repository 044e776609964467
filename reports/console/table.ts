import { VERDICTS, type Results } from '../../harness/protocol/index.ts';
import { targetLabels } from '../labels.ts';
import type { Kept, Standings, Summary } from '../summary.ts';
import { cut, printable, wrap } from './layout.ts';
import type { Paint, Palette, Style } from './palette.ts';

interface Cell {
  readonly text: string;
  readonly paint: Paint;
}

interface Row {
  readonly head: Cell;
  readonly cells: readonly Cell[];
}

const HEAD_WIDTH = 24;
const CELL_WIDTH = 22;

function fraction({ kept, decided }: Kept, colours: Palette): Cell {
  if (decided === 0) return { text: '–', paint: colours.quiet };
  return { text: `${kept} of ${decided}`, paint: kept === decided ? colours.good : colours.bad };
}

function count(value: number, colours: Palette, paint: Paint): Cell {
  return { text: value === 0 ? '–' : String(value), paint: value === 0 ? colours.quiet : paint };
}

function rowsOf(summary: Summary, colours: Palette): readonly (Row | 'rule')[] {
  const plain = (text: string): Cell => ({ text, paint: (same) => same });
  const quiet = (text: string): Cell => ({ text, paint: colours.quiet });
  const of = (head: string, pick: (standings: Standings) => number): Row => ({
    head: quiet(`  ${head}`),
    cells: summary.targets.map(({ conformance }) => count(pick(conformance), colours, colours.odd)),
  });
  const undecided = [
    of('blocked here', (standings) => standings.blocked),
    of('unsupported', (standings) => standings.unsupported),
    of('harness error', (standings) => standings.harnessError),
    of('not run', (standings) => standings.notRun),
  ].filter((row) => row.cells.some((cell) => cell.text !== '–'));
  const beside = (head: string, group: 'beyond' | 'unclear' | 'beside'): Row => ({
    head: plain(head),
    cells: summary.targets.map((target) => ({ ...fraction(target[group], colours), paint: colours.quiet })),
  });
  const verdicts = VERDICTS.filter((verdict) => summary.targets.some(({ tally }) => tally[verdict] > 0));
  return [
    ...summary.sections.map((section) => ({
      head: plain(section.title),
      cells: section.cells.map((cell) => fraction(cell, colours)),
    })),
    'rule',
    {
      head: { text: 'Must-rules kept', paint: colours.strong },
      cells: summary.targets.map(({ conformance }) => fraction(conformance, colours)),
    },
    ...undecided,
    ...(summary.targets.some(({ beyond }) => beyond.decided > 0)
      ? [beside('Beyond any script', 'beyond')]
      : []),
    beside('Unclear text', 'unclear'),
    beside('Should, may, practice', 'beside'),
    'rule',
    ...verdicts.map((verdict) => ({
      head: quiet(`Cases: ${verdict}`),
      cells: summary.targets.map(({ tally }) => count(tally[verdict], colours, (text) => text)),
    })),
  ];
}

function line(row: Row, heads: number, width: number): string {
  const pad = (cell: Cell, to: number): string => ' '.repeat(Math.max(0, to - cell.text.length));
  const head = { ...row.head, text: cut(printable(row.head.text), heads - 1) };
  const cells = row.cells.map((cell) => {
    const short = { ...cell, text: cut(printable(cell.text), width - 1) };
    return pad(short, width) + short.paint(short.text);
  });
  return (head.paint(head.text) + pad(head, heads) + cells.join('')).trimEnd();
}

/** The names of targets above their columns, each in as many lines as it needs. */
function headLines(names: readonly string[], width: number, colours: Palette): readonly string[] {
  const wrapped = names.map((name) => wrap(name, width - 2));
  const height = Math.max(...wrapped.map((own) => own.length));
  return Array.from({ length: height }, (_, index) => {
    const cells = wrapped.map((own) => ({
      text: own[index - height + own.length] ?? '',
      paint: colours.strong,
    }));
    return line(
      { head: { text: index === height - 1 ? 'Rules kept' : '', paint: colours.strong }, cells },
      HEAD_WIDTH,
      width,
    );
  });
}

/** The figures as a table, sections × targets; many targets make several tables below each other. */
export function tableLines(
  results: Results,
  summary: Summary,
  { colours, columns }: Style,
): readonly string[] {
  const labels = targetLabels(results.targets);
  const names = results.targets.map(({ id }) => labels.get(id) ?? id);
  const wanted = Math.max(10, ...names.map((name) => name.length + 2));
  const width = Math.min(CELL_WIDTH, columns - HEAD_WIDTH, wanted);
  const perTable = Math.max(1, Math.floor((columns - HEAD_WIDTH) / width));
  const rows = rowsOf(summary, colours);
  const lines: string[] = [];
  for (let from = 0; from < names.length; from += perTable) {
    const slice = <T>(cells: readonly T[]): readonly T[] => cells.slice(from, from + perTable);
    if (from > 0) lines.push('');
    lines.push(...headLines(slice(names), width, colours));
    for (const row of rows) {
      if (row === 'rule') lines.push(colours.quiet('─'.repeat(HEAD_WIDTH + width * slice(names).length)));
      else lines.push(line({ head: row.head, cells: slice(row.cells) }, HEAD_WIDTH, width));
    }
  }
  return lines;
}
