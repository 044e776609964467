/** How the samples of a metric spread. */
export interface Spread {
  readonly count: number;
  readonly min: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly max: number;
}

/** The smallest, the quartiles and the largest of some samples; undefined without any. */
export function spreadOf(samples: readonly number[]): Spread | undefined {
  const sorted = samples.filter(Number.isFinite).toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)] ?? 0;
    const above = sorted[Math.ceil(place)] ?? below;
    return below + (above - below) * (place - Math.floor(place));
  };
  if (sorted.length === 0) return undefined;
  return { count: sorted.length, min: at(0), low: at(0.25), middle: at(0.5), high: at(0.75), max: at(1) };
}

/** A round range that holds every value, starting at nothing where that wastes little. */
export function rangeOf(spreads: readonly Spread[]): {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
} {
  const least = Math.min(...spreads.map(({ min }) => min));
  const most = Math.max(...spreads.map(({ max }) => max));
  const from = least >= 0 && least < most * 0.6 ? 0 : least;
  const rough = (most - from || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const start = Math.floor(from / step) * step;
  const end = Math.ceil(most / step) * step || step;
  const count = Math.max(1, Math.round((end - start) / step));
  return {
    from: start,
    to: end,
    ticks: Array.from({ length: count + 1 }, (_, index) => start + index * step),
  };
}
