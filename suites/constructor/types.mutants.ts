import { NO_CONTAINERS, NO_MIME_TYPES } from '../../fixtures/wrong-types.ts';
import type { Mutants } from '../../fixtures/recorders/install.ts';
import { readingOtherwise } from '../idl/dictionaries.mutants.ts';
import { recorderClass, withArguments } from '../../fixtures/recorders/mutants/interfaces.ts';
import { altered, damaged, noticedWhere, redefine } from '../../fixtures/recorders/mutants/make.ts';

/** Types that are none, and are accepted. */
const ACCEPTED = { ...NO_MIME_TYPES, ...NO_CONTAINERS };

/** Ways in which a type does not stay as it was written. */
const RESPELLED: Readonly<Record<string, (type: string) => string>> = {
  plain: (type) => `${type};codecs=vp8`,
  'upper-case': (type) => type.toLowerCase(),
  'unknown-parameter': (type) => type.split(';')[0] ?? '',
  'space-before-parameter': (type) => type.replaceAll(' ', ''),
};

const WRONG_EXCEPTIONS: Readonly<Record<string, () => Error>> = {
  'type-error': () => new TypeError('no such type'),
  'plain-error': () => Object.assign(new Error('no such type'), { name: 'NotSupportedError' }),
  'syntax-error': () => new DOMException('no such type', 'SyntaxError'),
};

/** Values that are no strings, and are taken for no type at all. */
const IGNORED: Readonly<Record<string, (value: unknown) => boolean>> = {
  null: (value) => value === null,
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  object: (value) => typeof value === 'object' && value !== null,
};

const STREAMS: Readonly<Record<string, (stream: MediaStream) => boolean>> = {
  'without-tracks': (stream) => stream.getTracks().length === 0,
  ended: (stream) => stream.getTracks().length > 0 && !stream.active,
  live: (stream) => stream.active,
};

/** Constructors that treat the type wrongly. */
export const constructorTypeMutants: Mutants = {
  ...Object.fromEntries(
    Object.entries(ACCEPTED).map(([given, accepted]) => [
      `constructor-accepts-type-${given}`,
      noticedWhere(
        { given },
        altered(
          'constructor.unsupported-type-throws',
          `The constructor accepts the type "${accepted}".`,
          (normal) => ({
            isTypeSupported: (type, defer) =>
              (defer && type === accepted) || normal.isTypeSupported(type, defer),
          }),
        ),
      ),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(WRONG_EXCEPTIONS).map(([what, made]) => [
      `constructor-unsupported-type-${what}`,
      altered('constructor.unsupported-type-throws', `An unsupported type is a ${what}.`, (normal) => ({
        construct: (recorder, stream, options) => {
          if (!normal.isTypeSupported(options.mimeType, true)) throw made();
          normal.construct(recorder, stream, options);
        },
      })),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(STREAMS).map(([stream, matches]) => [
      `constructor-type-unchecked-${stream}`,
      noticedWhere(
        { stream },
        altered(
          'constructor.type-checked-for-any-stream',
          `The type is not checked for a stream that is ${stream}.`,
          (normal) => ({
            construct: (recorder, given, options) =>
              normal.construct(recorder, given, matches(given) ? { ...options, mimeType: '' } : options),
          }),
        ),
      ),
    ]),
  ),
  'new-recorder-checks-before-it-converts': damaged(
    'constructor.converts-before-it-checks',
    'The type is checked before other options are converted.',
    (made) =>
      recorderClass(
        withArguments(made, (args) => {
          const [, options] = args;
          const type: unknown =
            typeof options === 'object' && options !== null ? Reflect.get(options, 'mimeType') : undefined;
          if (typeof type === 'string') void new made(new MediaStream(), { mimeType: type });
          return args;
        }),
      ),
  ),
  ...Object.fromEntries(
    Object.entries(RESPELLED).map(([spelling, respelled]) => [
      `constructor-type-${spelling}`,
      noticedWhere(
        { spelling },
        altered('constructor.keeps-the-type', `The type is written anew: ${spelling}.`, (normal) => ({
          construct: (recorder, stream, options) => {
            normal.construct(recorder, stream, options);
            recorder.mimeType = options.mimeType === '' ? '' : respelled(options.mimeType);
          },
        })),
      ),
    ]),
  ),
  'constructor-default-type': altered(
    'constructor.no-type-is-empty',
    'A new recorder names the type that it would choose.',
    (normal) => ({
      construct: (recorder, stream, options) => {
        normal.construct(recorder, stream, options);
        if (options.mimeType === '') recorder.mimeType = 'video/webm';
      },
    }),
  ),
  ...Object.fromEntries(
    Object.entries(IGNORED).map(([given, matches]) => [
      `constructor-type-ignored-${given}`,
      noticedWhere(
        { given },
        damaged('constructor.type-is-made-a-string', `A mimeType that is ${given} is ignored.`, (made) =>
          recorderClass(
            readingOtherwise(made, (member, read) => {
              const value = read();
              return member === 'mimeType' && matches(value) ? undefined : value;
            }),
          ),
        ),
      ),
    ]),
  ),
  'new-recorder-refuses-unlisted-codecs': altered(
    'constructor.defers-unlisted-codecs',
    'The constructor refuses codecs that are not in the list.',
    (normal) => ({ isTypeSupported: (type) => normal.isTypeSupported(type, false) }),
  ),
  'new-recorder-keeps-the-options': damaged(
    'constructor.does-not-keep-the-options',
    'mimeType is looked up in the options when it is asked for.',
    (made) => {
      let kept: unknown;
      redefine(made.prototype, 'mimeType', {
        get: () => (typeof kept === 'object' && kept !== null ? Reflect.get(kept, 'mimeType') : ''),
      });
      return recorderClass(
        withArguments(made, (args) => {
          [, kept] = args;
          return args;
        }),
      );
    },
  ),
};
