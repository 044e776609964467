import type { Params } from '../../harness/protocol/index.ts';
import type { Rule, Section } from '../rule.ts';
import type { Axes, Case, CaseOptions, Point } from './case.ts';
import type { Context } from './context.ts';
import { casesDeclaredBy, register } from './registry.ts';

type RulesOf<Id extends string> = Readonly<Record<`${Id}.${string}`, Rule>>;

/** The ids of the rules that measure, and of all others. */
type MeasuredOf<R> = {
  [K in keyof R]: R[K] extends { readonly standing: 'measured' } ? K : never;
}[keyof R] &
  string;
type JudgedOf<R> = Exclude<keyof R & string, MeasuredOf<R>>;

/** What the cases of a suite are declared with; only the ids of its own rules compile. */
export interface Suite<R> {
  /** Declares how a rule is checked: one case for each combination of the values in `over`. */
  readonly conformance: <const A extends Axes>(
    rule: JudgedOf<R>,
    options: CaseOptions<A>,
    body: (t: Context, params: Point<A>) => Promise<void>,
  ) => void;
  /** Declares how a quality is measured; its cases run alone and pass only with samples. */
  readonly measurement: <const A extends Axes>(
    rule: MeasuredOf<R>,
    options: CaseOptions<A>,
    body: (t: Context, params: Point<A>) => Promise<void>,
  ) => void;
}

let suites: readonly Section[] = [];

/** Declares a suite of rules that are not the package's own. The ids of its rules begin with its id and a dot. */
export function defineSuite<const Id extends string, const R extends RulesOf<Id>>(suite: {
  readonly id: Id;
  readonly title: string;
  readonly rules: R;
}): Suite<R> {
  const { id, rules } = suite;
  const ids = new Map<string, Rule>(Object.entries(rules));
  if (suites.some((each) => each.id === id)) throw new Error(`the suite ${id} is declared twice`);
  for (const name of ids.keys())
    if (!name.startsWith(`${id}.`)) throw new Error(`the rule ${name} must begin with "${id}."`);
  suites = [...suites, suite];
  const mustHave = (name: string, measures: boolean): void => {
    const rule = ids.get(name);
    if (rule === undefined) throw new Error(`the suite ${id} has no rule ${name}`);
    if ((rule.standing === 'measured') !== measures)
      throw new Error(`cases of ${name} are declared with ${measures ? 'conformance' : 'measurement'}`);
  };

  function conformance<const A extends Axes>(
    rule: JudgedOf<R>,
    options: CaseOptions<A>,
    body: (t: Context, params: Point<A>) => Promise<void>,
  ): void;
  function conformance(
    rule: string,
    options: CaseOptions<Axes>,
    body: (t: Context, params: Params) => Promise<void>,
  ): void {
    mustHave(rule, false);
    register({ rule, options, body, measures: false });
  }

  function measurement<const A extends Axes>(
    rule: MeasuredOf<R>,
    options: CaseOptions<A>,
    body: (t: Context, params: Point<A>) => Promise<void>,
  ): void;
  function measurement(
    rule: string,
    options: CaseOptions<Axes>,
    body: (t: Context, params: Params) => Promise<void>,
  ): void {
    mustHave(rule, true);
    register({ rule, options: { ...options, alone: true }, body, measures: true });
  }

  return { conformance, measurement };
}

/** The suites that a function declares, and their cases; the kit forgets them behind it. */
export function declaredBy(declare: () => void): {
  readonly suites: readonly Section[];
  readonly cases: ReadonlyMap<string, Case>;
} {
  const before = suites;
  suites = [];
  try {
    const cases = casesDeclaredBy(declare);
    return { suites, cases };
  } finally {
    suites = before;
  }
}
