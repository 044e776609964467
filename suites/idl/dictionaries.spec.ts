import { conformance } from '../kit/index.ts';
import { constructWith, membersOf, requiredMembers, USES, watched } from './dictionary-use.ts';

const PRIMITIVES: Readonly<Record<string, unknown>> = {
  boolean: true,
  number: 1,
  string: 'video/webm',
  symbol: Symbol('options'),
  bigint: 1n,
};

const OBJECTS: Readonly<Record<string, unknown>> = {
  undefined: undefined,
  null: null,
  object: {},
  array: [],
  function: () => undefined,
  date: new Date(0),
};

for (const use of USES) {
  const { dictionary } = use;
  const members = membersOf(dictionary).map(({ name }) => name);
  const required = membersOf(dictionary).filter((member) => member.required);

  conformance(
    'idl.dictionary-refuses-primitives',
    { over: { dictionary: [dictionary], given: Object.keys(PRIMITIVES) }, assertions: 2 },
    async (t, { given }) => {
      t.throwsTypeError(() => constructWith(use, PRIMITIVES[given]), `constructed with a ${given}`);
      t.succeeds(() => constructWith(use, requiredMembers(dictionary)), 'constructed with an object');
    },
  );

  if (required.length === 0) {
    conformance(
      'idl.dictionary-accepts-objects',
      { over: { dictionary: [dictionary], given: Object.keys(OBJECTS) } },
      async (t, { given }) => {
        t.succeeds(() => constructWith(use, OBJECTS[given]), `constructed with ${given}`);
      },
    );
  }

  conformance(
    'idl.dictionary-member-is-read',
    { over: { dictionary: [dictionary], member: members } },
    async (t, { member }) => {
      let times = 0;
      constructWith(
        use,
        watched(dictionary, (name) => {
          if (name === member) times += 1;
        }),
      );
      t.assert.equal(times, 1, `times that ${member} was read`);
    },
  );

  conformance('idl.dictionary-order', { over: { dictionary: [dictionary] }, assertions: 2 }, async (t) => {
    const seen: string[] = [];
    constructWith(
      use,
      watched(dictionary, (name) => seen.push(name)),
    );
    t.assert.isAbove(seen.length, 1, 'members that were read');
    const ordered = members.filter((name) => seen.includes(name));
    t.assert.equal(seen.join(', '), ordered.join(', '), 'members in the order in which they were read');
  });

  conformance(
    'idl.dictionary-passes-exceptions-on',
    { over: { dictionary: [dictionary], member: members } },
    async (t, { member }) => {
      const own = new RangeError('from the getter');
      let caught: unknown = 'nothing';
      try {
        constructWith(
          use,
          watched(dictionary, (name) => {
            if (name === member) throw own;
          }),
        );
      } catch (thrown) {
        caught = thrown;
      }
      t.assert.equal(
        caught === own,
        true,
        `what came out is what the getter threw; it was ${String(caught)}`,
      );
    },
  );

  conformance(
    'idl.dictionary-required-member',
    { over: { dictionary: [dictionary], member: required.map(({ name }) => name) }, assertions: 3 },
    async (t, { member }) => {
      const whole = requiredMembers(dictionary);
      const { [member]: left, ...rest } = whole;
      t.throwsTypeError(() => constructWith(use, rest), `without ${member}`);
      t.throwsTypeError(() => constructWith(use, { ...rest, [member]: undefined }), `${member} is undefined`);
      t.succeeds(() => constructWith(use, { ...rest, [member]: left }), `with ${member}`);
    },
  );
}
