import type { Results, RuleSnapshot, Target, Verdict } from '../harness/protocol/index.ts';
import { longLabel, subjectLabel } from './labels.ts';
import { isBroken } from './summary.ts';

/** One case whose verdict is not what it was. */
export interface Change {
  readonly target: string;
  readonly case: string;
  readonly rule: string;
  readonly before?: Verdict;
  readonly after?: Verdict;
  /** What happened to the rule itself between the runs: then the browser may be the same as before. */
  readonly ruleChange?: RuleChange['kind'];
}

/** A rule that is not what it was. */
interface RuleChange {
  readonly rule: string;
  readonly kind: 'new' | 'gone' | 'changed';
  readonly fields: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

/** Two targets that were held against each other. */
interface Pair {
  readonly before: string;
  readonly after: string;
  readonly label: string;
}

/** What changed between two runs: the browsers' doing and the suite's own, told apart. */
export interface Comparison {
  readonly before: { readonly startedAt: string; readonly suite: Results['suite'] };
  readonly after: { readonly startedAt: string; readonly suite: Results['suite'] };
  readonly pairs: readonly Pair[];
  readonly newlyFailing: readonly Change[];
  readonly newlyPassing: readonly Change[];
  /** Neither better nor worse: blocked instead of unsupported, a crash instead of a failure. */
  readonly otherwise: readonly Change[];
  readonly added: readonly Change[];
  readonly gone: readonly Change[];
  readonly unmatched: readonly string[];
  readonly rules: readonly RuleChange[];
}

/** What makes two targets the same in two runs although their versions differ. */
function sameness(target: Target): string {
  return `${target.engine} ${target.browser.name} ${target.subject.kind} ${subjectLabel(target.subject).replace(/ [\d.]+$/, '')}`;
}

/** The targets of two runs that belong together: by id, then by what is tested where, then the only ones there are. */
function pairUp(before: Results, after: Results): readonly (readonly [Target, Target])[] {
  const [only, ...others] = before.targets;
  const [own, ...owns] = after.targets;
  if (only && own && others.length === 0 && owns.length === 0) return [[only, own]];
  const free = new Set(before.targets);
  const take = (matches: (candidate: Target) => boolean): Target | undefined => {
    const found = [...free].find(matches);
    if (found !== undefined) free.delete(found);
    return found;
  };
  const byId = new Map(after.targets.map((target) => [target, take((old) => old.id === target.id)] as const));
  return after.targets.flatMap((target) => {
    const found = byId.get(target) ?? take((old) => sameness(old) === sameness(target));
    return found === undefined ? [] : [[found, target] as const];
  });
}

function ruleChanges(before: Results, after: Results): readonly RuleChange[] {
  const old = new Map<string, RuleSnapshot>(before.rules.map((rule) => [rule.id, rule]));
  const now = new Set<string>(after.rules.map((rule) => rule.id));
  const read = (rule: RuleSnapshot): Readonly<Record<string, string>> => ({
    statement: rule.statement,
    level: rule.level,
    standing: rule.standing,
    source: rule.source.label,
  });
  const changed = after.rules.flatMap((rule): readonly RuleChange[] => {
    const was = old.get(rule.id);
    if (was === undefined) return [{ rule: rule.id, kind: 'new', fields: [] }];
    const [then, current] = [read(was), read(rule)];
    const fields = Object.keys(current)
      .map((field) => ({ field, before: then[field] ?? '', after: current[field] ?? '' }))
      .filter((field) => field.before !== field.after);
    return fields.length === 0 ? [] : [{ rule: rule.id, kind: 'changed', fields }];
  });
  const gone = before.rules
    .filter((rule) => !now.has(rule.id))
    .map((rule): RuleChange => ({ rule: rule.id, kind: 'gone', fields: [] }));
  return [...changed, ...gone];
}

/** Every case of two targets whose verdicts differ. */
function changesOf(
  before: Target,
  after: Target,
  kinds: ReadonlyMap<string, RuleChange['kind']>,
): readonly Change[] {
  const old = new Map<string, Verdict>(before.cases.map(({ id, verdict }) => [id, verdict]));
  const now = new Set<string>(after.cases.map(({ id }) => id));
  const because = (rule: string): Pick<Change, 'ruleChange'> => {
    const kind = kinds.get(rule);
    return kind === undefined ? {} : { ruleChange: kind };
  };
  const changed = after.cases.flatMap(({ id, rule, verdict }): readonly Change[] => {
    const was = old.get(id);
    if (was === verdict) return [];
    const change = { target: after.id, case: id, rule, after: verdict, ...because(rule) };
    return [was === undefined ? change : { ...change, before: was }];
  });
  const gone = before.cases
    .filter(({ id }) => !now.has(id))
    .map(({ id, rule, verdict }) => ({
      target: after.id,
      case: id,
      rule,
      before: verdict,
      ...because(rule),
    }));
  return [...changed, ...gone];
}

type Sorted = Pick<Comparison, 'newlyFailing' | 'newlyPassing' | 'otherwise' | 'added' | 'gone'>;

/** Sorts changes by what they mean. */
function sorted(changes: readonly Change[]): Sorted {
  const both = changes.filter((change) => change.before !== undefined && change.after !== undefined);
  const broken = (verdict: Verdict | undefined): boolean => verdict !== undefined && isBroken(verdict);
  const newlyFailing = both.filter((change) => broken(change.after) && !broken(change.before));
  const newlyPassing = both.filter((change) => change.after === 'pass');
  return {
    newlyFailing,
    newlyPassing,
    otherwise: both.filter((change) => !newlyFailing.includes(change) && !newlyPassing.includes(change)),
    added: changes.filter((change) => change.before === undefined),
    gone: changes.filter((change) => change.after === undefined),
  };
}

function pairOf(old: Target, now: Target): Pair {
  const [before, after] = [longLabel(old), longLabel(now)];
  return { before: old.id, after: now.id, label: before === after ? after : `${before} → ${after}` };
}

/** Holds two targets of one run against each other; the rules are the same for both. */
export function compareTargets(run: Results, before: Target, after: Target): Comparison {
  const own = { startedAt: run.startedAt, suite: run.suite };
  return {
    before: own,
    after: own,
    pairs: [pairOf(before, after)],
    ...sorted(changesOf(before, after, new Map())),
    unmatched: [],
    rules: [],
  };
}

/** Holds a run against an earlier one. */
export function compare(before: Results, after: Results): Comparison {
  const pairs = pairUp(before, after);
  const rules = ruleChanges(before, after);
  const kinds = new Map(rules.map(({ rule, kind }) => [rule, kind]));
  return {
    before: { startedAt: before.startedAt, suite: before.suite },
    after: { startedAt: after.startedAt, suite: after.suite },
    pairs: pairs.map(([old, now]) => pairOf(old, now)),
    ...sorted(pairs.flatMap(([old, now]) => changesOf(old, now, kinds))),
    unmatched: [
      ...before.targets.filter((target) => !pairs.some(([old]) => old === target)),
      ...after.targets.filter((target) => !pairs.some(([, now]) => now === target)),
    ].map(longLabel),
    rules,
  };
}
