import { speaksOf } from './expectation.ts';

/**
 * The fewest and widest ids that speak of every wanted case and of no other one:
 * the whole rule, else what has one parameter in common, else single cases.
 */
export function cover(wanted: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Set(wanted);
  const chosen: string[] = [];
  for (const id of candidates(wanted)) {
    const spoken = [...left].filter((each) => speaksOf({ id }, each));
    const isCase = wanted.includes(id);
    if (spoken.length < (isCase ? 1 : 2) && !(spoken.length === 1 && wanted.length === 1)) continue;
    if (others.some((other) => speaksOf({ id }, other))) continue;
    chosen.push(id);
    for (const each of spoken) left.delete(each);
  }
  return chosen;
}

/** From the widest to the narrowest; of equally wide ones first what speaks of most. */
function candidates(wanted: readonly string[]): readonly string[] {
  const rules = new Set(wanted.map((id) => id.split(';', 1)[0] ?? id));
  const partial = new Map<string, number>();
  for (const id of wanted) {
    const [rule, ...params] = id.split(';');
    for (const param of params) {
      const key = `${rule};${param}`;
      partial.set(key, (partial.get(key) ?? 0) + 1);
    }
  }
  const byReach = [...partial].toSorted(([, a], [, b]) => b - a).map(([id]) => id);
  return [...rules, ...byReach, ...wanted];
}
