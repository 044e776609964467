import type { CaseResult } from '../../../harness/protocol/index.ts';
import { foldVerdicts, isDecided } from '../../summary.ts';
import { codecWords, formatOf, mimeTypeOf, type FormatName } from './format-names.ts';
import type { Model, RuleCell } from './model.ts';

/** A format in one target: what it says when it is asked, and what came of recording. */
export interface FormatCell {
  readonly word: 'yes' | 'no' | 'not asked';
  /** The case that asked. */
  readonly asked?: string;
  readonly deed: RuleCell;
}

/** One format in every target. */
export interface FormatRow {
  readonly name: FormatName;
  readonly type: string;
  readonly cells: readonly FormatCell[];
}

/** The formats of a run by container; those that no target offers stand apart. */
export interface Formats {
  readonly containers: readonly { readonly container: string; readonly rows: readonly FormatRow[] }[];
  readonly nowhere: readonly FormatRow[];
}

interface Gathered {
  readonly name: FormatName;
  readonly asked: (CaseResult | undefined)[];
  readonly recorded: CaseResult[][];
}

/** Whether a section is about what a recorder says of a format, rather than about what it records. */
function isWord(section: string): boolean {
  return section.startsWith('is-type');
}

/** What a case saw the recorder answer. */
function answerOf(result: CaseResult | undefined): 'yes' | 'no' | undefined {
  const reading = result?.attempts.at(-1)?.reading;
  return reading === 'supported' ? 'yes' : reading === 'not supported' ? 'no' : undefined;
}

/** A case of a type asks for it first, and ends as unsupported where it is not offered. */
function answerByDeed(recorded: readonly CaseResult[]): FormatCell['word'] {
  if (recorded.some(({ verdict }) => isDecided(verdict))) return 'yes';
  return recorded.some(({ verdict }) => verdict === 'unsupported') ? 'no' : 'not asked';
}

function cellOf(asked: CaseResult | undefined, recorded: readonly CaseResult[] = []): FormatCell {
  const decided = recorded.filter(({ verdict }) => isDecided(verdict));
  const answer = answerOf(asked);
  return {
    word: answer ?? answerByDeed(recorded),
    ...(answer === undefined || asked === undefined ? {} : { asked: asked.id }),
    deed: {
      verdict: foldVerdicts(decided.map(({ verdict }) => verdict)),
      cases: decided,
      passed: decided.filter(({ verdict }) => verdict === 'pass').length,
    },
  };
}

function gather(model: Model): ReadonlyMap<string, Gathered> {
  const formats = new Map<string, Gathered>();
  // The same cases run in every target: each name is read once.
  const names = new Map(model.rows.flatMap(({ cases }) => cases.map((id) => [id, formatOf(id)])));
  for (const { rule, cells } of model.rows)
    for (const [target, { cases }] of cells.entries())
      for (const result of cases) {
        const name = names.get(result.id);
        if (name === undefined) continue;
        if (isWord(rule.section) && answerOf(result) === undefined) continue;
        const type = mimeTypeOf(name);
        const format = formats.get(type) ?? { name, asked: [], recorded: [] };
        formats.set(type, format);
        if (isWord(rule.section)) format.asked[target] ??= result;
        else (format.recorded[target] ??= []).push(result);
      }
  return formats;
}

/** Video before sound, then by name; within a container the plain one first, pairs last. */
function inOrder(a: FormatRow, b: FormatRow): number {
  const rank = ({ name }: FormatRow): string =>
    [
      name.container.startsWith('video/') ? 0 : 1,
      name.container,
      name.codecs.length,
      codecWords(name.codecs),
    ].join(' ');
  const [left, right] = [rank(a), rank(b)];
  if (left !== right) return left < right ? -1 : 1;
  return a.type < b.type ? -1 : 1;
}

const known = new WeakMap<Model, Formats>();

/** Gathers what each target says of each format, and what came of recording in it. */
export function formatsOf(model: Model): Formats {
  const already = known.get(model);
  if (already !== undefined) return already;
  const rows = [...gather(model)]
    .map(([type, { name, asked, recorded }]): FormatRow => ({
      name,
      type,
      cells: model.targets.map(({ index }) => cellOf(asked[index], recorded[index])),
    }))
    .sort(inOrder);
  const isOffered = ({ cells }: FormatRow): boolean => cells.some(({ word }) => word === 'yes');
  const offered = rows.filter(isOffered);
  const formats = {
    containers: [...new Set(offered.map(({ name }) => name.container))].map((container) => ({
      container,
      rows: offered.filter(({ name }) => name.container === container),
    })),
    nowhere: rows.filter((row) => !isOffered(row)),
  };
  known.set(model, formats);
  return formats;
}
