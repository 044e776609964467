import {
  type Engine,
  type Level,
  type Standing,
  type Verdict,
  VERDICTS,
} from '../../../harness/protocol/index.ts';

/** How the rules can be ordered. */
export const SORTS = ['spec', 'name', 'failures'] as const;
/** How the rules are ordered: as in the specification, by name, or the most failures first. */
type Sort = (typeof SORTS)[number];

/** Levels in the order of their force. */
export const LEVELS = ['must', 'should', 'may'] as const satisfies readonly Level[];

/** Standings in the order of their firmness. */
export const STANDINGS = [
  'settled',
  'recent',
  'unclear',
  'interop',
  'documented',
  'obsolete',
  'measured',
] as const satisfies readonly Standing[];

const ENGINES = ['chromium', 'firefox', 'webkit'] as const satisfies readonly Engine[];

/** Which rules are shown, in which columns and in which order. Empty lists mean: no restriction. */
export interface RulesQuery {
  readonly text: string;
  readonly verdicts: readonly Verdict[];
  readonly levels: readonly Level[];
  readonly standings: readonly Standing[];
  readonly sections: readonly string[];
  readonly engines: readonly Engine[];
  /** '', 'unexpected', 'expected', 'disagree', 'fails-everywhere', 'fails-only-ENGINE' or 'passes-N'. */
  readonly where: string;
  readonly sort: Sort;
  readonly folded: readonly string[];
  readonly open: readonly string[];
}

/** Every rule, as the specification orders them. */
export const emptyQuery: RulesQuery = {
  text: '',
  verdicts: [],
  levels: [],
  standings: [],
  sections: [],
  engines: [],
  where: '',
  sort: 'spec',
  folded: [],
  open: [],
};

function known<T extends string>(values: readonly T[], names: readonly string[]): readonly T[] {
  return values.filter((value) => names.includes(value));
}

/** Reads a query from an address; names that mean nothing are dropped. */
export function readQuery(params: ReadonlyMap<string, string>): RulesQuery {
  const list = (name: string): readonly string[] =>
    (params.get(name) ?? '').split(',').filter((value) => value !== '');
  return {
    text: params.get('q') ?? '',
    verdicts: known(VERDICTS, list('verdict')),
    levels: known(LEVELS, list('level')),
    standings: known(STANDINGS, list('standing')),
    sections: list('section'),
    engines: known(ENGINES, list('engine')),
    where: params.get('where') ?? '',
    sort: known(SORTS, list('sort'))[0] ?? 'spec',
    folded: list('folded'),
    open: list('open'),
  };
}

/** Writes a query as the parameters of an address. */
export function writeQuery(query: RulesQuery): Readonly<Record<string, string>> {
  return {
    q: query.text,
    verdict: query.verdicts.join(','),
    level: query.levels.join(','),
    standing: query.standings.join(','),
    section: query.sections.join(','),
    engine: query.engines.join(','),
    where: query.where,
    sort: query.sort === 'spec' ? '' : query.sort,
    folded: query.folded.join(','),
    open: query.open.join(','),
  };
}

/** A list with a value added, or without it where it was in. */
export function toggled<T>(list: readonly T[], value: T): readonly T[] {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}

/** Whether a query leaves anything out. */
export function isNarrowed(query: RulesQuery): boolean {
  const { text, where, verdicts, levels, standings, sections, engines } = query;
  return (
    text !== '' ||
    where !== '' ||
    [verdicts, levels, standings, sections, engines].some((list) => list.length > 0)
  );
}
