import type { Mutant } from '../suite.ts';
import { caseId, type CaseEntry, type Manifest, type RuleSnapshot } from '../../protocol/index.ts';

/** What has to fail for a mutant to be caught: for each rule that it breaks, one of the rule's cases. */
export interface Trial {
  /** What is tried, by the name that it has on the command line. */
  readonly subject: string;
  readonly mutant: Mutant;
  readonly hunts: readonly Hunt[];
}

/** A rule that a mutant breaks, with the cases that can notice, the cheapest first. */
interface Hunt {
  readonly rule: string;
  readonly cases: readonly CaseEntry[];
}

/** A mutant that names what is not there. */
class PlanError extends Error {
  override readonly name = 'PlanError';
}

/** How long cases take, by their ids; those that were never measured are not in it. */
export type Durations = Readonly<Record<string, number>>;

/** Finds the cases that each mutant is tried against; what takes longest comes first, so that nothing is left at the end. */
export function planTrials(
  manifest: Manifest,
  mutants: readonly Mutant[],
  durations: Durations = {},
): readonly Trial[] {
  const cost = costsBy(durations);
  return mutants
    .map((mutant): Trial => ({
      subject: `mutant:${mutant.name}`,
      mutant,
      hunts: mutant.breaks.map((rule) => ({
        rule,
        cases: casesFor(manifest, mutant, rule).toSorted((a, b) => cost(a) - cost(b)),
      })),
    }))
    .map((trial) => ({ trial, length: lengthOf(trial, cost) }))
    .sort((a, b) => b.length - a.length)
    .map(({ trial }) => trial);
}

function lengthOf({ hunts }: Trial, cost: (entry: CaseEntry) => number): number {
  return hunts.reduce((sum, { cases: [first] }) => sum + (first === undefined ? 0 : cost(first)), 0);
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
  return found;
}

// What was never measured may take anything; what measures runs with nothing beside it.
const UNKNOWN_MS = 1_000;
const ALONE_MS = 60_000;
// The cases of the long run come last: those of every run should catch what they can.
const LONG_RUN_MS = 600_000;

function costsBy(durations: Durations): (entry: CaseEntry) => number {
  return ({ id, weight, profile }) =>
    (durations[id] ?? UNKNOWN_MS) +
    (weight === 'alone' ? ALONE_MS : 0) +
    (profile === 'full' ? LONG_RUN_MS : 0);
}
