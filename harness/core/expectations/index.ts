export type { Expectation } from './expectation.ts';
export { holdAgainst } from './hold.ts';
export { problemsOf } from './problems.ts';
export { changesFor, type Changes, type Named } from './update.ts';
export { isNewer, parseVersionRange } from './version-range.ts';
