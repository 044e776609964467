import {
  decides,
  type Engine,
  type Results,
  type RuleSnapshot,
  type Target,
  type Verdict,
} from '../harness/protocol/index.ts';
import { casesByRule, foldVerdicts, isBroken, isDecided, testableRules } from './summary.ts';

/** How a rule went in each target, in the order of the targets. */
interface RuleVerdicts {
  readonly rule: RuleSnapshot;
  readonly verdicts: readonly (Verdict | undefined)[];
}

/** One thing that a reader should see first, with the rules that show it. */
export interface Finding {
  readonly kind: 'broken' | 'everywhere' | 'only' | 'disagree' | 'unsteady';
  readonly engine?: Engine;
  readonly rules: readonly RuleVerdicts[];
}

/** How a rule went in one engine: the heaviest verdict of its targets that were decided. */
function engineVerdict(
  engines: readonly Engine[],
  verdicts: readonly (Verdict | undefined)[],
  engine: Engine,
): Verdict | undefined {
  const own = verdicts.filter(
    (verdict, index): verdict is Verdict =>
      verdict !== undefined && engines[index] === engine && isDecided(verdict),
  );
  return foldVerdicts(own);
}

/** The engines among the targets, each once. */
export function enginesOf(targets: readonly { readonly engine: Engine }[]): readonly Engine[] {
  return [...new Set(targets.map(({ engine }) => engine))];
}

/** Whether a version is older than another one, by the parts that it is written with: 153 is no older than 153.2. */
export function isOlder(one: string, other: string): boolean {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  const at = (a ?? []).findIndex((part, index) => part !== (b?.[index] ?? 0));
  return at >= 0 && (a?.[at] ?? 0) < (b?.[at] ?? 0);
}

/**
 * Which targets speak for their engines: the newest native recorder of each. A polyfill in a browser says nothing
 * of that browser, unless there is no native recorder in the whole run.
 */
export function speakers(
  targets: readonly Pick<Target, 'engine' | 'subject' | 'browser'>[],
): readonly boolean[] {
  const native = targets.some(({ subject }) => subject.kind === 'native');
  return targets.map(({ engine, subject, browser }) => {
    if (!native) return true;
    if (subject.kind !== 'native') return false;
    return !targets.some(
      (other) =>
        other.engine === engine &&
        other.subject.kind === 'native' &&
        isOlder(browser.version, other.browser.version),
    );
  });
}

/** Where a rule breaks: the engines that decided it, and those among them that broke it. */
export function breaks(
  engines: readonly Engine[],
  verdicts: readonly (Verdict | undefined)[],
): { readonly decided: readonly Engine[]; readonly broken: readonly Engine[] } {
  const verdictIn = (engine: Engine): Verdict | undefined => engineVerdict(engines, verdicts, engine);
  const decided = [...new Set(engines)].filter((engine) => verdictIn(engine) !== undefined);
  const broken = decided.filter((engine) => {
    const verdict = verdictIn(engine);
    return verdict !== undefined && isBroken(verdict);
  });
  return { decided, broken };
}

/** Every rule with its verdict in each target. */
function ruleVerdicts(results: Results): readonly RuleVerdicts[] {
  const targets = results.targets.map(casesByRule);
  return testableRules(results).map((rule) => ({
    rule,
    verdicts: targets.map((cases) => foldVerdicts((cases.get(rule.id) ?? []).map(({ verdict }) => verdict))),
  }));
}

/** The findings that matter most, of one engine alone what it breaks; of several what fails everywhere, what fails only in one engine, what is unsteady. */
export function findings(results: Results): readonly Finding[] {
  const engines = results.targets.map(({ engine }) => engine);
  const speaks = speakers(results.targets);
  const rules = ruleVerdicts(results)
    .filter(({ rule }) => decides(rule))
    .map(({ rule, verdicts }) => ({
      rule,
      verdicts: verdicts.map((verdict, index) => (speaks[index] === true ? verdict : undefined)),
    }));
  const placed = rules.map((entry) => ({ entry, ...breaks(engines, entry.verdicts) }));
  const several = placed.filter(({ decided }) => decided.length > 1);
  const everywhere = several.filter(({ decided, broken }) => decided.length === broken.length);
  const unsteady = rules.filter(({ verdicts }) =>
    verdicts.some((verdict) => verdict === 'flaky' || verdict === 'crash' || verdict === 'timeout'),
  );
  const only = enginesOf(results.targets).map((engine) => ({
    kind: 'only' as const,
    engine,
    rules: several
      .filter(({ broken }) => broken.length === 1 && broken[0] === engine)
      .map(({ entry }) => entry),
  }));
  const disagree = several
    .filter(({ decided, broken }) => broken.length > 0 && broken.length < decided.length)
    // Those broken in a single engine are told above: what is broken in more comes first here.
    .toSorted((a, b) => b.broken.length - a.broken.length);
  const single = enginesOf(results.targets).length === 1;
  const broken = placed.filter((rule) => single && rule.broken.length > 0);
  const found: readonly Finding[] = [
    { kind: 'broken', rules: broken.map(({ entry }) => entry) },
    { kind: 'everywhere', rules: everywhere.map(({ entry }) => entry) },
    ...only,
    { kind: 'disagree', rules: disagree.map(({ entry }) => entry) },
    { kind: 'unsteady', rules: unsteady },
  ];
  return found.filter((finding) => finding.rules.length > 0);
}
