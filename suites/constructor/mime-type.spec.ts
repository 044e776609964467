import { NO_CONTAINERS, NO_MIME_TYPES } from '../../fixtures/wrong-types.ts';
import { conformance, someContainer } from '../kit/index.ts';
import { STREAMS, streamOf } from './streams.ts';

const NONSENSE = { ...NO_MIME_TYPES, ...NO_CONTAINERS };

/** How a type that is supported can be written; the attribute repeats it as it was written. */
const SPELLINGS: Readonly<Record<string, (container: string) => string>> = {
  plain: (container) => container,
  'upper-case': (container) => container.toUpperCase(),
  'unknown-parameter': (container) => `${container};Profile="a b"`,
  'space-before-parameter': (container) => `${container} ;  profile=1`,
};

const NO_TYPE: Readonly<Record<string, readonly unknown[]>> = {
  'no-options': [],
  undefined: [undefined],
  null: [null],
  'empty-options': [{}],
  'type-undefined': [{ mimeType: undefined }],
  'type-empty': [{ mimeType: '' }],
  'other-options': [{ videoBitsPerSecond: 100_000 }],
};

const NO_STRINGS: Readonly<Record<string, unknown>> = {
  null: null,
  number: 1,
  boolean: false,
  object: {},
};

conformance(
  'constructor.unsupported-type-throws',
  { over: { given: Object.keys(NONSENSE) }, assertions: 2 },
  async (t, { given }) => {
    const stream = new MediaStream();
    t.throws('NotSupportedError', () => t.construct(stream, { mimeType: NONSENSE[given] }), 'with this type');
    t.succeeds(() => t.construct(stream, { mimeType: someContainer() }), 'with a type that is supported');
  },
);

conformance(
  'constructor.type-checked-for-any-stream',
  { over: { stream: STREAMS }, assertions: 2 },
  async (t, { stream }) => {
    const given = await streamOf(t, stream);
    t.throws('NotSupportedError', () => t.construct(given, { mimeType: 'video/invalid' }));
    t.succeeds(() => t.construct(given, { mimeType: someContainer() }));
  },
);

conformance('constructor.converts-before-it-checks', { assertions: 2 }, async (t) => {
  const stream = new MediaStream();
  const mimeType = 'video/invalid';
  t.throwsTypeError(() => t.construct(stream, { mimeType, videoBitsPerSecond: Symbol('many') }), 'with both');
  t.throws('NotSupportedError', () => t.construct(stream, { mimeType }), 'with the type alone');
});

conformance(
  'constructor.keeps-the-type',
  { over: { spelling: Object.keys(SPELLINGS) } },
  async (t, { spelling }) => {
    const container = someContainer();
    const mimeType = SPELLINGS[spelling]?.(container) ?? '';
    t.assert.equal(t.construct(new MediaStream(), { mimeType }).mimeType, mimeType);
  },
);

conformance(
  'constructor.no-type-is-empty',
  { over: { given: Object.keys(NO_TYPE) } },
  async (t, { given }) => {
    t.assert.equal(t.construct(new MediaStream(), ...(NO_TYPE[given] ?? [])).mimeType, '');
  },
);

conformance(
  'constructor.type-is-made-a-string',
  { over: { given: Object.keys(NO_STRINGS) }, assertions: 2 },
  async (t, { given }) => {
    const stream = new MediaStream();
    t.throws(
      'NotSupportedError',
      () => t.construct(stream, { mimeType: NO_STRINGS[given] }),
      `given ${given}`,
    );
    const mimeType = someContainer();
    const recorder = t.construct(stream, { mimeType: { toString: () => mimeType } });
    t.assert.equal(recorder.mimeType, mimeType, 'given an object whose string is a type');
  },
);

conformance('constructor.defers-unlisted-codecs', { assertions: 2 }, async (t) => {
  const mimeType = `${someContainer()};codecs=not-yet-invented`;
  t.succeeds(() => t.construct(new MediaStream(), { mimeType }), 'with a codec that nobody lists');
  t.throws('NotSupportedError', () =>
    t.construct(new MediaStream(), { mimeType: 'video/invalid;codecs=not-yet-invented' }),
  );
});

conformance('constructor.does-not-keep-the-options', { assertions: 2 }, async (t) => {
  const mimeType = someContainer();
  const options = { mimeType, videoBitsPerSecond: 200_000 };
  const recorder = t.construct(new MediaStream(), options);
  const bits = recorder.videoBitsPerSecond;
  options.mimeType = '';
  options.videoBitsPerSecond = 100_000;
  t.assert.equal(recorder.mimeType, mimeType, 'mimeType');
  t.assert.equal(recorder.videoBitsPerSecond, bits, 'videoBitsPerSecond');
});
