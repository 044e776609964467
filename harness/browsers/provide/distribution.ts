import type { Facts } from './facts.ts';

/** Distributions whose packages have the same names and the same peculiarities. */
export type Family = 'debian' | 'ubuntu' | 'other';

/** The family that a machine's distribution belongs to. */
export function familyOf(facts: Pick<Facts, 'distribution'>): Family {
  const { distribution } = facts;
  if (distribution === undefined) return 'other';
  const line = [distribution.id, ...distribution.like];
  if (line.includes('ubuntu')) return 'ubuntu';
  return line.includes('debian') ? 'debian' : 'other';
}

/** Whether the C library is musl, with which no binary runs that was built for another distribution. */
export function isMusl(facts: Pick<Facts, 'distribution'>): boolean {
  const { distribution } = facts;
  return distribution !== undefined && [distribution.id, ...distribution.like].includes('alpine');
}

/** The first releases with GStreamer 1.24, which WebKitGTK needs to record video. */
const FIRST = { debian: 13, ubuntu: 24.04 } as const;

/**
 * Whether the WebKitGTK that a release packages can record video. A release without a number is a rolling one; of
 * a descendant with numbers of its own it is not known, and trying tells.
 */
export function packagedWebkitRecords(facts: Pick<Facts, 'distribution'>): boolean {
  const { distribution } = facts;
  const family = familyOf(facts);
  if (distribution === undefined || family === 'other') return false;
  if (distribution.id !== family || distribution.version === '') return true;
  return Number.parseFloat(distribution.version) >= FIRST[family];
}
