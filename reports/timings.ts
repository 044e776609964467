import type { CaseResult, Results, Target } from '../harness/protocol/index.ts';
import { printable } from './console/layout.ts';
import { targetLabels } from './labels.ts';
import { plural } from './plural.ts';

const SLOWEST = 20;

/** How long one target's cases took, and how much of that they only waited. */
interface Timing {
  readonly ms: number;
  readonly waitedMs: number;
  /** The sorts of things that were waited for, those that took longest first. */
  readonly waits: readonly { readonly for: string; readonly ms: number; readonly cases: number }[];
}

/** Sums up what cases took and waited for, over all their attempts. */
function timingOf(cases: readonly Pick<CaseResult, 'attempts'>[]): Timing {
  const waits = new Map<string, { readonly ms: number; readonly cases: number }>();
  let ms = 0;
  for (const { attempts } of cases) {
    for (const attempt of attempts) ms += attempt.durationMs;
    const own = attempts.flatMap((attempt) => attempt.waits ?? []);
    for (const name of new Set(own.map((wait) => wait.for))) {
      const before = waits.get(name) ?? { ms: 0, cases: 0 };
      const mine = own.filter((wait) => wait.for === name).reduce((sum, wait) => sum + wait.ms, 0);
      waits.set(name, { ms: before.ms + mine, cases: before.cases + 1 });
    }
  }
  const sorted = [...waits].map(([name, sum]) => ({ for: name, ...sum })).toSorted((a, b) => b.ms - a.ms);
  return { ms, waitedMs: sorted.reduce((sum, wait) => sum + wait.ms, 0), waits: sorted };
}

/** Where the time of a run went: what all cases of a target waited for, and those that took longest. */
export function timingsReport(results: Results): string {
  const labels = targetLabels(results.targets);
  return results.targets
    .map((target) => targetLines(target, labels.get(target.id) ?? target.id))
    .map((lines) => `${lines.map(printable).join('\n')}\n`)
    .join('\n');
}

function targetLines({ cases }: Target, label: string): readonly string[] {
  const sum = timingOf(cases);
  const slowest = cases
    .map((result) => ({ id: result.id, own: timingOf([result]) }))
    .toSorted((a, b) => b.own.ms - a.own.ms)
    .slice(0, SLOWEST);
  return [
    `${label}: waited ${seconds(sum.waitedMs)} over ${plural(cases.length, 'case')}, which took ${seconds(sum.ms)} in all`,
    ...sum.waits.map(
      (wait) =>
        `  ${seconds(wait.ms).padStart(9)}  ${wait.for}, in ${wait.cases} ${wait.cases === 1 ? 'case' : 'cases'}`,
    ),
    '  the slowest:',
    ...slowest.map(({ id, own }) => `  ${`${Math.round(own.ms)} ms`.padStart(9)}  ${id}: ${partsOf(own)}`),
  ];
}

function partsOf({ ms, waitedMs, waits }: Timing): string {
  const parts = waits.filter((wait) => wait.ms > 0).map((wait) => `${wait.for} ${wait.ms} ms`);
  return [...parts, `its own steps ${Math.max(0, Math.round(ms - waitedMs))} ms`].join(', ');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
