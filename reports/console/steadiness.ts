import type { Results } from '../../harness/protocol/index.ts';
import { targetLabels } from '../labels.ts';
import { outcomeWords, retried, roundWords, stabilityOf, type Unsteady } from '../stability.ts';
import { expectationProblems, knownWords, unexpectedPasses } from '../surprises.ts';
import { labelled } from './layout.ts';
import type { Style } from './palette.ts';
import { plural } from '../plural.ts';

/** More of a kind than this scroll out of sight. */
const MOST = 40;

/** What passed against expectations, what was tried again, and how steady the verdicts are. */
export function steadinessLines(results: Results, style: Style): readonly string[] {
  const labels = targetLabels(results.targets);
  const labelOf = (id: string): string => labels.get(id) ?? id;
  const passes = unexpectedPasses(results).map(
    ({ target, result, known }) => `${result.id} in ${labelOf(target.id)}: ${knownWords(known)}`,
  );
  const again = retried(results).map((each) => unsteadyWords(each, labelOf(each.target.id)));
  return [
    ...block('Passed unexpectedly', passes, style),
    ...block('Tried again', again, style),
    ...stabilityOf(results).flatMap(({ target, rounds, steady, repeated, unsteady }) => [
      ...labelled(
        '',
        `${labelOf(target.id)}, ${roundWords(rounds)}: ${steady} of ${plural(repeated, 'case')} came out the same every time.`,
        style.columns,
      ),
      ...(unsteady.length === 0 ? [''] : []),
      ...block(
        'Unsteady',
        unsteady.map((each) => unsteadyWords(each, labelOf(target.id))),
        style,
      ),
    ]),
  ];
}

/** What is wrong with expectations themselves, a line each. */
export function problemTexts(results: Results): readonly string[] {
  return expectationProblems(results).map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

function unsteadyWords({ result, outcomes }: Unsteady, label: string): string {
  return `${result.id} in ${label}: ${outcomeWords(outcomes)}`;
}

function block(title: string, texts: readonly string[], { colours, columns }: Style): readonly string[] {
  if (texts.length === 0) return [];
  const left = texts.length - MOST;
  return [
    colours.strong(`${title}: ${texts.length}`),
    ...texts.slice(0, MOST).flatMap((text) => labelled('  ', text, columns)),
    ...(left > 0 ? [colours.quiet(`  … and ${left} more, all in the report.`)] : []),
    '',
  ];
}
