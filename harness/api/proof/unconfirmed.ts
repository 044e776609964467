import type { Results, RuleSnapshot, Target } from '../../protocol/index.ts';

/** A rule that the reference keeps and no browser does, with what the browsers' recorders came to. */
export interface Unconfirmed {
  readonly rule: RuleSnapshot;
  readonly natives: readonly { readonly target: string; readonly failed: number; readonly cases: number }[];
}

/**
 * The rules on which the suite has nothing but the reference on its side: both could share one mistake, so that each
 * is to be read once more against its source. What no browser was asked for is not among them.
 */
export function unconfirmedBy({ rules, targets }: Results): readonly Unconfirmed[] {
  const of = (kind: string): readonly Target[] => targets.filter(({ subject }) => subject.kind === kind);
  const [references, natives] = [of('reference'), of('native')];
  return rules
    .map((rule) => ({ rule, natives: natives.flatMap((target) => tallyOf(target, rule.id)) }))
    .filter(
      ({ rule, natives: tallies }) =>
        tallies.length > 0 &&
        tallies.every(({ failed }) => failed > 0) &&
        references.some((target) => tallyOf(target, rule.id).some(({ failed }) => failed === 0)),
    );
}

/** The rules as lines to read, each with the step that it is to be held against. */
export function unconfirmedText(found: readonly Unconfirmed[]): string {
  const lines = found.flatMap(({ rule, natives }) => [
    `${rule.id} (${rule.level}, ${rule.standing})`,
    `  ${rule.statement}`,
    `  ${rule.source.label}: ${rule.source.url}`,
    ...natives.map(({ target, failed, cases }) => `  ${target}: ${failed} of ${cases} cases failed`),
  ]);
  return [...lines, `${found.length} rules that the reference keeps and no browser does`, ''].join('\n');
}

/** What a target came to on a rule, unless none of its cases was judged there. */
function tallyOf(target: Target, rule: string): Unconfirmed['natives'] {
  const judged = target.cases.filter(
    (each) => each.rule === rule && ['pass', 'fail', 'flaky', 'timeout', 'crash'].includes(each.verdict),
  );
  if (judged.length === 0) return [];
  return [
    {
      target: target.id,
      failed: judged.filter(({ verdict }) => verdict !== 'pass').length,
      cases: judged.length,
    },
  ];
}
