import { InvalidArgumentError } from 'commander';

/** Adds one more value of an option that can be repeated. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** A whole number above zero. */
export function positive(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('It must be a whole number above zero.');
  return number;
}

/** A regular expression. */
export function pattern(value: string): string {
  try {
    RegExp(value);
    return value;
  } catch (cause) {
    throw new InvalidArgumentError(
      `It is no regular expression: ${cause instanceof Error ? cause.message : ''}`,
    );
  }
}

/** NAME=VALUE, once more. */
export function collectPair(
  value: string,
  before: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> {
  const [name = '', ...rest] = value.split('=');
  if (name === '' || rest.length === 0) throw new InvalidArgumentError('It must have the form NAME=VALUE.');
  return { ...before, [name]: rest.join('=') };
}

/** A preference's value as the browser wants it: true, false and whole numbers are no strings. */
export function preference(value: string): string | number | boolean {
  if (value === 'true' || value === 'false') return value === 'true';
  return /^-?\d+$/.test(value) ? Number(value) : value;
}
