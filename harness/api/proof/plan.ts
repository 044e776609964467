import type { Mutant } from '../suite.ts';
import { caseId, type CaseEntry, type Manifest, type RuleSnapshot } from '../../protocol/index.ts';

/** What has to fail for a mutant to be caught: for each rule that it breaks, one of the rule's cases. */
export interface Trial {
  readonly mutant: Mutant;
  readonly hunts: readonly Hunt[];
}

/** A rule that a mutant breaks, with the cases that can notice, the cheapest first. */
export interface Hunt {
  readonly rule: string;
  readonly cases: readonly CaseEntry[];
}

/** A mutant that names what is not there. */
export class PlanError extends Error {
  override readonly name = 'PlanError';
}

/** Finds the cases that each mutant is tried against. */
export function planTrials(manifest: Manifest, mutants: readonly Mutant[]): readonly Trial[] {
  return mutants.map((mutant) => ({
    mutant,
    hunts: mutant.breaks.map((rule) => ({ rule, cases: casesFor(manifest, mutant, rule) })),
  }));
}

/** The rules that the suite checks, and that a script is able to keep: each needs a mutant or an excuse. */
export function provableRules({ rules, cases }: Manifest): readonly RuleSnapshot[] {
  const checked = new Set<string>(cases.map(({ rule }) => rule));
  return rules.filter(
    ({ id, standing, untestable, beyondScripts }) =>
      // What is only measured is never judged, so that nothing can break it.
      standing !== 'measured' && untestable === undefined && beyondScripts === undefined && checked.has(id),
  );
}

function casesFor(manifest: Manifest, { name, where }: Mutant, rule: string): readonly CaseEntry[] {
  if (!manifest.rules.some(({ id }) => id === rule)) {
    throw new PlanError(`the mutant ${name} breaks ${rule}, which is no rule`);
  }
  const wanted = caseId('any', where ?? {})
    .split(';')
    .slice(1);
  const found = manifest.cases.filter((entry) => {
    const given = entry.id.split(';');
    return entry.rule === rule && wanted.every((part) => given.includes(part));
  });
  if (found.length === 0) {
    throw new PlanError(`no case of ${rule} has the parameters of the mutant ${name}: ${wanted.join(', ')}`);
  }
  return found.sort((a, b) => costOf(a) - costOf(b));
}

// Pictures alone are the cheapest to record, both kinds the dearest; what measures runs with nothing beside it.
const COSTS: readonly (readonly [part: string, cost: number])[] = [
  ['source=both', 2],
  ['source=tone', 1],
];

function costOf({ id, weight, profile }: CaseEntry): number {
  const source = COSTS.find(([part]) => id.includes(part))?.[1] ?? 0;
  return source + (weight === 'alone' ? 10 : 0) + (profile === 'full' ? 20 : 0);
}
