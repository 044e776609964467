/** What of a Bikeshed source matters for counting what it demands. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly anchor: string }
  | { readonly kind: 'definition'; readonly type: DefinitionType; readonly name: string }
  | { readonly kind: 'list' | 'end of list' | 'step' | 'paragraph' };

type DefinitionType =
  'constructor' | 'attribute' | 'method' | 'member' | 'value' | 'event' | 'algorithm' | 'slot' | 'term';

/** Blocks that demand nothing: notes, examples, code, metadata, styles, and link data. */
const SILENT = [
  /<pre[\s>][^]*?<\/pre>/g,
  /<style[\s>][^]*?<\/style>/g,
  /<table[\s>][^]*?<\/table>/g,
  /<!--[^]*?-->/g,
];
const NOTE = /<div class="(?:note|example)"[^]*?<\/div>/g;

/** Tables demand nothing in words, but define the events. */
const DEFINITION = /<dfn([^>]*)>([^]*?)<\/dfn>/g;

/** Takes a source apart into tokens, in order. */
export function* tokens(source: string): Generator<Token> {
  for (const match of source.matchAll(DEFINITION))
    if (match[1]?.includes('event for') === true) yield definition(match[1], match[2] ?? '');
  const loud = SILENT.reduce((text, block) => text.replaceAll(block, ' '), source).replaceAll(NOTE, ' ');
  let at = 0;
  const marks = /^#+ .*\{#([a-z0-9-]+)\}\s*$|<dfn([^>]*)>([^]*?)<\/dfn>|<(\/?)([a-z]+)(?:\s[^>]*)?>/gm;
  for (const match of loud.matchAll(marks)) {
    yield { kind: 'text', text: loud.slice(at, match.index) };
    at = match.index + match[0].length;
    const [, anchor, attributes, content = '', closing, element = ''] = match;
    if (anchor !== undefined) yield { kind: 'heading', anchor };
    else if (attributes !== undefined) {
      yield definition(attributes, content);
      yield { kind: 'text', text: content };
    } else yield* tagToken(closing === '/', element);
  }
  yield { kind: 'text', text: loud.slice(at) };
}

function* tagToken(closing: boolean, element: string): Generator<Token> {
  if (element === 'ol' || element === 'ul') yield { kind: closing ? 'end of list' : 'list' };
  else if (element === 'li' && !closing) yield { kind: 'step' };
  else if (['p', 'dd', 'dt', 'dl', 'div'].includes(element)) yield { kind: 'paragraph' };
}

const TYPES: readonly (readonly [string, DefinitionType])[] = [
  ['constructor', 'constructor'],
  ['attribute', 'attribute'],
  ['method', 'method'],
  ['dict-member', 'member'],
  ['enum-value', 'value'],
  ['event', 'event'],
  ['abstract-op', 'algorithm'],
];

function definition(attributes: string, content: string): Token {
  const owner = /for="?([A-Za-z]+)"?/.exec(attributes)?.[1];
  const text = plainText(content).replaceAll(/\s+/g, ' ').trim();
  const type = TYPES.find(([word]) => attributes.trim().startsWith(word))?.[1];
  if (type === undefined)
    return { kind: 'definition', type: text.includes('[[') ? 'slot' : 'term', name: text };
  if (type === 'constructor')
    return {
      kind: 'definition',
      type,
      name: owner === 'MediaRecorder' ? 'constructor' : `${owner ?? ''} constructor`,
    };
  if (type === 'method') return { kind: 'definition', type, name: `${text.split('(', 1)[0] ?? text}()` };
  const name = owner === undefined ? text : `${owner}.${text}`;
  return { kind: 'definition', type, name: type === 'algorithm' ? text.toLowerCase() : name };
}

/** Text without tags, links' braces and escapes. */
export function plainText(text: string): string {
  return text
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\\\[/g, '[')
    .replaceAll(/[{}|]/g, '');
}
