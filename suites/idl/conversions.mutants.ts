import type { Mutant, Mutants } from '../../fixtures/recorders/install.ts';
import { readingOtherwise } from './dictionaries.mutants.ts';
import { damagedInterface, type InterfaceName } from '../../fixtures/recorders/mutants/interfaces.ts';

const LARGEST = 2 ** 32 - 1;

/** A value that is converted in another way than Web IDL has it, under the name that the cases give it. */
interface Misconversion {
  readonly given: string;
  readonly is: (value: unknown) => boolean;
  readonly becomes: (value: unknown) => unknown;
}

const clamped = (value: unknown): number => Math.min(Math.max(Number(value), 0), LARGEST);
const isNumber = (value: unknown): value is number => typeof value === 'number';

/** Numbers that are clamped, rounded or parsed rather than converted. */
const CONVERTED: readonly Misconversion[] = [
  { given: 'fraction', is: (value) => value === 64000.9, becomes: () => 64001 },
  { given: 'string', is: (value) => value === '64000', becomes: () => 0 },
  {
    given: 'hexadecimal',
    is: (value) => typeof value === 'string',
    becomes: (value) => Number.parseInt(String(value), 10),
  },
  { given: 'object', is: (value) => typeof value === 'object', becomes: () => 0 },
  { given: 'beyond-the-largest', is: (value) => isNumber(value) && value > LARGEST, becomes: clamped },
  { given: 'negative', is: (value) => isNumber(value) && value < 0, becomes: clamped },
];

/** What is zero by conversion, and is taken for something else. */
const ZEROS: readonly Misconversion[] = [
  { given: 'nan', is: (value) => Number.isNaN(value), becomes: () => 1 },
  {
    given: 'infinity',
    is: (value) => value === Number.POSITIVE_INFINITY,
    becomes: clamped.bind(null, LARGEST),
  },
  { given: 'negative-zero', is: (value) => Object.is(value, -0), becomes: () => 1 },
  { given: 'negative-fraction', is: (value) => value === -0.9, becomes: () => -1 },
  { given: 'null', is: (value) => value === null, becomes: () => 1 },
  { given: 'text', is: (value) => value === 'many', becomes: () => 1 },
  { given: 'false', is: (value) => value === false, becomes: () => 1 },
  { given: 'array', is: (value) => Array.isArray(value), becomes: () => 1 },
  { given: 'two-to-the-32', is: (value) => value === 2 ** 32, becomes: clamped },
];

const NO_NUMBERS: readonly Misconversion[] = [
  { given: 'symbol', is: (value) => typeof value === 'symbol', becomes: () => 0 },
  { given: 'bigint', is: (value) => typeof value === 'bigint', becomes: Number },
];

const NO_DOUBLES: readonly Misconversion[] = [
  ...NO_NUMBERS,
  { given: 'nan', is: (value) => Number.isNaN(value), becomes: () => 0 },
  { given: 'infinity', is: (value) => value === Number.POSITIVE_INFINITY, becomes: () => Number.MAX_VALUE },
  { given: 'negative-infinity', is: (value) => value === Number.NEGATIVE_INFINITY, becomes: () => 0 },
  { given: 'text', is: (value) => typeof value === 'string', becomes: () => 0 },
  { given: 'object', is: (value) => typeof value === 'object', becomes: () => 0 },
];

const ENUM: readonly Misconversion[] = [
  { given: 'another-word', is: (value) => value === 'average', becomes: () => 'variable' },
  { given: 'upper-case', is: (value) => value === 'CONSTANT', becomes: () => 'constant' },
  { given: 'spaces', is: (value) => value === ' constant', becomes: () => 'constant' },
  { given: 'empty', is: (value) => value === '', becomes: () => undefined },
  { given: 'null', is: (value) => value === null, becomes: () => undefined },
  { given: 'number', is: isNumber, becomes: () => 'variable' },
  { given: 'symbol', is: (value) => typeof value === 'symbol', becomes: () => 'constant' },
];

/** The members of each type, with the dictionary and the interface that they belong to. */
type Member = readonly [dictionary: string, of: InterfaceName, member: string];

const SHOWN: readonly Member[] = [
  ['MediaRecorderOptions', 'MediaRecorder', 'audioBitsPerSecond'],
  ['MediaRecorderOptions', 'MediaRecorder', 'videoBitsPerSecond'],
  ['ErrorEventInit', 'ErrorEvent', 'lineno'],
  ['ErrorEventInit', 'ErrorEvent', 'colno'],
];

const FAMILIES: readonly (readonly [
  rule: string,
  members: readonly Member[],
  list: readonly Misconversion[],
])[] = [
  ['idl.unsigned-long-converts', SHOWN, CONVERTED],
  ['idl.unsigned-long-zero', SHOWN, ZEROS],
  [
    'idl.unsigned-long-refuses',
    [
      ...SHOWN,
      ['MediaRecorderOptions', 'MediaRecorder', 'bitsPerSecond'],
      ['MediaRecorderOptions', 'MediaRecorder', 'videoKeyFrameIntervalCount'],
    ],
    NO_NUMBERS,
  ],
  [
    'idl.double-refuses',
    [
      ['MediaRecorderOptions', 'MediaRecorder', 'videoKeyFrameIntervalDuration'],
      ['BlobEventInit', 'BlobEvent', 'timecode'],
    ],
    NO_DOUBLES,
  ],
  ['idl.enum-refuses', [['MediaRecorderOptions', 'MediaRecorder', 'audioBitrateMode']], ENUM],
];

const STRINGS: readonly Member[] = [
  ['MediaRecorderOptions', 'MediaRecorder', 'mimeType'],
  ['ErrorEventInit', 'ErrorEvent', 'message'],
  ['ErrorEventInit', 'ErrorEvent', 'filename'],
];

/** Members of dictionaries whose values are converted wrongly, each of one kind of value. */
export const idlConversionMutants: Mutants = Object.fromEntries([
  ...FAMILIES.flatMap(([rule, members, list]) =>
    members.flatMap(([dictionary, of, member]) =>
      list.map((each): readonly [string, Mutant] => [
        `${rule.replace('idl.', '')}-${member}-${each.given}`,
        misconverting({ rule, of, where: { dictionary, member, given: each.given } }, member, each),
      ]),
    ),
  ),
  ...STRINGS.flatMap(([dictionary, of, member]) =>
    [
      { given: 'symbol', is: (value: unknown) => typeof value === 'symbol', becomes: () => '' },
      { given: 'object', is: (value: unknown) => typeof value === 'object', becomes: () => Symbol('text') },
    ].map((each): readonly [string, Mutant] => [
      `string-${member}-${each.given}`,
      misconverting({ rule: 'idl.string-refuses-symbols', of, where: { dictionary, member } }, member, each),
    ]),
  ),
]);

function misconverting(
  broken: Parameters<typeof damagedInterface>[0],
  member: string,
  { given, is, becomes }: Misconversion,
): Mutant {
  return damagedInterface(broken, `${member} takes a ${given} for something else.`, (made) =>
    readingOtherwise(made, (name, read) => {
      const value = read();
      return name === member && value !== undefined && is(value) ? becomes(value) : value;
    }),
  );
}
