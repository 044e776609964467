import type { CaseResult, ExpectedOutcome } from '../../protocol/index.ts';
import { cover } from './cover.ts';
import { appliesTo, speaksOf, type Circumstances, type Expectation } from './expectation.ts';
import { expectationOf, outcomesOf } from './hold.ts';

/** Ids that share their outcomes. */
export interface Named {
  readonly id: string;
  readonly outcomes: readonly ExpectedOutcome[];
}

/** What is to change in a file of expectations so that it says what was seen. */
export interface Changes {
  /** Entries that become others, with the same reason; none where an entry goes. */
  readonly replaced: ReadonlyMap<Expectation, readonly Named[]>;
  /** New entries, with what was seen. */
  readonly added: readonly (Named & { readonly seen: string })[];
}

/** What was seen, where, and of which suite. */
export interface Seen {
  readonly results: readonly CaseResult[];
  readonly circumstances: Circumstances;
  readonly caseIds: readonly string[];
  /** Cases that this kind of run never asks for: they keep no new entry from naming their whole rule. */
  readonly unasked?: ReadonlySet<string>;
}

/** Finds the least change: what was not run, or is for other versions or platforms, stays as it is. */
export function changesFor(expectations: readonly Expectation[], seen: Seen): Changes {
  const replaced = new Map<Expectation, readonly Named[]>();
  for (const each of expectations) {
    const now = appliesTo(each, seen.circumstances) ? becomes(each, expectations, seen) : undefined;
    if (now !== undefined) replaced.set(each, now);
  }
  return { replaced, added: additions(expectations, seen) };
}

/** What an entry becomes; undefined where it stays. */
function becomes(
  expectation: Expectation,
  all: readonly Expectation[],
  { results, circumstances, caseIds }: Seen,
): readonly Named[] | undefined {
  const spoken = caseIds.filter((id) => speaksOf(expectation, id));
  const own = spoken.filter((id) => expectationOf(id, all, circumstances) === expectation);
  if (own.length === 0) return spoken.length === 0 ? [] : undefined;
  const byId = new Map<string, CaseResult>(results.map((result) => [result.id, result]));
  const wanted = own.map((id) => ({ id, outcomes: wantedOf(expectation, byId.get(id)) }));
  if (wanted.every(({ outcomes }) => sameOutcomes(outcomes, expectation.outcomes))) return undefined;
  const groups = new Map<string, string[]>();
  for (const { id, outcomes } of wanted) {
    if (outcomes.length === 0) continue;
    const key = outcomes.join();
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  if (groups.size === 1 && wanted.every(({ outcomes }) => outcomes.length > 0))
    return [{ id: expectation.id, outcomes: wanted[0]?.outcomes ?? expectation.outcomes }];
  return [...groups.values()].flatMap((ids) => {
    const outcomes = wanted.find(({ id }) => id === ids[0])?.outcomes ?? expectation.outcomes;
    const others = caseIds.filter((id) => !ids.includes(id));
    return cover(ids, others).map((id) => ({ id, outcomes }));
  });
}

/** The outcomes that a case is to be expected with after it was seen; none when it simply passes now. */
function wantedOf({ outcomes }: Expectation, result: CaseResult | undefined): readonly ExpectedOutcome[] {
  if (result === undefined) return outcomes;
  const seen = outcomesOf(result);
  if (seen.every((outcome) => outcomes.includes(outcome))) return outcomes;
  if (result.verdict === 'blocked' || result.verdict === 'unsupported') return outcomes;
  if (result.verdict === 'pass') return [];
  // What is known to be intermittent stays so, with one way more.
  return outcomes.length > 1 ? [...new Set([...outcomes, ...seen])] : seen;
}

function sameOutcomes(some: readonly ExpectedOutcome[], others: readonly ExpectedOutcome[]): boolean {
  return some.length === others.length && some.every((outcome) => others.includes(outcome));
}

/** New entries for what nobody expected, as few as can be. */
function additions(
  expectations: readonly Expectation[],
  { results, circumstances, caseIds, unasked }: Seen,
): readonly (Named & { readonly seen: string })[] {
  const isKnown = (id: string): boolean => expectationOf(id, expectations, circumstances) !== undefined;
  const isNeutral = new Set<string>(
    results
      .filter(({ id, verdict }) => (verdict === 'blocked' || verdict === 'unsupported') && !isKnown(id))
      .map(({ id }) => id),
  );
  const groups = new Map<string, CaseResult[]>();
  for (const result of results) {
    if (isNeutral.has(result.id) || result.verdict === 'pass' || isKnown(result.id)) continue;
    const key = `${result.rule} ${outcomesOf(result).join()}`;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()].flatMap((group) => {
    const ids = group.map(({ id }) => String(id));
    const others = caseIds.filter(
      (id) => !ids.includes(id) && !isNeutral.has(id) && (unasked?.has(id) !== true || isKnown(id)),
    );
    return cover(ids, others).map((id) => {
      const example = group.find((result) => speaksOf({ id }, result.id));
      return { id, outcomes: example === undefined ? [] : outcomesOf(example), seen: messageOf(example) };
    });
  });
}

function messageOf(result: CaseResult | undefined): string {
  const told = result?.attempts.findLast(({ outcome }) => outcome !== 'pass' && outcome !== 'collateral');
  return told === undefined || told.outcome === 'pass' ? '' : told.message;
}
