import { stringify } from 'yaml';
import { isNewer, type Changes, type Named } from '../../core/index.ts';
import type { ParsedFile, Placed, Span } from './parse.ts';

/** What a reason begins with that somebody has yet to write. */
export const UNEXPLAINED = 'TODO: explain.';

const LONGEST_REASON = 200;

interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Changes a file of expectations and nothing beyond what must change: reasons, order and comments stay. */
export function changeText(text: string, placed: readonly Placed[], { replaced, added }: Changes): string {
  const edits = placed.flatMap((each): readonly Edit[] => {
    const now = replaced.get(each.expectation);
    if (now === undefined) return [];
    const [first, ...others] = now;
    if (first === undefined) return [{ span: withSurroundings(text, each.whole), text: '' }];
    const [from, to] = linesOf(text, each.whole);
    const copies = others.map((named) => `\n${renamed(text, each, named)}`).join('');
    return [{ span: [from, to], text: `${renamed(text, each, first)}${copies}` }];
  });
  let changed = text;
  for (const { span, text: now } of edits.toSorted((a, b) => b.span[0] - a.span[0]))
    changed = changed.slice(0, span[0]) + now + changed.slice(span[1]);
  const kept = changed.trimEnd();
  if (added.length === 0) return kept === '' ? '' : endedAs(text, changed);
  const entries = added.map(entryText);
  return [...(kept === '' ? [] : [kept, '']), entries.join('\n')].join('\n');
}

/** Writes down a newer version that a file was held against, as exactly as the one that stood there. */
export function raiseVersion(text: string, stated: ParsedFile['writtenAgainst'], version: string): string {
  if (stated === undefined || !isNewer(version, stated.version)) return text;
  const parts = stated.version.split('.').length;
  const [from, to] = stated.span;
  return text.slice(0, from) + version.split('.').slice(0, parts).join('.') + text.slice(to);
}

/** The last entry takes the empty line with it that parted it from the one before. */
function endedAs(before: string, changed: string): string {
  return /\n\s*\n$/.test(before) ? changed : changed.replace(/\n\s*\n$/, '\n');
}

function entryText({ id, outcomes, seen }: Named & { readonly seen: string }): string {
  const said = seen.replaceAll(/\s+/g, ' ').trim();
  const short = said.length > LONGEST_REASON ? `${said.slice(0, LONGEST_REASON)}…` : said;
  const reason = `${UNEXPLAINED}${short === '' ? '' : ` Seen: ${short}`}`;
  return `- id: ${scalar(id)}\n  outcome: ${outcomeText(outcomes)}\n  reason: ${scalar(reason)}\n`;
}

/** The text of an entry with another id and other outcomes, and everything else as it was. */
function renamed(text: string, { whole, id, outcome }: Placed, named: Named): string {
  const [from, to] = linesOf(text, whole);
  const edits: readonly Edit[] = [
    { span: id, text: scalar(named.id) },
    { span: outcome, text: outcomeText(named.outcomes) },
  ];
  let own = text.slice(from, to);
  for (const { span, text: now } of edits.toSorted((a, b) => b.span[0] - a.span[0]))
    if (text.slice(...span) !== now) own = own.slice(0, span[0] - from) + now + own.slice(span[1] - from);
  return own;
}

function outcomeText(outcomes: Named['outcomes']): string {
  return outcomes.length === 1 ? (outcomes[0] ?? '') : `[${outcomes.join(', ')}]`;
}

function scalar(value: string): string {
  return stringify(value, { lineWidth: 0, schema: 'failsafe', singleQuote: true }).trimEnd();
}

/** The lines that an entry stands in, whole. */
function linesOf(text: string, [from, to]: Span): Span {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const last = start + text.slice(start, to).trimEnd().length;
  const end = text.indexOf('\n', last);
  return [start, end === -1 ? text.length : end + 1];
}

/** An entry's lines with the comment that stands directly above it, and the empty line that parted it from others. */
function withSurroundings(text: string, whole: Span): Span {
  let [from, to] = linesOf(text, whole);
  for (;;) {
    const above = text.lastIndexOf('\n', from - 2) + 1;
    if (from === 0 || !/^\s*#/.test(text.slice(above, from))) break;
    from = above;
  }
  while (text[to] === '\n') to += 1;
  return [from, to];
}
