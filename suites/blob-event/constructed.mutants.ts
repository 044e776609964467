import type { Mutant, Mutants } from '../../fixtures/recorders/install.ts';
import { readingOtherwise } from '../idl/dictionaries.mutants.ts';
import {
  constructed,
  damagedInterface,
  functionOf,
  prototypeOf,
  standIn,
  withArguments,
} from '../../fixtures/recorders/mutants/interfaces.ts';
import { damaged, noticedWhere, redefine } from '../../fixtures/recorders/mutants/make.ts';

type Where = NonNullable<Mutant['where']>;

/** A BlobEvent whose constructor gives something else for a member of its dictionary. */
function misread(rule: string, where: Where, member: string, becomes: (value: unknown) => unknown): Mutant {
  return damagedInterface(
    { rule: `blob-event.${rule}`, of: 'BlobEvent', where },
    `${member} becomes something else.`,
    (made) =>
      readingOtherwise(made, (name, read) => {
        const value = read();
        return name === member ? becomes(value) : value;
      }),
  );
}

/** A BlobEvent with something done to it when it has been constructed. */
function afterwards(rule: string, misdeed: string, change: (event: object) => object | void): Mutant {
  return damagedInterface({ rule: `blob-event.${rule}`, of: 'BlobEvent', where: {} }, misdeed, (made) =>
    standIn(made, (args, asked) => {
      const event = constructed(made, args, asked);
      return change(event) ?? event;
    }),
  );
}

/** What the type of an event is made of. */
const TYPES: readonly (readonly [type: string, becomes: (type: unknown) => unknown])[] = [
  ['dataavailable', (type) => (type === 'dataavailable' ? 'DataAvailable' : type)],
  ['', (type) => (type === '' ? 'dataavailable' : type)],
  ['Größe', (type) => String(type).normalize('NFD')],
];

const NO_BLOBS: Readonly<Record<string, (value: unknown) => boolean>> = {
  null: (value) => value === null,
  string: (value) => typeof value === 'string',
  object: (value) => Object.prototype.toString.call(value) === '[object Object]',
  number: (value) => typeof value === 'number',
  'array-buffer': (value) => value instanceof ArrayBuffer,
};

/** What becomes of timecodes that are not what a clock would say. */
const TIMECODES: readonly (readonly [timecode: number, becomes: (value: number) => number])[] = [
  [0, (value) => value || 1],
  [0.5, Math.trunc],
  [1000, (value) => value / 1000],
  [-1, Math.abs],
  [1e15, (value) => Math.min(value, 2 ** 32 - 1)],
];

const WRITTEN: Readonly<Record<string, (value: unknown) => unknown>> = {
  number: (value) => (typeof value === 'number' ? Math.round(value) : value),
  string: (value) => (typeof value === 'string' ? 0 : value),
  object: (value) => (typeof value === 'object' ? 0 : value),
};

const FLAGS = ['bubbles', 'cancelable', 'composed'] as const;

/** BlobEvents that scripts construct, and that are not what they were told to be. */
export const constructedBlobEventMutants: Mutants = {
  ...Object.fromEntries(
    TYPES.map(([type, becomes], index) => [
      `blob-event-type-${index}`,
      damagedInterface(
        { rule: 'blob-event.keeps-the-type', of: 'BlobEvent', where: { type } },
        `The type "${type}" is changed.`,
        (made) => withArguments(made, ([given, ...rest]) => [becomes(given), ...rest]),
      ),
    ]),
  ),
  'constructed-event-copies-data': misread('keeps-the-data', {}, 'data', (data) =>
    data instanceof Blob ? new Blob([data], { type: data.type }) : data,
  ),
  'blob-event-slices-data': damagedInterface(
    { rule: 'blob-event.keeps-the-data', of: 'BlobEvent', where: {} },
    'data is another Blob each time it is read.',
    (made) => {
      const get = functionOf(prototypeOf(made), 'data', 'get');
      redefine(prototypeOf(made), 'data', {
        get(this: unknown): unknown {
          const data: unknown = Reflect.apply(get, this, []);
          return data instanceof Blob ? data.slice() : data;
        },
      });
    },
  ),
  'blob-event-copies-files': misread('accepts-a-file', {}, 'data', (data) =>
    data instanceof File ? new Blob([data], { type: data.type }) : data,
  ),
  'constructed-event-refuses-files': misread('accepts-a-file', {}, 'data', (data) => {
    if (data instanceof File) throw new TypeError('a file is no Blob');
    return data;
  }),
  ...Object.fromEntries(
    Object.entries(NO_BLOBS).map(([given, matches]) => [
      `blob-event-wraps-${given}`,
      misread('refuses-what-is-no-blob', { given }, 'data', (data) =>
        matches(data) ? new Blob([String(data)]) : data,
      ),
    ]),
  ),
  ...Object.fromEntries(
    TIMECODES.map(([timecode, becomes]) => [
      `blob-event-timecode-${timecode}`,
      misread('keeps-the-timecode', { timecode }, 'timecode', (value) => becomes(Number(value))),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(WRITTEN).map(([given, becomes]) => [
      `blob-event-timecode-as-${given}`,
      misread('converts-the-timecode', { given }, 'timecode', becomes),
    ]),
  ),
  'blob-event-timecode-null': damagedInterface(
    { rule: 'blob-event.timecode-not-given', of: 'BlobEvent', where: {} },
    'A timecode that was not given is null.',
    (made) => {
      const get = functionOf(prototypeOf(made), 'timecode', 'get');
      redefine(prototypeOf(made), 'timecode', {
        get(this: unknown): unknown {
          return Reflect.apply(get, this, []) || null;
        },
      });
    },
  ),
  ...Object.fromEntries(
    FLAGS.flatMap((member) => [
      [
        `blob-event-${member}-by-default`,
        misread('flags-default', { member }, member, (value) => value ?? true),
      ],
      [`blob-event-${member}-never`, misread('flags-kept', { member }, member, () => false)],
      [
        `blob-event-${member}-when-named`,
        misread('flags-kept', { member }, member, (value) => value !== undefined),
      ],
    ]),
  ),
  'constructed-event-has-a-target': afterwards('is-not-trusted', 'A new BlobEvent has a target.', (event) => {
    Object.defineProperty(event, 'target', { value: globalThis });
  }),
  'blob-event-is-trusted': afterwards(
    'is-not-trusted',
    'A new BlobEvent says that it can be trusted.',
    (event) => new Proxy(Object.create(event), { get: (_none, key) => (key === 'isTrusted' ? true : null) }),
  ),
  'blob-event-not-dispatched': damaged(
    'blob-event.can-be-dispatched',
    'A recorder does not dispatch the BlobEvents of scripts.',
    ({ prototype }) => {
      const constructors = new Set<unknown>([Reflect.get(globalThis, 'BlobEvent')]);
      Object.defineProperty(prototype, 'dispatchEvent', {
        value(this: EventTarget, event: Event): boolean {
          if (constructors.has(event.constructor)) return true;
          return EventTarget.prototype.dispatchEvent.call(this, event);
        },
      });
    },
  ),
  ...noticedByDispatch('a-copy', (event) => new Event(event.type)),
};

function noticedByDispatch(what: string, other: (event: Event) => Event): Mutants {
  return {
    [`blob-event-dispatched-as-${what}`]: noticedWhere(
      {},
      damaged(
        'blob-event.can-be-dispatched',
        `A recorder dispatches ${what} of an event.`,
        ({ prototype }) => {
          Object.defineProperty(prototype, 'dispatchEvent', {
            value(this: EventTarget, event: Event): boolean {
              return EventTarget.prototype.dispatchEvent.call(this, other(event));
            },
          });
        },
      ),
    ),
  };
}
