import type { CaseResult, Results, Target, Verdict } from '../harness/protocol/index.ts';
import { casesByRule } from './summary.ts';
import { evidence, tellingAttempt } from './failures.ts';

/** A verdict in the words of Web Platform Tests; a flaky case failed at least once. */
const STATUS = {
  pass: 'PASS',
  fail: 'FAIL',
  flaky: 'FAIL',
  timeout: 'TIMEOUT',
  crash: 'NOTRUN',
  'harness-error': 'NOTRUN',
  blocked: 'PRECONDITION_FAILED',
  unsupported: 'PRECONDITION_FAILED',
} as const satisfies Readonly<Record<Verdict, string>>;

const EXPECTED = 'PASS';

const PRODUCTS = { chromium: 'chromium', firefox: 'firefox', webkit: 'webkitgtk_minibrowser' } as const;

function testStatus(verdicts: readonly Verdict[]): string {
  if (verdicts.includes('crash')) return 'CRASH';
  if (verdicts.includes('harness-error')) return 'ERROR';
  return verdicts.includes('timeout') ? 'TIMEOUT' : 'OK';
}

/** What was expected, where something else came. */
function expectedStatus(result: CaseResult): { readonly expected?: string } {
  const status = STATUS[result.verdict];
  if (result.expected === true) return {};
  const known = result.known?.outcomes.find((outcome) => outcome !== 'pass');
  const expected = known === undefined ? EXPECTED : STATUS[known];
  return status === expected ? {} : { expected };
}

function tests(target: Target): readonly unknown[] {
  return [...casesByRule(target)].map(([rule, cases]) => ({
    test: `/mediarecorder-conformance/${rule.replaceAll('.', '/')}.html`,
    status: testStatus(cases.map(({ verdict }) => verdict)),
    message: null,
    duration: Math.round(
      cases.reduce(
        (sum, { attempts }) => sum + attempts.reduce((own, { durationMs }) => own + durationMs, 0),
        0,
      ),
    ),
    known_intermittent: [],
    subtests: cases.map((result) => {
      const { message } = evidence(tellingAttempt(result));
      const status = STATUS[result.verdict];
      return {
        name: result.id,
        status,
        message: result.verdict === 'pass' ? null : message,
        known_intermittent: [],
        ...expectedStatus(result),
      };
    }),
  }));
}

/** The results of one target as wptrunner writes them. */
function report(results: Results, target: Target): unknown {
  const start = Date.parse(target.startedAt);
  return {
    run_info: {
      product: PRODUCTS[target.engine],
      browser_version: target.browser.version,
      os: results.machine.platform,
      processor: results.machine.arch,
      revision: results.suite.version,
      subject: target.subject.kind === 'native' ? 'native' : `${target.subject.kind} ${target.subject.name}`,
    },
    time_start: start,
    time_end: start + Math.round(target.durationMs),
    results: tests(target),
  };
}

/** wptreport.json: the format holds one browser, so several targets make an array of reports. */
export function wptReport(results: Results): string {
  const reports = results.targets.map((target) => report(results, target));
  return `${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`;
}
