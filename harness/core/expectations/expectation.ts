import type { ExpectedOutcome } from '../../protocol/index.ts';
import { isInRange, type VersionRange } from './version-range.ts';

/** A known non-pass, as it stands in a file. */
export interface Expectation {
  /** A rule's id, a case's id, or a rule's id with some of the parameters of its cases. */
  readonly id: string;
  readonly outcomes: readonly ExpectedOutcome[];
  readonly reason: string;
  readonly link?: string;
  readonly versions?: VersionRange;
  readonly platforms?: readonly string[];
  readonly file: string;
  readonly line: number;
}

/** Where a result comes from, as far as expectations ask for it. */
export interface Circumstances {
  readonly version: string;
  readonly platform: string;
}

/** Whether an expectation speaks of a case. */
export function speaksOf({ id }: Pick<Expectation, 'id'>, caseId: string): boolean {
  const [rule, ...params] = id.split(';');
  const [ownRule, ...ownParams] = caseId.split(';');
  return rule === ownRule && params.every((param) => ownParams.includes(param));
}

/** Whether an expectation is meant for a version and a platform. */
export function appliesTo(
  { versions, platforms }: Expectation,
  { version, platform }: Circumstances,
): boolean {
  return (
    (versions === undefined || isInRange(version, versions)) &&
    (platforms === undefined || platforms.includes(platform))
  );
}

/** How many parameters an expectation names: of two that speak of a case, the one that says more counts. */
export function precisionOf({ id }: Expectation): number {
  return id.split(';').length;
}
