import { consoleReport } from './console/index.ts';
import { htmlReport } from './html/index.ts';
import type { Reporter } from './reporter.ts';

/** Every reporter by the name that --reporter takes; adding one means adding a file and a line here. */
export const REPORTERS = {
  console: { file: 'report.txt', prints: true, render: consoleReport },
  json: {
    file: 'results.json',
    prints: false,
    render: (results) => `${JSON.stringify(results, null, 2)}\n`,
  },
  html: {
    file: 'index.html',
    prints: false,
    render: (results, context) => htmlReport(results, context.template, context),
  },
} as const satisfies Readonly<Record<string, Reporter>>;

/** The name of a reporter. */
export type ReporterName = keyof typeof REPORTERS;
