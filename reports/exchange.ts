import {
  decides,
  type Results,
  type RuleSnapshot,
  type Target,
  type Verdict,
} from '../harness/protocol/index.ts';
import { casesByRule, foldVerdicts, isBroken, testableRules } from './summary.ts';

/** What whoever uses another recorder in a browser gets in exchange for the browser's own, in firm must-rules. */
export interface Exchange {
  readonly target: Target;
  readonly native: Target;
  /** Kept by the recorder and broken by the browser's own. */
  readonly gained: readonly RuleSnapshot[];
  /** Broken by the recorder and kept by the browser's own. */
  readonly lost: readonly RuleSnapshot[];
  /** Kept by the browser's own, and by declaration none of the recorder's business. */
  readonly unclaimed: readonly RuleSnapshot[];
  /** Broken by both. */
  readonly neither: readonly RuleSnapshot[];
  /** How many rules both keep. */
  readonly both: number;
  /** Beyond what any script can do. */
  readonly beyond: readonly RuleSnapshot[];
}

/** Holds every recorder that is not the browser's own against the one that is, in the same browser. */
export function exchanges(results: Results): readonly Exchange[] {
  return results.targets.flatMap((target) => {
    if (target.subject.kind === 'native') return [];
    const native = results.targets.find((other) => isNativeOf(other, target));
    return native === undefined ? [] : [exchangeOf(results, target, native)];
  });
}

function isNativeOf({ subject, engine, browser }: Target, target: Target): boolean {
  return (
    subject.kind === 'native' &&
    engine === target.engine &&
    browser.name === target.browser.name &&
    browser.version === target.browser.version
  );
}

function exchangeOf(results: Results, target: Target, native: Target): Exchange {
  const firm = testableRules(results).filter(decides);
  const [its, own] = [verdictsIn(target), verdictsIn(native)];
  const within = firm.filter((rule) => rule.beyondScripts === undefined);
  const where = (matches: (its: Verdict, own: Verdict) => boolean): readonly RuleSnapshot[] =>
    within.filter((rule) => {
      const [mine, theirs] = [its(rule), own(rule)];
      return mine !== undefined && theirs !== undefined && matches(mine, theirs);
    });
  return {
    target,
    native,
    gained: where((mine, theirs) => mine === 'pass' && isBroken(theirs)),
    lost: where((mine, theirs) => isBroken(mine) && theirs === 'pass'),
    unclaimed: where((mine, theirs) => mine === 'unsupported' && theirs === 'pass'),
    neither: where((mine, theirs) => isBroken(mine) && isBroken(theirs)),
    both: where((mine, theirs) => mine === 'pass' && theirs === 'pass').length,
    beyond: firm.filter((rule) => rule.beyondScripts !== undefined),
  };
}

function verdictsIn(target: Target): (rule: RuleSnapshot) => Verdict | undefined {
  const byRule = casesByRule(target);
  return ({ id }) => foldVerdicts((byRule.get(id) ?? []).map(({ verdict }) => verdict));
}

/** What a recorder declares not to claim, as sentences. */
export function declarationLines({ subject }: Target): readonly string[] {
  const { declaration } = subject;
  if (declaration === undefined) return [];
  const { records, types, declines = [] } = declaration;
  return [
    ...(records === undefined ? [] : [`It records ${records.join(' and ')} only.`]),
    ...(types === undefined ? [] : [`It records the types ${types.join(', ')} only.`]),
    ...declines.map(({ rules, reason }) => `${reason} (${rules.join(', ')})`),
  ];
}
