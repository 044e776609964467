/** Stands where no value is left, so that the compiler objects when a new one appears. */
export function unreachable(value: never): never {
  throw new Error(`There is no such value: ${JSON.stringify(value)}`);
}
