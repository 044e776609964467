import type { Change, Comparison } from './compare.ts';
import { printable } from './console/layout.ts';
import { palette, type Paint } from './console/palette.ts';
import { code, inline } from './markdown/escape.ts';

const GROUPS = [
  ['newlyFailing', 'Fails now'],
  ['newlyPassing', 'Passes now'],
  ['otherwise', 'Otherwise different'],
  ['added', 'New'],
  ['gone', 'Gone'],
] as const;

/** Whose doing a change is, where it is not the browser's. */
function because({ ruleChange }: Change): string {
  switch (ruleChange) {
    case undefined:
      return '';
    case 'new':
      return ' (new rule)';
    case 'gone':
      return ' (the rule is gone)';
    default:
      return ' (the rule itself changed)';
  }
}

function steps({ before, after }: Change): string {
  return [before, after].filter((verdict) => verdict !== undefined).join(' → ');
}

function same(comparison: Comparison): boolean {
  return comparison.rules.length === 0 && GROUPS.every(([name]) => comparison[name].length === 0);
}

/** What changed between two runs, for a terminal. */
export function comparisonText(comparison: Comparison, colour: boolean): string {
  const colours = palette(colour);
  const paints: Readonly<Record<string, Paint>> = { newlyFailing: colours.bad, newlyPassing: colours.good };
  const groups = GROUPS.filter(([name]) => comparison[name].length > 0).flatMap(([name, title]) => [
    colours.strong(`${title}: ${comparison[name].length}`),
    ...comparison[name].map((change) => {
      const moved = (paints[name] ?? colours.odd)(steps(change));
      return `  ${printable(change.case)}  ${moved}  ${colours.quiet(printable(change.target))}${because(change)}`;
    }),
    '',
  ]);
  const rules = comparison.rules.map(({ rule, kind, fields }) => {
    const changed = fields.map(({ field }) => field).join(', ');
    return `  ${printable(rule)}  ${kind}${changed === '' ? '' : `: ${changed}`}`;
  });
  return [
    ...comparison.pairs.map(({ label }) => printable(label)),
    ...comparison.unmatched.map((label) => `${printable(label)}: without a partner, not compared`),
    '',
    ...(same(comparison) ? ['No difference.', ''] : groups),
    ...(rules.length === 0 ? [] : [colours.strong(`Changes of the suite: ${rules.length}`), ...rules, '']),
  ].join('\n');
}

/** What changed between two runs, as Markdown. */
export function comparisonMarkdown(comparison: Comparison): string {
  const groups = GROUPS.filter(([name]) => comparison[name].length > 0).flatMap(([name, title]) => [
    `### ${title}: ${comparison[name].length}`,
    '',
    ...comparison[name].map(
      (change) => `- ${code(change.case)} in ${inline(change.target)}: ${steps(change)}${because(change)}`,
    ),
    '',
  ]);
  const rules = comparison.rules.flatMap(({ rule, kind, fields }) => [
    `- ${code(rule)}: ${kind}`,
    ...fields.map(({ field, before, after }) => `  - ${field}: ${inline(before)} → ${inline(after)}`),
  ]);
  return [
    '## MediaRecorder conformance, compared',
    '',
    ...comparison.pairs.map(({ label }) => `- ${inline(label)}`),
    '',
    ...(same(comparison) ? ['No difference.', ''] : groups),
    ...(rules.length === 0 ? [] : [`### Changes of the suite: ${comparison.rules.length}`, '', ...rules, '']),
  ].join('\n');
}
