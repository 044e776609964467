import * as kit from '../../suites/kit/for-suites.ts';

/** Under this property of its global object a page keeps what the scripts of other suites left for its lane. */
const KEY = Symbol.for('mediarecorder-conformance.suites');

/** Declares the suites whose scripts were in this page before the lane's own. */
export function declareOtherSuites(): void {
  const left: unknown = Reflect.get(globalThis, KEY);
  if (!Array.isArray(left)) return;
  for (const declare of left) if (typeof declare === 'function') Reflect.apply(declare, undefined, [kit]);
}
