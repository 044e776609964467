import { NO_CONTAINERS, NO_MIME_TYPES } from '../../fixtures/wrong-types.ts';
import { conformance, CONTAINERS } from '../kit/index.ts';
import { differing, supported, supports } from './types.ts';

/** What is no string, and the string that it is converted to. */
const NO_STRINGS: Readonly<Record<string, { value: unknown; text: string }>> = {
  undefined: { value: undefined, text: 'undefined' },
  null: { value: null, text: 'null' },
  number: { value: 0, text: '0' },
  boolean: { value: false, text: 'false' },
  object: { value: {}, text: '[object Object]' },
  'empty-array': { value: [], text: '' },
  'object-of-empty-string': { value: { toString: () => '' }, text: '' },
  'list-of-types': { value: ['video/webm', 'video/mp4'], text: 'video/webm,video/mp4' },
};

// Through Reflect, since the declared parameter is a string and these are not.
const ask = (value: unknown): unknown => {
  const method: unknown = Reflect.get(MediaRecorder, 'isTypeSupported');
  if (typeof method !== 'function') throw new Error('there is no isTypeSupported()');
  return Reflect.apply(method, MediaRecorder, [value]);
};

conformance('is-type-supported.empty-string', {}, async (t) => {
  t.assert.equal(ask(''), true);
});

conformance(
  'is-type-supported.returns-a-boolean',
  { over: { type: ['', 'video', ...CONTAINERS] } },
  async (t, { type }) => {
    t.assert.equal(typeof ask(type), 'boolean');
  },
);

conformance(
  'is-type-supported.converts-to-string',
  { over: { given: Object.keys(NO_STRINGS) }, assertions: 2 },
  async (t, { given }) => {
    const { value, text } = NO_STRINGS[given] ?? { value: '', text: '' };
    t.assert.equal(ask(value), text === '', `answer for ${given}`);
    t.assert.equal(ask(value), ask(text), `answer for the string ${JSON.stringify(text)}`);
  },
);

conformance('is-type-supported.refuses-symbols', { assertions: 2 }, async (t) => {
  t.throwsTypeError(() => ask(Symbol('video/webm')), 'asked for a symbol');
  t.succeeds(() => ask('video/webm'), 'asked for a string');
});

conformance(
  'is-type-supported.no-mime-type',
  { over: { given: Object.keys(NO_MIME_TYPES) }, assertions: 2 },
  async (t, { given }) => {
    t.assert.equal(ask(NO_MIME_TYPES[given]), false, 'answer for what is no MIME type');
    t.assert.notEqual(supported(CONTAINERS), 'none', 'usual containers that are supported');
  },
);

conformance(
  'is-type-supported.no-container',
  { over: { given: Object.keys(NO_CONTAINERS) }, assertions: 2 },
  async (t, { given }) => {
    t.assert.equal(ask(NO_CONTAINERS[given]), false, 'answer for a type that cannot be recorded');
    t.assert.notEqual(supported(CONTAINERS), 'none', 'usual containers that are supported');
  },
);

conformance(
  'is-type-supported.surrounding-space',
  { over: { space: ['before', 'after'] }, assertions: 2 },
  async (t, { space }) => {
    const padded = CONTAINERS.map((container) => (space === 'before' ? ` ${container}` : `${container} `));
    t.assert.equal(supported(padded), 'none', `types with a space ${space} them that are supported`);
    t.assert.notEqual(supported(CONTAINERS), 'none', 'usual containers that are supported');
  },
);

conformance(
  'is-type-supported.container-case',
  { over: { container: CONTAINERS } },
  async (t, { container }) => {
    t.assert.equal(supports(container.toUpperCase()), supports(container), `${container} in upper case`);
  },
);

conformance('is-type-supported.space-before-parameter', {}, async (t) => {
  t.assert.equal(
    differing((container, codec) => `${container}; codecs=${codec}`),
    'none',
    'other answers with a space',
  );
});

conformance('is-type-supported.other-parameters', { assertions: 2 }, async (t) => {
  t.assert.equal(
    differing((container, codec) => `${container};profile=1;codecs=${codec}`),
    'none',
    'other answers with an unknown parameter before codecs',
  );
  const alone = CONTAINERS.filter((container) => supports(`${container};profile=1`) !== supports(container));
  t.assert.equal(alone.join(' and '), '', 'other answers with an unknown parameter alone');
});
