import type { CaseResult, Results, RuleSnapshot, Target } from '../../../harness/protocol/index.ts';
import { evidence, tellingAttempt } from '../../failures.ts';
import { longLabel } from '../../labels.ts';
import { code, fenced, inline } from '../../markdown/escape.ts';
import { entryLabel } from './timeline.ts';

const MOST_LINES = 60;

/** The command that runs one case again where it was run. */
export function command(target: Target, id: string, { options }: Pick<Results, 'options'>): string {
  const { kind, name } = target.subject;
  const subject =
    kind === 'native'
      ? []
      : kind === 'polyfill'
        ? [`--polyfill ${quoted(name)}`]
        : [`--subject ${kind === 'mutant' ? quoted(`mutant:${name}`) : kind}`];
  return [
    'mediarecorder-conformance run',
    `--browser ${target.engine}`,
    ...subject,
    `--rule ${quoted(id, true)}`,
    // A case of the long profile is in no other.
    ...(options['profile'] === 'full' ? ['--profile full'] : []),
  ].join(' ');
}

/** A word of a shell's command line; double quotes hold in every shell for what ids are made of. */
function quoted(word: string, always = false): string {
  if (!always && /^[\w@./:-]+$/.test(word)) return word;
  return `"${word.replace(/["\\$`]/g, '\\$&')}"`;
}

/** A trace as lines of text. */
function traceText(result: CaseResult): string {
  const attempt = tellingAttempt(result) ?? result.attempts.at(-1);
  const trace = attempt?.trace ?? [];
  const lines = trace.slice(0, MOST_LINES).map((entry) => {
    const state = entry.kind === 'note' ? '' : ` [${entry.state}]`;
    const kind = entry.kind === 'event' ? 'event ' : entry.kind === 'call' ? 'call  ' : 'note  ';
    return `${entry.at.toFixed(0).padStart(6)} ms  ${kind} ${entryLabel(entry)}${state}`;
  });
  const left = trace.length - lines.length;
  return [...lines, ...(left > 0 ? [`… and ${left} more entries`] : [])].join('\n');
}

/** A block of Markdown ready for a bug tracker. */
export function bugMarkdown(
  run: Pick<Results, 'suite' | 'machine' | 'startedAt' | 'options'>,
  rule: RuleSnapshot,
  target: Target,
  result: CaseResult,
): string {
  const { message, expected, actual } = evidence(tellingAttempt(result));
  const trace = traceText(result);
  const outcomes = result.attempts.map(({ outcome }) => outcome).join(', ');
  return [
    `**${inline(rule.statement)}**`,
    '',
    `- Rule: ${code(rule.id)} (${rule.level}, ${rule.standing}), from [${inline(rule.source.label)}](${rule.source.url.replace(/[()\s<>]/g, encodeURIComponent)})`,
    `- Seen in: ${inline(longLabel(target))} on ${inline(`${run.machine.platform} ${run.machine.arch}`)}`,
    `- Verdict: ${result.verdict} (attempts: ${outcomes})`,
    `- Suite: mediarecorder-conformance ${inline(run.suite.version)}, ${inline(run.suite.specRevision)}`,
    ...(expected === undefined ? [] : ['', 'Expected:', '', fenced(expected)]),
    ...(actual === undefined ? [] : ['', 'Seen:', '', fenced(actual)]),
    ...(message === '' || (expected !== undefined && actual !== undefined)
      ? []
      : ['', 'Message:', '', fenced(message)]),
    ...(trace === '' ? [] : ['', 'What happened:', '', fenced(trace)]),
    '',
    'Run it again:',
    '',
    fenced(command(target, result.id, run), 'sh'),
    '',
  ].join('\n');
}
