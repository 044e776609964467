import { SOURCES } from '../../fixtures/streams/sources/index.ts';
import { caseId, ruleOf, type Need, type Params, type Profile } from '../../harness/protocol/index.ts';
import type { JudgedName, MeasuredName } from '../catalogue.ts';
import { EVERY_KIND, type Axes, type Case, type CaseOptions, type Point } from './case.ts';
import type { Context } from './context.ts';
import { LIMITS } from './limits.ts';

/** Pictures in every run, sound for foreign recorders, which may record nothing else, and both in the long run. */
export const soundForForeign = ({ source }: { readonly source: string }): Profile =>
  source === 'canvas' ? 'default' : source === 'tone' ? 'foreign' : 'full';

/**
 * Any kind will do: for calls and their events that do not hang on what would have been recorded, where another case
 * of the section has sound in every run.
 */
export const ANY_KIND = { over: { source: EVERY_KIND }, profile: soundForForeign } as const;

/**
 * Every kind of source, recording and paused: pictures in every run. What a pause changes it changes for all kinds
 * alike, so that sound has to be paused in the long run only.
 */
export const EVERY_KIND_IN_EACH_STATE = {
  over: { source: EVERY_KIND, from: ['recording', 'paused'] },
  profile: ({ source, from }: { readonly source: string; readonly from: string }): Profile =>
    source === 'tone' && from === 'paused' ? 'full' : soundForForeign({ source }),
} as const;

const NEEDS_OF: ReadonlyMap<string, readonly Need[]> = new Map(
  Object.entries(SOURCES).map(([name, { needs }]) => [name, needs]),
);

let registered = new Map<string, Case>();

/** Declares how a rule is checked. Loading the file only registers: nothing touches the DOM. */
export function conformance<const A extends Axes>(
  rule: JudgedName,
  options: CaseOptions<A>,
  body: (t: Context, params: Point<A>) => Promise<void>,
): void;
export function conformance(
  rule: JudgedName,
  options: CaseOptions<Axes>,
  body: (t: Context, params: Params) => Promise<void>,
): void {
  register({ rule, options, body, measures: false });
}

/** Declares how a quality is measured that nothing judges. Its cases run alone and pass only with samples. */
export function measurement<const A extends Axes>(
  rule: MeasuredName,
  options: CaseOptions<A>,
  body: (t: Context, params: Point<A>) => Promise<void>,
): void;
export function measurement(
  rule: MeasuredName,
  options: CaseOptions<Axes>,
  body: (t: Context, params: Params) => Promise<void>,
): void {
  register({ rule, options: { ...options, alone: true }, body, measures: true });
}

/** How the cases of a rule are declared, whoever's rule it is. */
export interface Declaration {
  readonly rule: string;
  readonly options: CaseOptions<Axes>;
  readonly body: (t: Context, params: Params) => Promise<void>;
  readonly measures: boolean;
}

/** Makes the cases of a rule. */
export function register({ rule, options, body, measures }: Declaration): void {
  for (const params of product(options.over ?? {})) {
    const id = caseId(rule, params);
    if (registered.has(id)) throw new Error(`the case ${id} is declared twice`);
    const sourceNeeds = Object.entries(params).flatMap(([axis, value]) =>
      axis === 'source' ? (NEEDS_OF.get(String(value)) ?? []) : [],
    );
    registered.set(id, {
      entry: {
        id,
        rule: ruleOf(id),
        needs: [...new Set([...sourceNeeds, ...(options.needs ?? [])])],
        weight: options.alone === true ? 'alone' : 'shared',
        profile: profileOf(options, params),
      },
      assertions: options.assertions ?? 1,
      measures,
      limitMs: options.limitMs ?? LIMITS.caseMs,
      run: (t) => body(t, params),
    });
  }
}

/**
 * Where a rule is checked with pictures and with sound, both together tell little more and took two fifths of all
 * waiting: they are left to the long run, unless the rule says otherwise.
 */
function profileOf({ profile, over }: CaseOptions<Axes>, params: Params): Profile {
  if (typeof profile === 'function') return profile(params);
  if (profile !== undefined) return profile;
  const told = EVERY_KIND.every((kind) => over?.['source']?.includes(kind) === true);
  return told && params['source'] === 'both' ? 'full' : 'default';
}

/** Every case that the loaded suites declare, by id. */
export function registeredCases(): ReadonlyMap<string, Case> {
  return registered;
}

/** The cases that a function declares, and no others; they are forgotten behind it. */
export function casesDeclaredBy(declare: () => void): ReadonlyMap<string, Case> {
  const before = registered;
  registered = new Map();
  try {
    declare();
    return registered;
  } finally {
    registered = before;
  }
}

function product(over: Axes): readonly Params[] {
  return Object.entries(over).reduce<readonly Params[]>(
    (points, [axis, values]) =>
      points.flatMap((point) => values.map((value) => ({ ...point, [axis]: value }))),
    [{}],
  );
}
