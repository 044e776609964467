import type { Mutant, Mutants } from '../../fixtures/recorders/install.ts';
import { NO_CONTAINERS, NO_MIME_TYPES } from '../../fixtures/wrong-types.ts';
import { functionOf } from '../../fixtures/recorders/mutants/interfaces.ts';
import { answering } from './answers.ts';
import { damaged, noticedWhere, redefine } from '../../fixtures/recorders/mutants/make.ts';

/** Strings that are taken for types that can be recorded. */
const TAKEN = { 'no-mime-type': NO_MIME_TYPES, 'no-container': NO_CONTAINERS } as const;

/** What the static method makes of a value that is no string, under the names that the cases give it. */
const MISCONVERTED: Readonly<Record<string, (value: unknown) => unknown>> = {
  undefined: (value) => (value === undefined ? '' : value),
  null: (value) => (value === null ? '' : value),
  number: (value) => (value === 0 ? '' : value),
  boolean: (value) => (value === false ? '' : value),
  object: (value) => (typeof value === 'object' && value !== null ? '' : value),
  'empty-array': (value) => (Array.isArray(value) ? 'no string' : value),
  'object-of-empty-string': (value) => (typeof value === 'object' ? 'no string' : value),
  'list-of-types': (value: unknown) => (Array.isArray(value) && value.length > 0 ? '' : value),
};

/** A recorder that is asked for another type than it was given. */
function asking(rule: string, misdeed: string, other: (type: string) => string): Mutant {
  return answering(rule, misdeed, (normal, type, defer) => normal(other(type), defer));
}

/** The static method in another form: what it is given, and what it returns. */
function wrapped(
  rule: string,
  misdeed: string,
  answer: (normal: (type: unknown) => unknown, type: unknown) => unknown,
): Mutant {
  return damaged(`is-type-supported.${rule}`, misdeed, (made) => {
    const normal = functionOf(made, 'isTypeSupported', 'value');
    redefine(made, 'isTypeSupported', {
      value: (type: unknown) => answer((given) => Reflect.apply(normal, made, [given]), type),
    });
  });
}

/** Recorders that read the strings of types wrongly. */
export const typeStringMutants: Mutants = {
  'type-of-empty-string-unsupported': answering(
    'empty-string',
    'isTypeSupported() is false for the empty string.',
    (normal, type, defer) => (defer || type !== '') && normal(type, defer),
  ),
  'type-supported-maybe': wrapped(
    'returns-a-boolean',
    'The answer is a word, as that of canPlayType().',
    (normal, type) => (normal(type) === true ? 'maybe' : ''),
  ),
  'type-unsupported-undefined': wrapped(
    'returns-a-boolean',
    'There is no answer for what is not supported.',
    (normal, type) => normal(type) === true || undefined,
  ),
  ...Object.fromEntries(
    Object.entries(MISCONVERTED).map(([given, other]) => [
      `type-of-${given}`,
      noticedWhere(
        { given },
        wrapped('converts-to-string', `A type that is ${given} is not made a string.`, (normal, type) =>
          normal(other(type)),
        ),
      ),
    ]),
  ),
  'type-of-symbol': wrapped(
    'refuses-symbols',
    'isTypeSupported() is false for a symbol.',
    (normal, type) => typeof type !== 'symbol' && normal(type),
  ),
  ...Object.fromEntries(
    Object.entries(TAKEN).flatMap(([rule, strings]) =>
      Object.entries(strings).map(([given, taken]) => [
        `type-${rule}-${given}`,
        noticedWhere(
          { given },
          answering(
            rule,
            `${JSON.stringify(taken)} is supported.`,
            (normal, type, defer) => type === taken || normal(type, defer),
          ),
        ),
      ]),
    ),
  ),
  'type-trimmed-before': noticedWhere(
    { space: 'before' },
    asking('surrounding-space', 'A space before the type is ignored.', (type) => type.trimStart()),
  ),
  'type-trimmed-after': noticedWhere(
    { space: 'after' },
    asking('surrounding-space', 'A space after the type is ignored.', (type) => type.trimEnd()),
  ),
  'type-in-lower-case-only': answering(
    'container-case',
    'Containers in upper case are unknown.',
    (normal, type, defer) => type.split(';')[0] === type.split(';')[0]?.toLowerCase() && normal(type, defer),
  ),
  'type-without-spaces-only': answering(
    'space-before-parameter',
    'A type with a space is not supported.',
    (normal, type, defer) => !type.includes('; ') && normal(type, defer),
  ),
  'type-space-hides-codecs': asking(
    'space-before-parameter',
    'The codecs parameter is not found after a space.',
    (type) => type.replace(/; .*/, ''),
  ),
  'type-parameter-unknown': answering(
    'other-parameters',
    'A type with an unknown parameter is not supported.',
    (normal, type, defer) => !type.includes('profile') && normal(type, defer),
  ),
  'type-parameter-hides-codecs': asking(
    'other-parameters',
    'Only the first parameter is looked at.',
    (type) => type.replace(/;profile.*/, ''),
  ),
  'type-parameter-alone-unknown': answering(
    'other-parameters',
    'A type with nothing but an unknown parameter is not supported.',
    (normal, type, defer) => !type.endsWith(';profile=1') && normal(type, defer),
  ),
};
