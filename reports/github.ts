import type { Results } from '../harness/protocol/index.ts';
import { printable } from './console/layout.ts';
import { evidence, failuresByRule, tellingAttempt } from './failures.ts';
import { targetLabels } from './labels.ts';

/** GitHub shows ten annotations of each kind a step; more are only noise in the log. */
const MOST = 10;

function data(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** GitHub Actions annotations, one for each rule that failed unexpectedly. */
export function githubReport(results: Results): string {
  const labels = targetLabels(results.targets);
  const groups = failuresByRule(results, ({ result }) => result.expected !== true);
  const annotations = groups.slice(0, MOST).map(({ rule, failures }) => {
    const seen = failures.map(({ target, result }) => {
      const { message, expected, actual } = evidence(tellingAttempt(result));
      const said = actual === undefined ? message : `expected ${expected ?? ''}, seen ${actual}`;
      return `${labels.get(target.id) ?? target.id}: ${result.verdict}, ${result.id}: ${said}`;
    });
    return `::error title=${property(rule.id)}::${data([rule.statement, ...seen].join('\n'))}`;
  });
  const left = groups.length - MOST;
  const more =
    left > 0 ? [`::notice title=mediarecorder-conformance::${left} more rules failed unexpectedly`] : [];
  return [...annotations, ...more].map((line) => `${line}\n`).join('');
}
