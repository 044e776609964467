import * as chai from 'chai';

let reached = 0;

/** Counts every assertion that is really evaluated, so that a case that checked nothing cannot pass. */
chai.use(({ Assertion }) => {
  // oxlint-disable-next-line typescript/unbound-method -- it is applied to its own receiver below
  const evaluate = Assertion.prototype.assert;
  Assertion.prototype.assert = function counted(...args) {
    reached += 1;
    return evaluate.apply(this, args);
  };
});

// Chai's own ones compare loosely: to them undefined equals null, and "1" equals 1.
// oxlint-disable-next-line typescript/unbound-method -- chai's assertions have no receiver
Object.assign(chai.assert, { equal: chai.assert.strictEqual, notEqual: chai.assert.notStrictEqual });

/** Chai's assert style, counted; two values are equal only if they are the same. */
export const assert: typeof chai.assert = chai.assert;

/** What a failed assertion throws. */
export const AssertionError: typeof chai.AssertionError = chai.AssertionError;

/** How many assertions have been evaluated in this realm so far. */
export function assertionsReached(): number {
  return reached;
}

/** A value as a report shows it. */
export function show(value: unknown): string {
  if (isDomException(value)) return `${value.name} DOMException`;
  if (value instanceof Error) return `${value.name} that is no DOMException`;
  if (typeof value === 'string') return JSON.stringify(value);
  return String(value);
}

/** Whether a value is a DOMException, of this document or of a frame. */
function isDomException(value: unknown): value is DOMException {
  return value instanceof DOMException || Object.prototype.toString.call(value) === '[object DOMException]';
}

/** A value as a report shows it when nothing of it may be called: an object is named by its kind. */
export function kindOf(value: unknown): string {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  return isObject ? Object.prototype.toString.call(value) : show(value);
}

/** What a call threw, as a report shows it. */
export function thrownBy(call: () => unknown): string {
  try {
    call();
  } catch (thrown) {
    return show(thrown);
  }
  return 'nothing';
}
