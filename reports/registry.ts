import { badgeJson, badgeSvg } from './badge.ts';
import { compatReport } from './compat.ts';
import { consoleReport } from './console/index.ts';
import { ctrfReport } from './ctrf.ts';
import { githubReport } from './github.ts';
import { htmlReport } from './html/index.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown/index.ts';
import type { Reporter } from './reporter.ts';
import { tapReport } from './tap.ts';
import { timingsReport } from './timings.ts';
import { wptReport } from './wptreport.ts';

/** Every reporter by the name that --reporter takes; adding one means adding a file and a line here. */
export const REPORTERS = {
  console: { file: 'report.txt', prints: true, render: consoleReport },
  json: { file: 'results.json', prints: false, render: jsonReport },
  html: {
    file: 'index.html',
    prints: false,
    render: (results, context) => htmlReport(results, context.template, context),
  },
  junit: { file: 'junit.xml', prints: false, render: junitReport },
  markdown: {
    file: 'summary.md',
    prints: false,
    render: (results, context) => markdownReport(results, context.report),
  },
  github: { file: 'annotations.txt', prints: true, render: githubReport },
  wptreport: { file: 'wptreport.json', prints: false, render: wptReport },
  ctrf: { file: 'ctrf.json', prints: false, render: ctrfReport },
  tap: { file: 'results.tap', prints: false, render: tapReport },
  timings: { file: 'timings.txt', prints: true, render: timingsReport },
  badge: { file: 'badge.svg', prints: false, render: badgeSvg },
  'badge-json': { file: 'badge.json', prints: false, render: badgeJson },
  compat: {
    file: 'compat.json',
    prints: false,
    render: (results, context) => compatReport(results, context.published),
  },
} as const satisfies Readonly<Record<string, Reporter>>;

/** The name of a reporter. */
export type ReporterName = keyof typeof REPORTERS;
