import { type Document, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type ParsedNode } from 'yaml';
import * as v from 'valibot';
import { parseVersionRange, type Expectation } from '../../core/index.ts';
import { decode, DecodeError, ExpectedOutcome } from '../../protocol/index.ts';

const ID = /^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+(;[a-zA-Z][a-zA-Z0-9]*=[^;]*)*$/;

const Outcomes = v.pipe(
  v.union(
    [ExpectedOutcome, v.pipe(v.array(ExpectedOutcome), v.minLength(1))],
    'is no outcome, or list of them',
  ),
  v.transform((value) => (Array.isArray(value) ? value : [value])),
  v.check((outcomes) => outcomes.some((outcome) => outcome !== 'pass'), 'expects nothing but passes'),
);

const Entry = v.strictObject({
  id: v.pipe(v.string(), v.regex(ID, 'is not the id of a rule or a case')),
  outcome: Outcomes,
  reason: v.pipe(v.string(), v.trim(), v.nonEmpty('must say why')),
  link: v.exactOptional(v.pipe(v.string(), v.url('is no address'))),
  versions: v.exactOptional(
    v.pipe(
      v.string(),
      v.check((text) => parseVersionRange(text) !== undefined, 'is no range such as ">=150 <157"'),
    ),
  ),
  platform: v.exactOptional(v.union([v.string(), v.array(v.string())])),
});

/** What may stand before the entries, parted from them by `---`. */
const Head = v.strictObject({
  'written-against': v.pipe(v.string(), v.regex(/^\d+(\.\d+)*$/, 'is no version such as 2.54.3')),
});

/** From where to where something stands in a text. */
export type Span = readonly [from: number, to: number];

/** An entry of a file, with the places that an update may change. */
export interface Placed {
  readonly expectation: Expectation;
  readonly whole: Span;
  readonly id: Span;
  readonly outcome: Span;
}

/** A file of expectations as it was read. */
export interface ParsedFile {
  readonly placed: readonly Placed[];
  /** The newest version of the browser that it was written against, and where that stands. */
  readonly writtenAgainst?: { readonly version: string; readonly span: Span };
}

/** Reads a file of expectations; an error names the file, the line and the field. */
export function parseFile(text: string, file: string): ParsedFile {
  const lines = new LineCounter();
  // Everything is text here: a version such as 2.50 is no number.
  const documents = [...parseAllDocuments(text, { lineCounter: lines, schema: 'failsafe' })];
  const error = documents.flatMap(({ errors }) => errors)[0];
  if (error !== undefined) {
    const { line } = lines.linePos(error.pos[0]);
    throw new DecodeError(`${file}:${line}: is not YAML: ${error.message.split('\n', 1)[0] ?? ''}`);
  }
  const list = documents.pop();
  const head = documents.pop();
  if (documents.length > 0) throw new DecodeError(`${file}: has more than one "---" between its parts`);
  return {
    placed: list === undefined ? [] : placedIn(list, lines, file),
    ...(head === undefined ? {} : { writtenAgainst: versionIn(head, file) }),
  };
}

/** The entries of a file of expectations. */
export function parseExpectations(text: string, file: string): readonly Placed[] {
  return parseFile(text, file).placed;
}

function versionIn(head: Document.Parsed, file: string): NonNullable<ParsedFile['writtenAgainst']> {
  const { 'written-against': version } = decode(Head, head.toJS(), file);
  return { version, span: spanOf(head.contents, 'written-against', file) };
}

function placedIn(document: Document.Parsed, lines: LineCounter, file: string): readonly Placed[] {
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.source === '')) return [];
  if (!isSeq(contents)) throw new DecodeError(`${file}: must be a list of expectations`);
  return contents.items.map((item) => {
    const line = lines.linePos(item.range[0]).line;
    const origin = `${file}:${line}`;
    const entry = decode(Entry, item.toJS(document), origin);
    const { outcome, versions, platform, ...rest } = entry;
    const range = versions === undefined ? undefined : parseVersionRange(versions);
    return {
      expectation: {
        ...rest,
        outcomes: outcome,
        ...(range === undefined ? {} : { versions: range }),
        ...(platform === undefined
          ? {}
          : { platforms: typeof platform === 'string' ? [platform] : platform }),
        file,
        line,
      },
      whole: [item.range[0], item.range[1]],
      id: spanOf(item, 'id', origin),
      outcome: spanOf(item, 'outcome', origin),
    };
  });
}

function spanOf(item: ParsedNode | null, field: string, origin: string): Span {
  const node = isMap(item) ? item.get(field, true) : undefined;
  const range = node?.range;
  if (range === null || range === undefined) throw new DecodeError(`${origin}: field "${field}" is missing`);
  return [range[0], range[1]];
}
