import type { Results } from '../../harness/protocol/index.ts';
import { summarise } from '../summary.ts';
import { failureLines } from './failures.ts';
import { labelled } from './layout.ts';
import { metricLines } from './metrics.ts';
import { problemTexts, steadinessLines } from './steadiness.ts';
import { palette } from './palette.ts';
import { tableLines } from './table.ts';
import { plural } from '../plural.ts';

/** What the console report needs to know of the terminal. */
export interface ConsoleStyle {
  readonly colour: boolean;
  readonly columns: number;
}

/** Why a run ended before its end. */
const STOPPED = {
  interrupted: ', for it was interrupted',
  'time-limit': ', for its time was up',
  bail: ', for enough was unexpected',
  unknown: '',
} as const;

/** The figures as a table, then what failed with expected and actual; never wider than the terminal. */
export function consoleReport(results: Results, style: ConsoleStyle): string {
  const colours = palette(style.colour);
  const columns = Math.max(40, style.columns);
  const summary = summarise(results);
  const incidents = results.targets.flatMap((target) =>
    target.incidents.map((incident) => `${target.id}: ${incident.message}`),
  );
  const warnings = [
    ...(summary.complete
      ? []
      : [
          `This run is incomplete${STOPPED[results.stopped ?? 'unknown']}: ${plural(results.notRun.length, 'case')} ${results.notRun.length === 1 ? 'was' : 'were'} not run everywhere.`,
        ]),
    ...problemTexts(results),
    ...incidents,
  ];
  return [
    ...failureLines(results, { colours, columns }),
    ...steadinessLines(results, { colours, columns }),
    ...tableLines(results, summary, { colours, columns }),
    ...metricLines(results, { colours, columns }),
    ...(warnings.length > 0
      ? ['', ...warnings.flatMap((text) => labelled('! ', text, columns)).map(colours.odd)]
      : []),
    '',
  ].join('\n');
}
