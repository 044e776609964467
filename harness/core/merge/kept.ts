import type { ExpectationProblem, Round, Target } from '../../protocol/index.ts';

/** The rounds that any piece went through; where pieces went through one in different orders, it has no seed. */
export function roundsOf(targets: readonly Target[]): readonly Round[] {
  const rounds = new Map<number, Round>();
  for (const round of targets.flatMap((target) => target.rounds ?? [])) {
    const before = rounds.get(round.number) ?? round;
    const seed = before.seed === round.seed ? round.seed : null;
    rounds.set(round.number, { ...round, seed, underLoad: before.underLoad || round.underLoad });
  }
  return [...rounds.values()].toSorted((a, b) => a.number - b.number);
}

/** What pieces were held against: one file, as pieces are of one target, and what any of them found wrong with it. */
export function heldAgainst(targets: readonly Target[]): Target['expectations'] {
  const all = targets.flatMap(({ expectations }) => expectations ?? []);
  const [first] = all;
  if (first === undefined) return undefined;
  const problems = new Map<string, ExpectationProblem>();
  for (const problem of all.flatMap((each) => each.problems)) problems.set(JSON.stringify(problem), problem);
  return { ...first, problems: [...problems.values()].toSorted((a, b) => a.line - b.line) };
}
