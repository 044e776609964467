/** The operator asked for something that cannot be; the message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What was to be tested could be put into no browser; the message says why. */
export class SubjectError extends Error {
  override readonly name = 'SubjectError';
}

/** The selection is empty. */
export class NothingMatchedError extends Error {
  override readonly name = 'NothingMatchedError';
}

/** No browser could be used, or the output cannot be written. */
export class CannotRunError extends Error {
  override readonly name = 'CannotRunError';
}
