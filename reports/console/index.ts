import type { Results } from '../../harness/protocol/index.ts';
import { summarise } from '../summary.ts';
import { conclusionLines } from './conclusion.ts';
import { failureLines } from './failures.ts';
import { labelled } from './layout.ts';
import { metricLines } from './metrics.ts';
import { problemTexts, steadinessLines } from './steadiness.ts';
import { palette, type Style } from './palette.ts';
import { tableLines } from './table.ts';
import { plural } from '../plural.ts';

/** What the console report needs to know of the terminal, and of what is made beside it. */
export interface ConsoleContext {
  readonly colour: boolean;
  readonly columns: number;
  /** The HTML report, as the reader can open it. */
  readonly page?: string;
}

/** Why a run ended before its end. */
const STOPPED = {
  interrupted: ', for it was interrupted',
  'time-limit': ', for its time was up',
  bail: ', for enough was unexpected',
  unknown: '',
} as const;

/**
 * The figures as a table, then what was not expected with its evidence, and last what a reader sees first on a
 * terminal: the verdict for each target, what to look at, and where the whole report is. Never wider than the terminal.
 */
export function consoleReport(results: Results, { colour, columns: given, page }: ConsoleContext): string {
  const style = { colours: palette(colour), columns: Math.max(40, given) };
  const summary = summarise(results);
  return [
    ...tableLines(results, summary, style),
    '',
    ...metricLines(results, style),
    ...failureLines(results, style),
    ...steadinessLines(results, style),
    ...warningLines(results, summary.complete, style),
    ...conclusionLines(results, summary, style, page),
    '',
  ].join('\n');
}

/** What keeps the figures from being taken at their word. */
function warningLines(results: Results, complete: boolean, { colours, columns }: Style): readonly string[] {
  const incidents = results.targets.flatMap((target) =>
    target.incidents.map((incident) => `${target.id}: ${incident.message}`),
  );
  const warnings = [
    ...(complete
      ? []
      : [
          `This run is incomplete${STOPPED[results.stopped ?? 'unknown']}: ${plural(results.notRun.length, 'case')} ${results.notRun.length === 1 ? 'was' : 'were'} not run everywhere.`,
        ]),
    ...problemTexts(results),
    ...incidents,
  ];
  if (warnings.length === 0) return [];
  return [...warnings.flatMap((text) => labelled('! ', text, columns)).map(colours.odd), ''];
}
