import type { Results } from '../harness/protocol/index.ts';
import { printable } from './console/layout.ts';
import { evidence, failuresByRule, tellingAttempt } from './failures.ts';
import { targetLabels } from './labels.ts';
import { expectationProblems, knownWords, unexpectedPasses } from './surprises.ts';

/** GitHub shows ten annotations of each kind a step; more are only noise in the log. */
const MOST = 10;

function data(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** GitHub Actions annotations: rules that failed unexpectedly, cases that passed so, expectations to mend. */
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
  const passes = unexpectedPasses(results)
    .slice(0, MOST)
    .map(({ target, result, known }) => {
      const said = `${labels.get(target.id) ?? target.id}: ${result.id} passed, ${knownWords(known)}`;
      return `::error title=${property(`${result.rule} passed unexpectedly`)}::${data(said)}`;
    });
  const problems = expectationProblems(results)
    .slice(0, MOST)
    .map(
      ({ file, line, message }) =>
        `::warning title=${property(`expectations ${file}`)}::${data(`line ${line}: ${message}`)}`,
    );
  return [...annotations, ...more, ...passes, ...problems].map((line) => `${line}\n`).join('');
}
