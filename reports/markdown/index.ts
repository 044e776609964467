import type { Results, RuleSnapshot } from '../../harness/protocol/index.ts';
import { evidence, failuresByRule, tellingAttempt, type Failure } from '../failures.ts';
import { writeRoute } from '../html/view/route.ts';
import { targetLabels } from '../labels.ts';
import { metricRows, spreadText } from '../metrics.ts';
import { summarise, type Standings } from '../summary.ts';
import { code, inline } from './escape.ts';
import { exchangeSection } from './exchange.ts';

/** GitHub takes a mebibyte; what comes after this many characters is left to the report. */
const MOST_CHARACTERS = 400_000;
const LONGEST_TEXT = 300;

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
    actual === undefined
      ? message === ''
        ? ''
        : code(short(message))
      : `expected ${code(short(expected ?? ''))}, seen ${code(short(actual))}`;
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
      : [`### ${groups.length} ${groups.length === 1 ? 'rule' : 'rules'} failed unexpectedly`, '']),
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
    ...(left > 0 ? [`… and ${left} more rules, all in the report.`, ''] : []),
    ...measured(results, labels),
    `Suite ${inline(results.suite.version)}, ${inline(results.suite.specRevision)}, run on ${inline(results.startedAt)}.`,
    '',
  ].join('\n');
}
