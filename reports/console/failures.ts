import type { Results } from '../../harness/protocol/index.ts';
import { evidence, failuresByRule, tellingAttempt, type Failure, type RuleFailures } from '../failures.ts';
import { targetLabels } from '../labels.ts';
import { isHeld } from '../surprises.ts';
import { cut, labelled, printable } from './layout.ts';
import type { Style } from './palette.ts';

/** More rules than this scroll out of sight; the HTML report has them all. */
const MOST_RULES = 40;

/** Failures that say the same of different targets, so that it is printed once. */
function alike(failures: readonly Failure[]): readonly (readonly Failure[])[] {
  const groups = new Map<string, Failure[]>();
  for (const failure of failures) {
    const { message, expected, actual } = evidence(tellingAttempt(failure.result));
    const key = JSON.stringify([failure.result.id, failure.result.verdict, message, expected, actual]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [failure]);
    else group.push(failure);
  }
  return [...groups.values()];
}

function groupLines(group: readonly Failure[], labels: ReadonlyMap<string, string>, style: Style): string[] {
  const [first] = group;
  if (first === undefined) return [];
  const { colours, columns } = style;
  const { message, expected, actual } = evidence(tellingAttempt(first.result));
  const names = group.map(({ target }) => labels.get(target.id) ?? target.id).join(', ');
  const [, ...params] = first.result.id.split(';');
  const [head = '', ...rest] = labelled(
    `  ${first.result.verdict}  `,
    [names, params.join(' ')].filter((part) => part !== '').join(' · '),
    columns,
  );
  const mark = colours.bad(head.slice(0, first.result.verdict.length + 2));
  const said = expected === undefined && actual === undefined;
  return [
    mark + head.slice(first.result.verdict.length + 2),
    ...rest,
    ...(said ? labelled('    ', message, columns) : []),
    ...(expected === undefined ? [] : labelled('    expected  ', expected, columns)),
    ...(actual === undefined ? [] : labelled('    actual    ', actual, columns)),
  ];
}

function ruleLines(
  { rule, failures }: RuleFailures,
  labels: ReadonlyMap<string, string>,
  style: Style,
): string[] {
  const { colours, columns } = style;
  return [
    colours.strong(cut(printable(rule.id), columns)),
    ...labelled('  ', rule.statement, columns),
    ...labelled('  ', `${rule.level}, ${rule.standing}: ${rule.source.label}`, columns).map(colours.quiet),
    ...alike(failures).flatMap((group) => groupLines(group, labels, style)),
    '',
  ];
}

/** The failures that were not expected, by rule. */
export function failureLines(results: Results, style: Style): readonly string[] {
  const labels = targetLabels(results.targets);
  const groups = failuresByRule(results, ({ result }) => result.expected !== true);
  const failed = groups.reduce((sum, group) => sum + group.failures.length, 0);
  const left = groups.length - MOST_RULES;
  if (failed === 0) return [];
  return [
    style.colours.strong(`Failed${results.targets.some(isHeld) ? ' unexpectedly' : ''}: ${failed}`),
    '',
    ...groups.slice(0, MOST_RULES).flatMap((group) => ruleLines(group, labels, style)),
    ...(left > 0 ? [style.colours.quiet(`… and ${left} more rules, all in the report.`), ''] : []),
  ];
}
