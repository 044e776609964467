import type {
  CaseResult,
  Engine,
  Results,
  RuleSnapshot,
  Target,
  Verdict,
} from '../../../harness/protocol/index.ts';
import { findings, enginesOf, type Finding } from '../../findings.ts';
import { evidence, tellingAttempt } from '../../failures.ts';
import { longLabel, subjectLabel, targetLabels } from '../../labels.ts';
import { casesByRule, foldVerdicts, summarise, testableRules, type Summary } from '../../summary.ts';
import type { Payload } from '../payload.ts';

/** A target as the page shows it. */
export interface TargetView {
  readonly target: Target;
  readonly index: number;
  readonly label: string;
  readonly long: string;
  readonly subject: string;
  readonly cases: ReadonlyMap<string, CaseResult>;
}

/** A rule in one target. */
export interface RuleCell {
  readonly verdict: Verdict | undefined;
  readonly cases: readonly CaseResult[];
  readonly passed: number;
}

/** A rule in every target. */
export interface RuleRow {
  readonly rule: RuleSnapshot;
  readonly cells: readonly RuleCell[];
  /** Every case of the rule that some target has, in a stable order. */
  readonly cases: readonly string[];
}

/** Everything the page looks up, computed once. */
export interface Model {
  readonly payload: Payload;
  readonly results: Results;
  readonly summary: Summary;
  readonly targets: readonly TargetView[];
  readonly engines: readonly { readonly id: Engine; readonly label: string }[];
  readonly rows: readonly RuleRow[];
  readonly findings: readonly Finding[];
}

const NO_CASES: readonly CaseResult[] = [];

function cellOf(cases: readonly CaseResult[]): RuleCell {
  return {
    verdict: foldVerdicts(cases.map(({ verdict }) => verdict)),
    cases,
    passed: cases.filter(({ verdict }) => verdict === 'pass').length,
  };
}

/** Reads results into what the page looks up. */
export function modelOf(payload: Payload): Model {
  const { results } = payload;
  const labels = targetLabels(results.targets);
  const grouped = results.targets.map(casesByRule);
  return {
    payload,
    results,
    summary: summarise(results),
    findings: findings(results),
    targets: results.targets.map((target, index) => ({
      target,
      index,
      label: labels.get(target.id) ?? target.id,
      long: longLabel(target),
      subject: subjectLabel(target.subject),
      cases: new Map(target.cases.map((result) => [result.id, result])),
    })),
    engines: enginesOf(results.targets).map((id) => ({
      id,
      label: [
        ...new Set(results.targets.filter(({ engine }) => engine === id).map(({ browser }) => browser.name)),
      ].join(' / '),
    })),
    rows: testableRules(results).map((rule) => {
      const cells = grouped.map((byRule) => cellOf(byRule.get(rule.id) ?? NO_CASES));
      return {
        rule,
        cells,
        cases: [...new Set(cells.flatMap(({ cases }) => cases.map(({ id }) => id)))].sort(),
      };
    }),
  };
}

const texts = new WeakMap<RuleRow, string>();

/** Everything of a rule that a search looks at: its words, and what went wrong in any target. */
export function searchText(row: RuleRow): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const { rule } = row;
  const said = row.cells.flatMap(({ cases }) =>
    cases
      .filter(({ verdict }) => verdict !== 'pass')
      .flatMap((result) => Object.values(evidence(tellingAttempt(result)))),
  );
  const text = [rule.id, rule.statement, rule.sectionTitle, rule.source.label, ...row.cases, ...new Set(said)]
    .join('\n')
    .toLowerCase();
  texts.set(row, text);
  return text;
}

/** The parameters of a case, as words. */
export function paramsOf(id: string): readonly { readonly name: string; readonly value: string }[] {
  return id
    .split(';')
    .slice(1)
    .map((part) => {
      const at = part.indexOf('=');
      const value = part.slice(at + 1);
      try {
        return { name: part.slice(0, at), value: decodeURIComponent(value) };
      } catch {
        return { name: part.slice(0, at), value };
      }
    });
}
