import type { Results } from '../harness/protocol/index.ts';
import { compare } from './compare.ts';
import { comparisonMarkdown, comparisonText } from './comparison.ts';
import { htmlReport } from './html/index.ts';
import type { ReportContext } from './reporter.ts';

/** Two runs of the same targets. */
interface Runs {
  readonly before: Results;
  readonly after: Results;
}

/** One way to tell what changed between two runs. */
export interface ComparisonReporter {
  /** The file's name in the output folder. */
  readonly file: string;
  /** Whether it is printed unless a file is named. */
  readonly prints: boolean;
  readonly render: (runs: Runs, context: ReportContext) => string;
}

/** Every form of a comparison by the name that --reporter takes. */
export const COMPARISON_REPORTERS = {
  console: {
    file: 'comparison.txt',
    prints: true,
    render: ({ before, after }, { colour }) => comparisonText(compare(before, after), colour),
  },
  markdown: {
    file: 'comparison.md',
    prints: true,
    render: ({ before, after }) => comparisonMarkdown(compare(before, after)),
  },
  json: {
    file: 'comparison.json',
    prints: true,
    render: ({ before, after }) => `${JSON.stringify(compare(before, after), null, 2)}\n`,
  },
  html: {
    file: 'comparison.html',
    prints: false,
    render: ({ before, after }, context) =>
      htmlReport(after, context.template, { ...context, baseline: before }),
  },
} as const satisfies Readonly<Record<string, ComparisonReporter>>;

/** The name of a form of a comparison. */
export type ComparisonReporterName = keyof typeof COMPARISON_REPORTERS;
