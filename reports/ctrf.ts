import type { CaseResult, Results, Target, Verdict } from '../harness/protocol/index.ts';
import { evidence, tellingAttempt } from './failures.ts';
import { longLabel } from './labels.ts';

/** A verdict in CTRF's words. */
const STATUS = {
  pass: 'passed',
  fail: 'failed',
  flaky: 'failed',
  timeout: 'failed',
  crash: 'failed',
  'harness-error': 'other',
  blocked: 'skipped',
  unsupported: 'skipped',
} as const satisfies Readonly<Record<Verdict, string>>;

function test(target: Target, result: CaseResult): Readonly<Record<string, unknown>> {
  const told = tellingAttempt(result);
  const { message } = evidence(told);
  const stack = told !== undefined && 'stack' in told ? told.stack : undefined;
  return {
    name: `${result.id} [${target.id}]`,
    status: STATUS[result.verdict],
    duration: Math.round(result.attempts.reduce((sum, { durationMs }) => sum + durationMs, 0)),
    suite: [target.id, result.rule],
    rawStatus: result.verdict,
    browser: longLabel(target),
    retries: Math.max(0, result.attempts.filter(({ outcome }) => outcome !== 'collateral').length - 1),
    // CTRF calls flaky only what passed in the end; here a flaky case has failed, and both facts stay visible.
    ...(result.verdict === 'flaky' ? { tags: ['flaky'] } : {}),
    ...(result.expected === undefined ? {} : { extra: { expected: result.expected } }),
    ...(result.verdict === 'pass' ? {} : { message }),
    ...(stack === undefined ? {} : { trace: stack }),
  };
}

/** CTRF JSON: one flat list of tests, a test per case and target. */
export function ctrfReport(results: Results): string {
  const all = results.targets.flatMap((target) => target.cases.map((result) => test(target, result)));
  const count = (status: string): number => all.filter((entry) => entry['status'] === status).length;
  const start = Date.parse(results.startedAt);
  const report = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    results: {
      tool: { name: 'mediarecorder-conformance', version: results.suite.version },
      summary: {
        tests: all.length,
        passed: count('passed'),
        failed: count('failed'),
        pending: 0,
        skipped: count('skipped'),
        other: count('other'),
        start,
        stop: start + Math.round(results.durationMs),
      },
      tests: all,
      environment: {
        osPlatform: results.machine.platform,
        extra: { specRevision: results.suite.specRevision, arch: results.machine.arch },
      },
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
