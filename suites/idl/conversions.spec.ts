import { AssertionError, conformance } from '../kit/index.ts';
import { constructWithMember, membersOfType, USES } from './dictionary-use.ts';
import { ENUMS } from './surface.ts';

const ENUM_NAMES = ENUMS.map(({ name }) => name);

/** Every way to write 64000 as an `unsigned long`; each must be taken as the plain number is. */
const SAME_NUMBER: Readonly<Record<string, unknown>> = {
  fraction: 64000.9,
  string: '64000',
  hexadecimal: ' 0xFA00 ',
  object: { valueOf: () => 64000 },
  'beyond-the-largest': 2 ** 32 + 64000,
  negative: 64000 - 2 ** 32,
};

/** Every way to write 0. */
const ZERO: Readonly<Record<string, unknown>> = {
  nan: Number.NaN,
  infinity: Number.POSITIVE_INFINITY,
  'negative-zero': -0,
  'negative-fraction': -0.9,
  null: null,
  text: 'many',
  false: false,
  array: [],
  'two-to-the-32': 2 ** 32,
};

const NO_NUMBERS: Readonly<Record<string, unknown>> = { symbol: Symbol('number'), bigint: 64000n };

const NO_DOUBLES: Readonly<Record<string, unknown>> = {
  ...NO_NUMBERS,
  nan: Number.NaN,
  infinity: Number.POSITIVE_INFINITY,
  'negative-infinity': Number.NEGATIVE_INFINITY,
  text: 'soon',
  object: {},
};

const NO_ENUM_VALUES: Readonly<Record<string, unknown>> = {
  'another-word': 'average',
  'upper-case': 'CONSTANT',
  spaces: ' constant',
  empty: '',
  null: null,
  number: 1,
  symbol: Symbol('constant'),
};

/** The attribute that shows what became of a member; some members are not shown. */
function shown(made: unknown, member: string): unknown {
  if (typeof made !== 'object' || made === null || !(member in made)) {
    throw new AssertionError(`no attribute shows ${member}`, { expected: 'an attribute', actual: 'none' });
  }
  return Reflect.get(made, member);
}

for (const use of USES) {
  const { dictionary } = use;
  const integers = membersOfType(dictionary, ['unsigned long']);
  // Two members have no attribute of their own name, so that only what they refuse can be seen.
  const visible = integers.filter((name) => !['bitsPerSecond', 'videoKeyFrameIntervalCount'].includes(name));

  const showsLike = (member: string, value: unknown): unknown =>
    shown(constructWithMember(use, member, value), member);

  conformance(
    'idl.unsigned-long-converts',
    { over: { dictionary: [dictionary], member: visible, given: Object.keys(SAME_NUMBER) }, assertions: 2 },
    async (t, { member, given }) => {
      t.assert.notEqual(showsLike(member, 96000), showsLike(member, 64000), 'the member has an effect');
      t.assert.equal(showsLike(member, SAME_NUMBER[given]), showsLike(member, 64000), `given as ${given}`);
    },
  );

  conformance(
    'idl.unsigned-long-zero',
    { over: { dictionary: [dictionary], member: visible, given: Object.keys(ZERO) }, assertions: 2 },
    async (t, { member, given }) => {
      t.assert.notEqual(showsLike(member, 96000), showsLike(member, 0), 'the member has an effect');
      t.assert.equal(showsLike(member, ZERO[given]), showsLike(member, 0), `given as ${given}`);
    },
  );

  conformance(
    'idl.unsigned-long-refuses',
    { over: { dictionary: [dictionary], member: integers, given: Object.keys(NO_NUMBERS) }, assertions: 2 },
    async (t, { member, given }) => {
      t.throwsTypeError(() => constructWithMember(use, member, NO_NUMBERS[given]), `given a ${given}`);
      t.succeeds(() => constructWithMember(use, member, 64000), 'given a number');
    },
  );

  conformance(
    'idl.double-refuses',
    {
      over: {
        dictionary: [dictionary],
        member: membersOfType(dictionary, ['DOMHighResTimeStamp']),
        given: Object.keys(NO_DOUBLES),
      },
      assertions: 2,
    },
    async (t, { member, given }) => {
      t.throwsTypeError(() => constructWithMember(use, member, NO_DOUBLES[given]), `given as ${given}`);
      t.succeeds(() => constructWithMember(use, member, 1.5), 'given a number');
    },
  );

  conformance(
    'idl.enum-refuses',
    {
      over: {
        dictionary: [dictionary],
        member: membersOfType(dictionary, ENUM_NAMES),
        given: Object.keys(NO_ENUM_VALUES),
      },
      assertions: 2,
    },
    async (t, { member, given }) => {
      t.throwsTypeError(() => constructWithMember(use, member, NO_ENUM_VALUES[given]), `given ${given}`);
      t.succeeds(
        () => constructWithMember(use, member, { toString: () => 'constant' }),
        'given a value of it',
      );
    },
  );

  conformance(
    'idl.string-refuses-symbols',
    {
      over: { dictionary: [dictionary], member: membersOfType(dictionary, ['DOMString', 'USVString']) },
      assertions: 2,
    },
    async (t, { member }) => {
      t.throwsTypeError(() => constructWithMember(use, member, Symbol('text')), 'given a symbol');
      t.succeeds(() => constructWithMember(use, member, { toString: () => '' }), 'given an object');
    },
  );
}
