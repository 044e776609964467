import * as v from 'valibot';

const LONGEST = 200;

/** A value from outside that does not have the form it must have; the message names where it came from and the field. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
}

/** Decodes a value from outside, or says which of its fields is wrong. */
export function decode<T>(schema: v.GenericSchema<unknown, T>, value: unknown, origin: string): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  throw new DecodeError(
    `${origin}: ${path === null ? 'the whole' : `field "${path}"`} is wrong: ${oneLine(issue.message)}`,
  );
}

/** What was received may be anything, and the message quotes it. */
function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** Decodes JSON text from outside. */
export function decodeJson<T>(schema: v.GenericSchema<unknown, T>, text: string, origin: string): T {
  return decode(schema, parseJson(text, origin), origin);
}

/** Parses JSON text from outside, which may be anything. */
export function parseJson(text: string, origin: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DecodeError(`${origin}: is not JSON`, { cause });
  }
}
