import {
  decides,
  isJudged,
  type CaseResult,
  type Results,
  type RuleSnapshot,
  type Target,
  type Verdict,
} from '../harness/protocol/index.ts';

/** How many cases came to each verdict. */
export type Tally = Readonly<Record<Verdict, number>>;

/** How many rules were kept, of how many that could be decided at all. */
export interface Kept {
  readonly kept: number;
  readonly decided: number;
}

/** The rules of one group in one target: kept of decided, and why the others could not be decided. */
export interface Standings extends Kept {
  readonly blocked: number;
  readonly unsupported: number;
  readonly harnessError: number;
  readonly notRun: number;
}

/** What one target came to. */
export interface TargetSummary {
  readonly target: string;
  readonly tally: Tally;
  /** The must-rules whose text is firm: only they decide conformance. */
  readonly conformance: Standings;
  /** The must-rules that only a browser can keep, for a recorder that is none: they are no part of its conformance. */
  readonly beyond: Standings;
  /** The rules whose text allows several readings. */
  readonly unclear: Standings;
  /** All other rules: should, may, and what only documentation or practice asks for. */
  readonly beside: Standings;
}

/** One section of the specification in one target. */
interface SectionCell extends Standings {
  readonly tally: Tally;
}

/** One section of the specification in every target, in the order of the targets. */
interface SectionSummary {
  readonly id: string;
  readonly title: string;
  readonly rules: number;
  readonly cells: readonly SectionCell[];
}

/** The figures of a run. */
export interface Summary {
  readonly targets: readonly TargetSummary[];
  readonly sections: readonly SectionSummary[];
  readonly complete: boolean;
}

/** Verdicts from the one that weighs most on a rule to the one that weighs least. */
const WEIGHT: readonly Verdict[] = [
  'crash',
  'fail',
  'timeout',
  'flaky',
  'pass',
  'harness-error',
  'blocked',
  'unsupported',
];

/** Whether a verdict says something about the recorder, rather than about the machine or the harness. */
export function isDecided(verdict: Verdict): boolean {
  return WEIGHT.indexOf(verdict) <= WEIGHT.indexOf('pass');
}

/** Whether a verdict speaks against the recorder. */
export function isBroken(verdict: Verdict): boolean {
  return WEIGHT.indexOf(verdict) < WEIGHT.indexOf('pass');
}

/** The verdict of a rule: the heaviest of its cases', or undefined when none was run. */
export function foldVerdicts(verdicts: readonly Verdict[]): Verdict | undefined {
  return WEIGHT.find((verdict) => verdicts.includes(verdict));
}

/** Counts verdicts. */
function tally(cases: readonly Pick<CaseResult, 'verdict'>[]): Tally {
  const counts = emptyTally();
  for (const { verdict } of cases) counts[verdict] += 1;
  return counts;
}

function emptyTally(): Record<Verdict, number> {
  return {
    pass: 0,
    fail: 0,
    flaky: 0,
    timeout: 0,
    crash: 0,
    'harness-error': 0,
    blocked: 0,
    unsupported: 0,
  };
}

/** Results never change once they are read, so what was sorted once stays sorted. */
const grouped = new WeakMap<readonly CaseResult[], ReadonlyMap<string, readonly CaseResult[]>>();

/** The cases of a target by the rule they check. */
export function casesByRule(target: Pick<Target, 'cases'>): ReadonlyMap<string, readonly CaseResult[]> {
  const known = grouped.get(target.cases);
  if (known !== undefined) return known;
  const byRule = new Map<string, CaseResult[]>();
  grouped.set(target.cases, byRule);
  for (const result of target.cases) {
    const known = byRule.get(result.rule);
    if (known === undefined) byRule.set(result.rule, [result]);
    else known.push(result);
  }
  return byRule;
}

/** Folds the verdicts of several rules in one target; undefined stands for a rule that was not run. */
export function standings(verdicts: readonly (Verdict | undefined)[]): Standings {
  const count = (matches: (verdict: Verdict | undefined) => boolean): number =>
    verdicts.filter(matches).length;
  return {
    kept: count((verdict) => verdict === 'pass'),
    decided: count((verdict) => verdict !== undefined && isDecided(verdict)),
    blocked: count((verdict) => verdict === 'blocked'),
    unsupported: count((verdict) => verdict === 'unsupported'),
    harnessError: count((verdict) => verdict === 'harness-error'),
    notRun: count((verdict) => verdict === undefined),
  };
}

/** The rules that a run can judge: those that are not declared untestable. */
export function testableRules(results: Pick<Results, 'rules'>): readonly RuleSnapshot[] {
  return results.rules.filter((rule) => rule.untestable === undefined);
}

/** The sections of the rules, in the order of their first rule. */
export function sectionsOf(
  rules: readonly RuleSnapshot[],
): readonly { readonly id: string; readonly title: string; readonly rules: readonly RuleSnapshot[] }[] {
  return [...new Set(rules.map((rule) => rule.section))].map((id) => {
    const own = rules.filter((rule) => rule.section === id);
    return { id, title: own[0]?.sectionTitle ?? id, rules: own };
  });
}

/** Whether a rule is beyond what the subject of a target, as a script, can do. */
function isBeyond({ beyondScripts }: RuleSnapshot, { subject }: Target): boolean {
  return beyondScripts !== undefined && subject.kind !== 'native';
}

/** The figures of a run; a rule is kept in a target when all its decided cases pass. What is only measured counts nowhere. */
export function summarise(results: Results): Summary {
  const rules = testableRules(results).filter(isJudged);
  const measured = new Set(results.rules.filter((rule) => !isJudged(rule)).map(({ id }) => id));
  const folded = results.targets.map((target) => {
    const byRule = casesByRule(target);
    const verdictOf = (rule: RuleSnapshot): Verdict | undefined =>
      foldVerdicts((byRule.get(rule.id) ?? []).map((result) => result.verdict));
    const tallyOf = (of: readonly RuleSnapshot[]): Tally =>
      tally(of.flatMap((rule) => byRule.get(rule.id) ?? []));
    return { target, verdictOf, tallyOf };
  });
  return {
    targets: folded.map(({ target, verdictOf }) => {
      const of = (matches: (rule: RuleSnapshot) => boolean): Standings =>
        standings(rules.filter(matches).map(verdictOf));
      return {
        target: target.id,
        tally: tally(target.cases.filter(({ rule }) => !measured.has(rule))),
        conformance: of((rule) => decides(rule) && !isBeyond(rule, target)),
        beyond: of((rule) => decides(rule) && isBeyond(rule, target)),
        unclear: of((rule) => rule.standing === 'unclear'),
        beside: of((rule) => !decides(rule) && rule.standing !== 'unclear'),
      };
    }),
    sections: sectionsOf(rules).map(({ id, title, rules: own }) => ({
      id,
      title,
      rules: own.length,
      cells: folded.map(({ target, verdictOf, tallyOf }) => ({
        ...standings(own.filter((rule) => decides(rule) && !isBeyond(rule, target)).map(verdictOf)),
        tally: tallyOf(own),
      })),
    })),
    complete: results.targets.every((target) => target.complete) && results.notRun.length === 0,
  };
}
