import type { Mutants } from '../../fixtures/recorders/install.ts';
import {
  constructed,
  damagedInterface,
  functionOf,
  prototypeOf,
  standIn,
} from '../../fixtures/recorders/mutants/interfaces.ts';
import { redefine } from '../../fixtures/recorders/mutants/make.ts';

const HANDLERS = ['onstart', 'onstop', 'ondataavailable', 'onpause', 'onresume', 'onerror'] as const;

/** The attributes of each interface, with a value that is not of their type. */
const ATTRIBUTES = [
  { of: 'MediaRecorder', member: 'stream', wrong: null },
  { of: 'MediaRecorder', member: 'mimeType', wrong: null },
  { of: 'MediaRecorder', member: 'state', wrong: 'stopped' },
  ...HANDLERS.map((member) => ({ of: 'MediaRecorder', member, wrong: undefined }) as const),
  { of: 'MediaRecorder', member: 'videoBitsPerSecond', wrong: -1 },
  { of: 'MediaRecorder', member: 'audioBitsPerSecond', wrong: 0.5 },
  { of: 'MediaRecorder', member: 'audioBitrateMode', wrong: 'cbr' },
  { of: 'BlobEvent', member: 'data', wrong: null },
  { of: 'BlobEvent', member: 'timecode', wrong: null },
  { of: 'ErrorEvent', member: 'message', wrong: null },
  { of: 'ErrorEvent', member: 'filename', wrong: null },
  { of: 'ErrorEvent', member: 'lineno', wrong: null },
  { of: 'ErrorEvent', member: 'colno', wrong: null },
  // Its type is any, which no value breaks.
  { of: 'ErrorEvent', member: 'error', wrong: undefined },
] as const;

/** Each way to damage an attribute, with the rule that it breaks. */
const DAMAGES: Readonly<
  Record<string, readonly [rule: string, damage: (made: Function, member: string) => Function | void]>
> = {
  missing: [
    'idl.attribute-on-prototype',
    (made, member) => void Reflect.deleteProperty(prototypeOf(made), member),
  ],
  own: [
    'idl.attribute-on-prototype',
    (made, member) =>
      standIn(made, (args, asked) => {
        const object = constructed(made, args, asked);
        const found = Object.getOwnPropertyDescriptor(prototypeOf(made), member);
        if (found !== undefined) Object.defineProperty(object, member, found);
        return object;
      }),
  ],
  hidden: [
    'idl.attribute-flags',
    (made, member) => redefine(prototypeOf(made), member, { enumerable: false }),
  ],
  fixed: [
    'idl.attribute-flags',
    (made, member) => redefine(prototypeOf(made), member, { configurable: false }),
  ],
  'getter-name': [
    'idl.attribute-getter',
    (made, member) => redefine(functionOf(prototypeOf(made), member, 'get'), 'name', { value: member }),
  ],
  'getter-length': [
    'idl.attribute-getter',
    (made, member) => redefine(functionOf(prototypeOf(made), member, 'get'), 'length', { value: 1 }),
  ],
  'getter-without-brand': [
    'idl.attribute-brand-check',
    (made, member) => {
      const get = functionOf(prototypeOf(made), member, 'get');
      redefine(prototypeOf(made), member, {
        get(this: unknown): unknown {
          return unlessTypeError(() => Reflect.apply(get, this, []));
        },
      });
    },
  ],
};

const WRITABLE: typeof DAMAGES = {
  'setter-name': [
    'idl.attribute-setter',
    (made, member) => redefine(functionOf(prototypeOf(made), member, 'set'), 'name', { value: member }),
  ],
  'setter-length': [
    'idl.attribute-setter',
    (made, member) => redefine(functionOf(prototypeOf(made), member, 'set'), 'length', { value: 0 }),
  ],
  'setter-without-brand': [
    'idl.setter-brand-check',
    (made, member) => {
      const set = functionOf(prototypeOf(made), member, 'set');
      redefine(prototypeOf(made), member, {
        set(this: unknown, value: unknown): void {
          unlessTypeError(() => Reflect.apply(set, this, [value]));
        },
      });
    },
  ],
};

const READ_ONLY: typeof DAMAGES = {
  'with-setter': [
    'idl.read-only-attribute',
    (made, member) =>
      redefine(prototypeOf(made), member, {
        set(this: unknown, value: unknown): void {
          if (typeof this === 'object' && this !== null) Object.defineProperty(this, member, { value });
        },
      }),
  ],
};

/** Attributes that are not quite what Web IDL makes of them, one by one. */
export const idlMemberMutants: Mutants = Object.fromEntries([
  ...ATTRIBUTES.flatMap(({ of, member }) => {
    const isHandler = HANDLERS.some((handler) => handler === member);
    return Object.entries({ ...DAMAGES, ...(isHandler ? WRITABLE : READ_ONLY) }).map(
      ([damage, [rule, change]]) => [
        `attribute-${damage}-${of}-${member}`,
        damagedInterface(
          { rule, of, where: { interface: of, member } },
          `${of}.${member}: ${damage.replaceAll('-', ' ')}.`,
          (made) => change(made, member),
        ),
      ],
    );
  }),
  ...ATTRIBUTES.filter(({ member }) => member !== 'error').map(({ of, member, wrong }) => [
    `attribute-type-${of}-${member}`,
    damagedInterface(
      { rule: 'idl.attribute-type', of, where: { interface: of, member } },
      `${of}.${member} is ${String(wrong)}.`,
      (made) => redefine(prototypeOf(made), member, { get: () => wrong }),
    ),
  ]),
]);

function unlessTypeError(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
