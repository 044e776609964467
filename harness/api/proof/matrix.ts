import { killerOf } from './record.ts';
import { holds, type Proof } from './verdict.ts';

/** The kill matrix as a Markdown table: each mutant with the cases that caught it. */
export function matrixOf({ mutants }: Proof): string {
  const lines = mutants.flatMap(({ mutant, rules }) =>
    rules.map((rule) => {
      const killer = killerOf(rule);
      const by = killer === undefined ? '**survived**' : `\`${killer}\``;
      return `| ${mutant.name} | ${mutant.misdeed} | ${rule.rule} | ${by} |`;
    }),
  );
  return [
    '| mutant | what it does wrong | rule | caught by |',
    '| --- | --- | --- | --- |',
    ...lines.sort(),
    '',
  ].join('\n');
}

/** What is to be said of a proof: its faults, and its figure last. */
export function summaryOf(proof: Proof, rules: number): string {
  const { survivors, falseAlarms, unproven, idleExcuses } = proof;
  const broken = new Set(proof.mutants.flatMap(({ mutant }) => mutant.breaks)).size;
  const survived = new Set(survivors.map(({ mutant }) => mutant)).size;
  const caught = proof.mutants.length - survived;
  return [
    ...survivors.map(({ mutant, rule, why }) => `survived: ${mutant} was not noticed by ${rule} (${why})`),
    ...falseAlarms.map(
      ({ case: id, recorder, message }) =>
        `false alarm: ${id} fails with the ${recorder} recorder, too (${message})`,
    ),
    ...unproven.map((id) => `unproven: no mutant breaks ${id}`),
    ...idleExcuses.map((id) => `idle excuse: ${id} is excused for nothing`),
    `${holds(proof) ? 'Proven' : 'Not proven'}: ${caught} of ${proof.mutants.length} mutants caught by the rules that they break; ${broken} of ${rules} rules broken by a mutant.`,
    '',
  ].join('\n');
}

const MOST_SLOW = 15;

/** Where the time of a proof went: of its lanes, and of its slowest mutants. */
export function timingsOf({ mutants }: Proof): string {
  const spent = mutants
    .map(({ mutant, rules, laneMs }) => ({
      name: mutant.name,
      laneMs,
      casesMs: rules.flatMap(({ answers }) => answers).reduce((sum, { durationMs }) => sum + durationMs, 0),
      cases: rules.reduce((sum, { answers }) => sum + answers.length, 0),
    }))
    .sort((a, b) => b.laneMs - a.laneMs);
  const total = (of: 'laneMs' | 'casesMs' | 'cases'): number =>
    spent.reduce((sum, each) => sum + each[of], 0);
  return [
    `lanes were busy for ${seconds(total('laneMs'))}, ${seconds(total('casesMs'))} of it in ${total('cases')} cases`,
    ...spent
      .slice(0, MOST_SLOW)
      .map(({ name, laneMs, cases }) => `${seconds(laneMs)} in ${cases} cases: ${name}`),
    '',
  ].join('\n');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
