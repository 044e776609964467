import type { Mutant, Mutants } from '../../fixtures/recorders/install.ts';
import {
  constructed,
  damagedInterface,
  standIn,
  withArguments,
  type InterfaceName,
} from '../../fixtures/recorders/mutants/interfaces.ts';

/** The dictionaries of the constructors, their members in the order in which the text declares them. */
const DICTIONARIES = [
  {
    dictionary: 'MediaRecorderOptions',
    of: 'MediaRecorder',
    members: [
      'mimeType',
      'audioBitsPerSecond',
      'videoBitsPerSecond',
      'bitsPerSecond',
      'audioBitrateMode',
      'videoKeyFrameIntervalDuration',
      'videoKeyFrameIntervalCount',
    ],
  },
  {
    dictionary: 'BlobEventInit',
    of: 'BlobEvent',
    members: ['data', 'timecode', 'bubbles', 'cancelable', 'composed'],
  },
  {
    dictionary: 'ErrorEventInit',
    of: 'ErrorEvent',
    members: ['message', 'filename', 'lineno', 'colno', 'error', 'bubbles', 'cancelable', 'composed'],
  },
] as const;

/** How a constructor reads a member of its dictionary. */
export type Reads = (member: string, read: () => unknown) => unknown;

/** An interface object that reads its dictionary in another way. */
export function readingOtherwise(made: Function, reads: Reads): Function {
  return withArguments(made, (args) => {
    const [first, init] = args;
    if (typeof init !== 'object' || init === null) return args;
    const seen = new Proxy(init, {
      get: (target, key) => {
        const read = (): unknown => Reflect.get(target, key);
        return typeof key === 'string' ? reads(key, read) : read();
      },
    });
    return [first, seen];
  });
}

const PRIMITIVES: readonly (readonly [given: string, type: string])[] = [
  ['boolean', 'boolean'],
  ['number', 'number'],
  ['string', 'string'],
  ['symbol', 'symbol'],
  ['bigint', 'bigint'],
];

/** Objects that a constructor may take for something else than a dictionary. */
const OBJECTS: Readonly<Record<string, (value: unknown) => boolean>> = {
  undefined: (value) => value === undefined,
  null: (value) => value === null,
  array: (value) => Array.isArray(value),
  function: (value) => typeof value === 'function',
  date: (value) => value instanceof Date,
};

/** What a constructor does wrong when it reads one member. */
const READINGS: Readonly<Record<string, readonly [rule: string, reads: Reads]>> = {
  'read-twice': [
    'idl.dictionary-member-is-read',
    (_member, read) => {
      read();
      return read();
    },
  ],
  'not-read': ['idl.dictionary-member-is-read', () => undefined],
  'exception-replaced': [
    'idl.dictionary-passes-exceptions-on',
    (member, read) => {
      try {
        return read();
      } catch (error) {
        throw new TypeError(`${member} cannot be read`, { cause: error });
      }
    },
  ],
  'exception-swallowed': [
    'idl.dictionary-passes-exceptions-on',
    (_member, read) => {
      try {
        return read();
      } catch {
        return undefined;
      }
    },
  ],
};

/** Dictionaries that are read in another way than Web IDL has it. */
export const idlDictionaryMutants: Mutants = Object.fromEntries(
  DICTIONARIES.flatMap(({ dictionary, of, members }): readonly (readonly [string, Mutant])[] => [
    ...PRIMITIVES.map(
      ([given, type]) =>
        [
          `${dictionary}-takes-${given}`,
          damagedInterface(
            { rule: 'idl.dictionary-refuses-primitives', of, where: { dictionary, given } },
            `The constructor of ${of} takes a ${given} for an empty ${dictionary}.`,
            (made) =>
              withArguments(made, ([first, init]) => [
                first,
                typeof init === type ? { data: new Blob() } : init,
              ]),
          ),
        ] as const,
    ),
    ...(of === 'BlobEvent' ? [] : refusedObjects(dictionary, of)),
    ...members.flatMap((member) =>
      Object.entries(READINGS)
        // What is demanded cannot be left unread.
        .filter(([how]) => how !== 'not-read' || member !== 'data')
        .map(
          ([how, [rule, reads]]) =>
            [
              `${dictionary}-${how}-${member}`,
              damagedInterface(
                { rule, of, where: { dictionary, member } },
                `${member} of ${dictionary}: ${how.replaceAll('-', ' ')}.`,
                (made) =>
                  readingOtherwise(made, (name, read) => (name === member ? reads(name, read) : read())),
              ),
            ] as const,
        ),
    ),
    [
      `${dictionary}-order`,
      damagedInterface(
        { rule: 'idl.dictionary-order', of, where: { dictionary } },
        `The members of ${dictionary} are read as they are declared.`,
        (made) =>
          withArguments(made, ([first, init]) => {
            if (typeof init !== 'object' || init === null) return [first, init];
            const values = members.map((member): unknown => Reflect.get(init, member));
            return [first, Object.fromEntries(members.map((member, index) => [member, values[index]]))];
          }),
      ),
    ],
  ]),
);

/** A BlobEvent can do without the data that its dictionary demands. */
export const idlRequiredMutants: Mutants = {
  'BlobEventInit-without-data': damagedInterface(
    { rule: 'idl.dictionary-required-member', of: 'BlobEvent', where: { member: 'data' } },
    'A BlobEvent that is constructed without data gets an empty Blob.',
    (made) =>
      readingOtherwise(made, (member, read) => {
        const value = read();
        return member === 'data' && value === undefined ? new Blob() : value;
      }),
  ),
};

function refusedObjects(dictionary: string, of: InterfaceName): readonly (readonly [string, Mutant])[] {
  return Object.entries(OBJECTS).map(([given, matches]) => [
    `${dictionary}-refuses-${given}`,
    damagedInterface(
      { rule: 'idl.dictionary-accepts-objects', of, where: { dictionary, given } },
      `The constructor of ${of} refuses ${given} for its ${dictionary}.`,
      (made) =>
        standIn(made, (args, asked) => {
          if (args.length > 1 && matches(args[1])) throw new TypeError(`${dictionary} is ${given}`);
          return constructed(made, args, asked);
        }),
    ),
  ]);
}
