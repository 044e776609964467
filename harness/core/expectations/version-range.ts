/** A range of versions: every comparison must hold. */
export type VersionRange = readonly Comparison[];

interface Comparison {
  readonly sign: '>=' | '>' | '<=' | '<' | '=';
  readonly parts: readonly number[];
}

const COMPARISON = /^(>=|>|<=|<|=)?(\d+(?:\.\d+)*)$/;

/**
 * Understands `>=150 <157`, `2.50` and the like. A version is compared by the parts that the range names:
 * `2.50` and `<=2.50` hold for 2.50.4 too. Gives undefined for anything else.
 */
export function parseVersionRange(text: string): VersionRange | undefined {
  const words = text.trim().split(/\s+/);
  const range = words.flatMap((word): readonly Comparison[] => {
    const [, sign = '=', version] = COMPARISON.exec(word) ?? [];
    if (version === undefined || !isSign(sign)) return [];
    return [{ sign, parts: version.split('.').map(Number) }];
  });
  return range.length === words.length ? range : undefined;
}

function isSign(text: string): text is Comparison['sign'] {
  return ['>=', '>', '<=', '<', '='].includes(text);
}

/** Whether a version is in a range. */
export function isInRange(version: string, range: VersionRange): boolean {
  const own = version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  return range.every(({ sign, parts }) => {
    const difference = compareParts(own, parts);
    switch (sign) {
      case '>=':
        return difference >= 0;
      case '>':
        return difference > 0;
      case '<=':
        return difference <= 0;
      case '<':
        return difference < 0;
      case '=':
        return difference === 0;
    }
  });
}

/** Whether a version is newer than another one, by the parts that this one is written with: 153.2 is no newer than 153. */
export function isNewer(version: string, than: string): boolean {
  const range = parseVersionRange(`>${than}`);
  return range !== undefined && isInRange(version, range);
}

function compareParts(own: readonly number[], parts: readonly number[]): number {
  for (const [index, part] of parts.entries()) {
    const difference = (own[index] ?? 0) - part;
    if (difference !== 0) return difference;
  }
  return 0;
}
