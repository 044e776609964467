import type { Context } from '../kit/index.ts';

/** Reports the samples that could be taken; where there are none, the trace says so and the case goes on. */
export function report(
  t: Context,
  [name, unit]: readonly [name: string, unit: string],
  samples: readonly (number | undefined)[],
): void {
  const taken = samples.flatMap((sample) =>
    sample === undefined || !Number.isFinite(sample) ? [] : [sample],
  );
  if (taken.length > 0) t.metric(name, unit, taken);
  else t.trace.note(`${name} cannot be measured in what was recorded`);
}
