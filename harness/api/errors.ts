/** The operator asked for something that cannot be; the message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The selection is empty. */
export class NothingMatchedError extends Error {
  override readonly name = 'NothingMatchedError';
}

/** No browser could be used, or the output cannot be written. */
export class CannotRunError extends Error {
  override readonly name = 'CannotRunError';
}
