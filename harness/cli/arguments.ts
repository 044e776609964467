import { InvalidArgumentError } from 'commander';
import { SURPRISES, type Surprise } from '../api/index.ts';

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

/** A length of time such as 90s, 20m or 1h, in milliseconds. */
export function duration(value: string): number {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(s|m|h)$/.exec(value) ?? [];
  const ms =
    Number(amount) * { s: 1_000, m: 60_000, h: 3_600_000 }[unit === 's' || unit === 'm' ? unit : 'h'];
  if (unit === undefined || ms < 1) throw new InvalidArgumentError('It must be like 90s, 20m or 1h.');
  return ms;
}

/** Which surprises break the build: names with commas between them, or none. */
export function surprises(value: string): readonly Surprise[] {
  if (value === 'none') return [];
  return value.split(',').map((name) => {
    const known = SURPRISES.find((each) => each === name.trim());
    if (known === undefined)
      throw new InvalidArgumentError(`It must be of ${SURPRISES.join(', ')}, or none.`);
    return known;
  });
}

/** A port to listen on; 0 stands for any that is free. */
export function portNumber(value: string): number {
  const number = Number(value);
  if (value === '' || !Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError('It must be a port, from 0 to 65535.');
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
