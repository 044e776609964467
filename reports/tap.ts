import type { CaseResult, Results, Target } from '../harness/protocol/index.ts';
import { evidence, tellingAttempt } from './failures.ts';
import { knownWords } from './surprises.ts';

/** A description that cannot be read as a directive or as another line. */
function description(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('\\', '\\\\').replaceAll('#', '\\#');
}

/** A JSON string is a YAML string too. */
function yaml(values: Readonly<Record<string, string | undefined>>): readonly string[] {
  const lines = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name}: ${JSON.stringify(value)}`],
  );
  return ['  ---', ...lines, '  ...'];
}

function lines(target: Target, result: CaseResult, number: number): readonly string[] {
  const name = `${number} - ${description(`${target.id} ${result.id}`)}`;
  const { message, expected, actual } = evidence(tellingAttempt(result));
  const known = result.known === undefined ? 'expected' : description(knownWords(result.known));
  switch (result.verdict) {
    case 'pass':
      return [result.expected === false ? `ok ${name} # TODO ${known}` : `ok ${name}`];
    case 'blocked':
    case 'unsupported':
      return [`ok ${name} # SKIP ${result.verdict}: ${description(message)}`];
    default:
      return [
        `not ok ${name}${result.expected === true ? ` # TODO ${known}` : ''}`,
        ...yaml({ verdict: result.verdict, message, expected, actual }),
      ];
  }
}

/** TAP 14: a line per case and target; what was expected to fail is marked TODO. */
export function tapReport(results: Results): string {
  const all = results.targets.flatMap((target) => target.cases.map((result) => ({ target, result })));
  const body = all.flatMap(({ target, result }, index) => lines(target, result, index + 1));
  return ['TAP version 14', `1..${all.length}`, ...body, ''].join('\n');
}
