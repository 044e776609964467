import type { CaseResult, Results, Round, Target } from '../harness/protocol/index.ts';

/** How one case went, time after time. */
export interface Unsteady {
  readonly target: Target;
  readonly result: CaseResult;
  /** The outcomes in the order in which they came. */
  readonly outcomes: readonly string[];
}

/** How steady the verdicts of one target are. */
export interface Stability {
  readonly target: Target;
  readonly rounds: readonly Round[];
  /** How many cases came out the same every time, of how many that were run more than once. */
  readonly steady: number;
  readonly repeated: number;
  readonly unsteady: readonly Unsteady[];
}

/** How steady each target was whose cases were run several times. */
export function stabilityOf(results: Results): readonly Stability[] {
  return results.targets.flatMap((target) => {
    const { rounds } = target;
    if (rounds === undefined) return [];
    const repeated = target.cases.filter((result) => judged(result).length > 1);
    const unsteady = repeated
      .filter(({ verdict }) => verdict === 'flaky')
      .map((result) => ({ target, result, outcomes: judged(result) }));
    const steady = repeated.length - unsteady.length;
    return [{ target, rounds, steady, repeated: repeated.length, unsteady }];
  });
}

/** Which cases were tried again because they did not pass, and how that went. */
export function retried(results: Results): readonly Unsteady[] {
  return results.targets
    .filter(({ rounds }) => rounds === undefined)
    .flatMap((target) =>
      target.cases
        .map((result) => ({ target, result, outcomes: judged(result) }))
        .filter(({ outcomes }) => outcomes.length > 1),
    );
}

/** The outcomes of the attempts that were judged. */
function judged({ attempts }: CaseResult): readonly string[] {
  return attempts.filter(({ outcome }) => outcome !== 'collateral').map(({ outcome }) => outcome);
}

/** The outcomes of a case as a short text; the same ones in a row are counted. */
export function outcomeWords(outcomes: readonly string[]): string {
  const runs: { readonly outcome: string; count: number }[] = [];
  for (const outcome of outcomes) {
    const last = runs.at(-1);
    if (last?.outcome === outcome) last.count += 1;
    else runs.push({ outcome, count: 1 });
  }
  return runs.map(({ outcome, count }) => (count === 1 ? outcome : `${outcome} × ${count}`)).join(', ');
}

/** Under which conditions the rounds were run, in words. */
export function roundWords(rounds: readonly Round[]): string {
  const loaded = rounds.filter(({ underLoad }) => underLoad).length;
  const [first] = rounds;
  const seeds = first === undefined || first.seed === null ? '' : `, shuffled from seed ${first.seed}`;
  return `${rounds.length} ${rounds.length === 1 ? 'round' : 'rounds'}${loaded === 0 ? '' : `, ${loaded} under load`}${seeds}`;
}
