import type { Results, RuleSnapshot } from '../../harness/protocol/index.ts';
import { evidence, failuresByRule, tellingAttempt, type Failure } from '../failures.ts';
import { writeRoute } from '../html/view/route.ts';
import { targetLabels } from '../labels.ts';
import { metricRows, spreadText } from '../metrics.ts';
import { outcomeWords, retried, roundWords, stabilityOf } from '../stability.ts';
import { summarise, type Standings } from '../summary.ts';
import { expectationProblems, knownWords, unexpectedPasses } from '../surprises.ts';
import { code, inline } from './escape.ts';
import { exchangeSection } from './exchange.ts';
import { plural } from '../plural.ts';

/** GitHub takes a mebibyte; what comes after this many characters is left to the report. */
const MOST_CHARACTERS = 400_000;
const LONGEST_TEXT = 300;
/** Of what stands beside the failures, a list is no longer than this. */
const MOST_LINES = 100;

function short(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}…`;
}

function undecided({ blocked, unsupported, harnessError, notRun }: Standings): string {
  const parts = [
    [blocked, 'blocked'],
    [unsupported, 'unsupported'],
    [harnessError, 'harness errors'],
    [notRun, 'not run'],
  ] as const;
  return (
    parts
      .filter(([count]) => count > 0)
      .map(([count, word]) => `${count} ${word}`)
      .join(', ') || '–'
  );
}

function figures(results: Results, labels: ReadonlyMap<string, string>): readonly string[] {
  const summary = summarise(results);
  return [
    '| Target | Must-rules kept | Undecided | Unclear wording | Failing cases | Flaky |',
    '| --- | --- | --- | --- | --- | --- |',
    ...summary.targets.map(({ target, conformance, unclear, tally }) => {
      const failing = tally.fail + tally.timeout + tally.crash;
      const name = inline(labels.get(target) ?? target);
      return `| ${name} | **${conformance.kept} of ${conformance.decided}** | ${undecided(conformance)} | ${unclear.decided === 0 ? '–' : `${unclear.kept} of ${unclear.decided}`} | ${failing} | ${tally.flaky} |`;
    }),
  ];
}

function failureLine({ target, result }: Failure, label: string, report: string | undefined): string {
  const { message, expected, actual } = evidence(tellingAttempt(result));
  const href =
    report === undefined
      ? undefined
      : `${report}${writeRoute({ view: 'case', target: target.id, id: result.id, beside: '' })}`;
  const name =
    href === undefined
      ? inline(label)
      : `[${inline(label)}](<${href.replace(/[<>\s]/g, encodeURIComponent)}>)`;
  const said =
    actual === undefined || expected === undefined
      ? message === ''
        ? ''
        : code(short(message))
      : `expected ${code(short(expected))}, seen ${code(short(actual))}`;
  return `- ${name}, ${result.verdict}, ${code(result.id)}: ${said}`;
}

function ruleBlock(rule: RuleSnapshot, lines: readonly string[]): readonly string[] {
  const firm = rule.standing === 'settled' || rule.standing === 'recent' ? '' : `, ${rule.standing}`;
  return [
    `**${inline(rule.statement)}** (${rule.level}${firm}, ${inline(rule.source.label)})`,
    '',
    ...lines,
    '',
  ];
}

function measured(results: Results, labels: ReadonlyMap<string, string>): readonly string[] {
  const rows = metricRows(results);
  if (rows.length === 0) return [];
  const names = results.targets.map(({ id }) => inline(labels.get(id) ?? id));
  return [
    '### Measured, never judged',
    '',
    'Median (middle half), n samples.',
    '',
    `| Metric | Unit | ${names.join(' | ')} |`,
    `| --- | --- | ${names.map(() => '---').join(' | ')} |`,
    ...rows.map(
      ({ name, unit, cells }) =>
        `| ${inline(name)} | ${inline(unit)} | ${cells.map((cell) => spreadText(cell)).join(' | ')} |`,
    ),
    '',
  ];
}

/** What passed against expectations, what is wrong with these, what was tried again and how steady it all is. */
function steadiness(results: Results, labels: ReadonlyMap<string, string>): readonly string[] {
  const labelOf = (id: string): string => inline(labels.get(id) ?? id);
  const list = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0
      ? []
      : [
          `### ${title}`,
          '',
          ...lines.slice(0, MOST_LINES).map((line) => `- ${line}`),
          ...(lines.length > MOST_LINES ? [`- … and ${lines.length - MOST_LINES} more`] : []),
          '',
        ];
  return [
    ...list(
      'Passed unexpectedly',
      unexpectedPasses(results).map(
        ({ target, result, known }) =>
          `${labelOf(target.id)}, ${code(result.id)}: ${inline(knownWords(known))}`,
      ),
    ),
    ...list(
      'Expectations to mend',
      expectationProblems(results).map(
        ({ file, line, message }) => `${code(`${file}:${line}`)}: ${inline(message)}`,
      ),
    ),
    ...list(
      'Tried again',
      retried(results).map(
        ({ target, result, outcomes }) =>
          `${labelOf(target.id)}, ${code(result.id)}: ${outcomeWords(outcomes)}`,
      ),
    ),
    ...list(
      'Stability',
      stabilityOf(results).flatMap(({ target, rounds, steady, repeated, unsteady }) => [
        `${labelOf(target.id)}, ${roundWords(rounds)}: ${steady} of ${plural(repeated, 'case')} came out the same every time`,
        ...unsteady.map(({ result, outcomes }) => `${code(result.id)}: ${outcomeWords(outcomes)}`),
      ]),
    ),
  ];
}

/** Markdown for a pull request or a job summary: the figures, then what failed unexpectedly. */
export function markdownReport(results: Results, report?: string): string {
  const labels = targetLabels(results.targets);
  const groups = failuresByRule(results, ({ result }) => result.expected !== true);
  const { complete } = summarise(results);
  const head = [
    '## MediaRecorder conformance',
    '',
    ...(complete ? [] : ['**This run is incomplete.**', '']),
    ...figures(results, labels),
    '',
    ...exchangeSection(results, labels),
    ...(groups.length === 0
      ? ['Nothing failed unexpectedly.', '']
      : [`### ${plural(groups.length, 'rule')} failed unexpectedly`, '']),
  ];
  const blocks: string[] = [];
  let length = head.join('\n').length;
  let left = groups.length;
  for (const { rule, failures } of groups) {
    const block = ruleBlock(
      rule,
      failures.map((failure) =>
        failureLine(failure, labels.get(failure.target.id) ?? failure.target.id, report),
      ),
    ).join('\n');
    length += block.length + 1;
    if (length > MOST_CHARACTERS) break;
    blocks.push(block);
    left -= 1;
  }
  return [
    ...head,
    ...blocks,
    ...(left > 0 ? [`… and ${plural(left, 'more rule')}, all in the report.`, ''] : []),
    ...steadiness(results, labels),
    ...measured(results, labels),
    `Suite ${inline(results.suite.version)}, ${inline(results.suite.specRevision)}, run on ${inline(results.startedAt)}.`,
    '',
  ].join('\n');
}
