import { conformance, EVERY_KIND } from '../kit/index.ts';
import { STREAMS, streamOf } from './streams.ts';

const NO_STREAMS: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  string: () => 'stream',
  number: () => 1,
  object: () => ({}),
  'list-of-tracks': () => [],
  'event-target': () => new EventTarget(),
  'video-element': () => document.createElement('video'),
  'object-that-inherits': () => Object.create(MediaStream.prototype),
};

conformance(
  'constructor.refuses-what-is-no-stream',
  { over: { given: Object.keys(NO_STREAMS) }, assertions: 2 },
  async (t, { given }) => {
    t.throwsTypeError(() => t.construct(NO_STREAMS[given]?.()), `given ${given}`);
    t.succeeds(() => t.construct(new MediaStream()), 'given a MediaStream');
  },
);

conformance('constructor.accepts-any-stream', { over: { stream: STREAMS } }, async (t, { stream }) => {
  const given = await streamOf(t, stream);
  t.succeeds(() => t.construct(given));
});

conformance('constructor.accepts-a-track', { over: { source: EVERY_KIND } }, async (t, { source }) => {
  const { stream } = await t.source(source);
  t.succeeds(() => t.construct(stream));
});

conformance('constructor.keeps-the-stream', { over: { stream: STREAMS } }, async (t, { stream }) => {
  const given = await streamOf(t, stream);
  t.assert.equal(t.construct(given).stream === given, true, 'stream is the object that was given');
});

conformance('constructor.leaves-the-stream-alone', { assertions: 5 }, async (t) => {
  const stream = await streamOf(t, 'live');
  const before = stream.getTracks();
  t.construct(stream);
  const after = stream.getTracks();
  t.assert.equal(after.length, before.length, 'tracks');
  t.assert.equal(after[0] === before[0], true, 'it is the same track');
  t.assert.equal(after[0]?.readyState, 'live', 'state of the track');
  t.assert.equal(after[0]?.enabled, true, 'whether the track is enabled');
  t.assert.equal(stream.active, true, 'whether the stream is active');
});

conformance(
  'constructor.several-on-one-stream',
  { over: { stream: STREAMS }, assertions: 4 },
  async (t, { stream }) => {
    const given = await streamOf(t, stream);
    const recorders = [t.construct(given), t.construct(given), t.construct(given)];
    t.assert.equal(new Set(recorders).size, 3, 'different recorders');
    for (const { state } of recorders) t.assert.equal(state, 'inactive', 'the state of each');
  },
);

conformance('constructor.converts-the-stream-first', { assertions: 3 }, async (t) => {
  let reads = 0;
  const options = {
    get audioBitsPerSecond(): number {
      reads += 1;
      throw new RangeError('from the options');
    },
  };
  t.throwsTypeError(() => t.construct({}, options), 'with a wrong stream');
  t.assert.equal(reads, 0, 'times that the options were read');
  t.assert.throws(() => t.construct(new MediaStream(), options), RangeError);
});
