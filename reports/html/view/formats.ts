import { foldVerdicts } from '../../summary.ts';
import { paramsOf, type Model, type RuleCell } from './model.ts';

/** The parameters of cases that name what is recorded into. */
const FORMAT_PARAMS = ['type', 'mimeType', 'container', 'codec', 'codecs', 'video', 'audio'];

/** One format in every target: what was said of it, and what came of recording it. */
export interface FormatRow {
  readonly format: string;
  readonly word: readonly RuleCell[];
  readonly deed: readonly RuleCell[];
}

/** The formats of a run; none when no case names one. */
export interface Formats {
  readonly rows: readonly FormatRow[];
}

/** The format that a case's parameters name, as a person writes it. */
function formatOf(id: string): string {
  const params = new Map(paramsOf(id).map(({ name, value }) => [name, value]));
  return FORMAT_PARAMS.map((name) => params.get(name) ?? '')
    .filter((value) => value !== '')
    .join(' · ');
}

/** Whether a rule is about what a recorder says of a format, rather than about what it records. */
function isWord(section: string): boolean {
  return section.startsWith('is-type');
}

const known = new WeakMap<Model, Formats>();

/** Gathers the cases of each format, by word and by deed. */
export function formatsOf(model: Model): Formats {
  const already = known.get(model);
  if (already !== undefined) return already;
  // The same cases run in every target: each name is read once.
  const formats = new Map(model.rows.flatMap((row) => row.cases.map((id) => [id, formatOf(id)])));
  const groups = new Map<string, { readonly word: RuleCell[][]; readonly deed: RuleCell[][] }>();
  for (const row of model.rows) {
    row.cells.forEach((cell, target) => {
      for (const result of cell.cases) {
        const format = formats.get(result.id) ?? '';
        if (format === '') continue;
        const group = groups.get(format) ?? { word: [], deed: [] };
        groups.set(format, group);
        const side = isWord(row.rule.section) ? group.word : group.deed;
        (side[target] ??= []).push({
          verdict: result.verdict,
          cases: [result],
          passed: result.verdict === 'pass' ? 1 : 0,
        });
      }
    });
  }
  const fold = (cells: readonly RuleCell[] | undefined): RuleCell => ({
    verdict: foldVerdicts((cells ?? []).flatMap(({ verdict }) => verdict ?? [])),
    cases: (cells ?? []).flatMap(({ cases }) => cases),
    passed: (cells ?? []).reduce((sum, { passed }) => sum + passed, 0),
  });
  const gathered: Formats = {
    rows: [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([format, { word, deed }]) => ({
        format,
        word: model.targets.map(({ index }) => fold(word[index])),
        deed: model.targets.map(({ index }) => fold(deed[index])),
      })),
  };
  known.set(model, gathered);
  return gathered;
}
