import type { Results, Target } from '../../harness/protocol/index.ts';
import { surpriseOf } from '../../harness/protocol/index.ts';
import { isFailure } from '../failures.ts';
import { targetLabels } from '../labels.ts';
import { plural } from '../plural.ts';
import type { Standings, Summary } from '../summary.ts';
import { isHeld } from '../surprises.ts';
import { highlights } from './highlights.ts';
import { labelled, printable, wrap } from './layout.ts';
import type { Paint, Palette, Style } from './palette.ts';

/** A name that is longer than this stands on a line of its own. */
const LONGEST_NAME = 20;
const INDENT = '    ';

interface Part {
  readonly text: string;
  readonly paint: Paint;
}

/** The end of the report: the verdict for each target, what to look at first, and where the HTML report is. */
export function conclusionLines(
  results: Results,
  summary: Summary,
  style: Style,
  page: string | undefined,
): readonly string[] {
  const { strong } = style.colours;
  const first = highlights(results);
  return [
    ...targetLines(results, summary, style),
    ...(first.length === 0 ? [] : ['', strong('Look first:')]),
    ...first.flatMap((text) => labelled('  - ', text, style.columns)),
    // Never broken, so that it can be copied.
    ...(page === undefined ? [] : ['', `${strong('Report:')} ${printable(page)}`]),
  ];
}

function targetLines(results: Results, summary: Summary, style: Style): readonly string[] {
  const labels = targetLabels(results.targets);
  const names = results.targets.map(({ id }) => printable(labels.get(id) ?? id));
  const longest = Math.max(0, ...names.map((name) => name.length));
  const besides = longest <= LONGEST_NAME && style.columns >= 2 * longest;
  const indent = besides ? ' '.repeat(longest + 2) : INDENT;
  return results.targets.flatMap((target, index) => {
    const name = names[index] ?? '';
    const conformance = summary.targets[index]?.conformance;
    const [head = '', ...rest] = flow(partsOf(target, conformance, style), style, indent);
    if (besides) return [style.colours.strong(name) + head.slice(name.length), ...rest];
    return [...wrap(name, style.columns).map(style.colours.strong), head, ...rest];
  });
}

/** Parts one after another, as many in a line as fit, all of them indented. */
function flow(parts: readonly Part[], { colours, columns }: Style, indent: string): readonly string[] {
  const width = Math.max(20, columns - indent.length);
  const lines: string[] = [];
  let room = 0;
  for (const { text, paint } of parts) {
    const last = lines.pop();
    if (last !== undefined && text.length + 3 <= room) {
      lines.push(`${last}${colours.quiet(' · ')}${paint(text)}`);
      room -= text.length + 3;
      continue;
    }
    const wrapped = wrap(text, width);
    lines.push(...(last === undefined ? [] : [last]), ...wrapped.map((line) => indent + paint(line)));
    room = width - (wrapped.at(-1)?.length ?? 0);
  }
  return lines;
}

function partsOf(target: Target, conformance: Standings | undefined, { colours }: Style): readonly Part[] {
  const plain: Paint = (text) => text;
  const { kept, decided } = conformance ?? { kept: 0, decided: 0 };
  return [
    ...(decided === 0
      ? []
      : [
          {
            text: `${kept} of ${plural(decided, 'must-rule')} kept`,
            paint: kept === decided ? colours.good : plain,
          },
        ]),
    casesPart(target, colours),
    ...(target.complete ? [] : [{ text: 'incomplete', paint: colours.odd }]),
  ];
}

/** How many cases failed, and whether that was known. */
function casesPart(target: Target, colours: Palette): Part {
  const failed = target.cases.filter(({ verdict }) => isFailure(verdict)).length;
  if (!isHeld(target))
    return failed === 0
      ? { text: 'no case failed', paint: colours.good }
      : { text: `${plural(failed, 'case')} failed`, paint: colours.bad };
  const surprises = target.cases.map(surpriseOf);
  const news = surprises.filter((surprise) => surprise === 'unexpected-fail').length;
  const passes = surprises.filter((surprise) => surprise === 'unexpected-pass').length;
  if (news + passes > 0) return { text: surpriseWords(failed, news, passes), paint: colours.bad };
  return { text: asExpectedWords(failed), paint: colours.good };
}

function asExpectedWords(failed: number): string {
  if (failed === 0) return 'no case failed, as expected';
  return failed === 1 ? '1 case failed, as expected' : `${plural(failed, 'case')} failed, all as expected`;
}

function surpriseWords(failed: number, news: number, passes: number): string {
  const failing =
    failed === 0
      ? []
      : news === 0
        ? [`${plural(failed, 'case')} failed as expected`]
        : news === failed
          ? [`${plural(failed, 'case')} failed unexpectedly`]
          : [`${plural(failed, 'case')} failed, ${news} unexpectedly`];
  return [...failing, ...(passes === 0 ? [] : [`${plural(passes, 'case')} passed unexpectedly`])].join(', ');
}
