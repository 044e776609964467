import { unreachable } from '../../unreachable.ts';
import type { Trace, TraceEntry } from '../../../harness/protocol/index.ts';

/** What a mark stands for. */
export type MarkKind = 'call' | 'threw' | 'event' | 'slice' | 'error' | 'note';

/** One entry of a trace in the picture. */
interface Mark {
  /** Its place in the trace, counted from 1. */
  readonly number: number;
  readonly kind: MarkKind;
  readonly x: number;
  readonly row: number;
  readonly label: string;
  /** On which side its words fit; nowhere when the picture is too narrow. */
  readonly side: 'right' | 'left' | 'none';
}

/** A stretch of time in which a recorder had one state. */
interface Band {
  readonly state: string;
  readonly x: number;
  readonly width: number;
}

/** One lane of the picture, with as many rows as its marks need not to overlap. */
export interface Lane {
  readonly label: string;
  readonly rows: number;
  readonly marks: readonly Mark[];
  readonly bands: readonly Band[];
}

/** A trace laid out for a width. */
export interface Timeline {
  readonly lanes: readonly Lane[];
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly drawn: number;
}

/** More marks than this make no picture; the list below it has them all. */
const MOST_MARKS = 160;
const MARK = 20;
const LETTER = 6.4;
const MOST_ROWS = 7;

/** Bytes as people say them. */
export function bytesLabel(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A trace entry in a few words. */
export function entryLabel(entry: TraceEntry): string {
  switch (entry.kind) {
    case 'call':
      return `${entry.method}(${entry.args.join(', ')})${entry.threw === undefined ? '' : ` threw ${entry.threw}`}`;
    case 'event':
      return [entry.name, entry.bytes === undefined ? '' : bytesLabel(entry.bytes), entry.error ?? '']
        .filter((part) => part !== '')
        .join(' ');
    case 'note':
      return entry.text;
    default:
      return unreachable(entry);
  }
}

/** What kind of mark a trace entry gets. */
export function markKind(entry: TraceEntry): MarkKind {
  switch (entry.kind) {
    case 'call':
      return entry.threw === undefined ? 'call' : 'threw';
    case 'event':
      if (entry.error !== undefined || entry.name === 'error') return 'error';
      return entry.bytes === undefined ? 'event' : 'slice';
    case 'note':
      return 'note';
    default:
      return unreachable(entry);
  }
}

function tickStep(span: number, wanted: number): number {
  const rough = span / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}

type Placed = readonly { readonly entry: TraceEntry; readonly number: number }[];

/** Gives every mark the first row in which neither it nor its words touch another. */
function place(entries: Placed, xOf: (at: number) => number, width: number): Pick<Lane, 'marks' | 'rows'> {
  const ends: number[] = [];
  const marks = entries.map(({ entry, number }): Mark => {
    const x = xOf(entry.at);
    const label = entryLabel(entry);
    const words = Math.min(label.length, 34) * LETTER + 6;
    const fits = (from: number): number => {
      const row = ends.findIndex((end) => end <= from);
      return row < 0 ? ends.length : row;
    };
    const side = words > width / 2 ? 'none' : x + MARK / 2 + words <= width ? 'right' : 'left';
    const from = x - MARK / 2 - (side === 'left' ? words : 0);
    const to = x + MARK / 2 + 4 + (side === 'right' ? words : 0);
    const row = fits(from);
    if (row < MOST_ROWS) {
      ends[row] = to;
      return { number, kind: markKind(entry), x, row, label, side };
    }
    return { number, kind: markKind(entry), x, row: MOST_ROWS - 1, label, side: 'none' };
  });
  return { marks, rows: Math.max(1, ends.length) };
}

function bandsOf(entries: Placed, xOf: (at: number) => number, end: number): readonly Band[] {
  const bands: Band[] = [];
  let state = 'inactive';
  let from = xOf(entries[0]?.entry.at ?? 0);
  for (const { entry } of entries) {
    if (entry.kind === 'note' || entry.state === state) continue;
    const x = xOf(entry.at);
    if (x > from) bands.push({ state, x: from, width: x - from });
    state = entry.state;
    from = x;
  }
  return [...bands, { state, x: from, width: Math.max(2, end - from) }];
}

/** Lays a trace out as lanes on a time axis. */
export function timeline(trace: Trace, width: number): Timeline {
  const entries = trace.slice(0, MOST_MARKS).map((entry, index) => ({ entry, number: index + 1 }));
  const end = Math.max(1, ...entries.map(({ entry }) => entry.at));
  const inset = MARK / 2 + 2;
  const xOf = (at: number): number => inset + (at / end) * (width - 2 * inset);
  const recorders = [
    ...new Set(entries.flatMap(({ entry }) => (entry.kind === 'note' ? [] : [entry.recorder]))),
  ];
  const lane = (label: string, own: Placed): readonly Lane[] =>
    own.length === 0 ? [] : [{ label, ...place(own, xOf, width), bands: [] }];
  const step = tickStep(end, width / 90);
  const ticks = Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => ({
    x: xOf(index * step),
    label: `${index * step}`,
  }));
  const lanes = recorders.flatMap((recorder) => {
    const own = entries.filter(({ entry }) => entry.kind !== 'note' && entry.recorder === recorder);
    const name = recorders.length > 1 ? ` #${recorder}` : '';
    const slices = own.filter(({ entry }) => markKind(entry) === 'slice');
    const events = own.filter(({ entry }) => entry.kind === 'event' && markKind(entry) !== 'slice');
    return [
      { label: `State${name}`, rows: 1, marks: [], bands: bandsOf(own, xOf, width - inset) },
      ...lane(
        `Calls${name}`,
        own.filter(({ entry }) => entry.kind === 'call'),
      ),
      ...lane(`Events${name}`, events),
      ...lane(`Slices${name}`, slices),
    ];
  });
  const notes = lane(
    'Setting',
    entries.filter(({ entry }) => entry.kind === 'note'),
  );
  return { lanes: [...notes, ...lanes], ticks, drawn: entries.length };
}
