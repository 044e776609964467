import { conformance } from '../kit/index.ts';

const NO_BLOBS: Readonly<Record<string, unknown>> = {
  null: null,
  string: 'recorded',
  object: {},
  number: 0,
  'array-buffer': new ArrayBuffer(1),
};

/** Each way to write a timecode of 12.5. */
const SAME_TIME: Readonly<Record<string, unknown>> = {
  number: 12.5,
  string: '12.5',
  object: { valueOf: () => 12.5 },
};

const FLAGS = ['bubbles', 'cancelable', 'composed'] as const;

const blob = (): Blob => new Blob(['recorded'], { type: 'video/webm' });

const make = (type: unknown, init: unknown): BlobEvent => Reflect.construct(BlobEvent, [type, init]);

conformance(
  'blob-event.keeps-the-type',
  { over: { type: ['dataavailable', '', 'Größe'] } },
  async (t, { type }) => {
    t.assert.equal(make(type, { data: blob() }).type, type);
  },
);

conformance('blob-event.keeps-the-data', { assertions: 2 }, async (t) => {
  const data = blob();
  const event = make('dataavailable', { data });
  t.assert.equal(event.data === data, true, 'data is the very Blob that was given');
  t.assert.equal(event.data === event.data, true, 'it is the same when it is read again');
});

conformance('blob-event.accepts-a-file', {}, async (t) => {
  const data = new File(['recorded'], 'recording.webm');
  t.assert.equal(make('dataavailable', { data }).data === data, true, 'data is the very File that was given');
});

conformance(
  'blob-event.refuses-what-is-no-blob',
  { over: { given: Object.keys(NO_BLOBS) }, assertions: 2 },
  async (t, { given }) => {
    t.throwsTypeError(() => make('dataavailable', { data: NO_BLOBS[given] }), `given ${given}`);
    t.succeeds(() => make('dataavailable', { data: blob() }), 'given a Blob');
  },
);

conformance(
  'blob-event.keeps-the-timecode',
  { over: { timecode: [0, 0.5, 1000, -1, 1e15] } },
  async (t, { timecode }) => {
    t.assert.equal(make('dataavailable', { data: blob(), timecode }).timecode, timecode);
  },
);

conformance(
  'blob-event.converts-the-timecode',
  { over: { given: Object.keys(SAME_TIME) } },
  async (t, { given }) => {
    t.assert.equal(make('dataavailable', { data: blob(), timecode: SAME_TIME[given] }).timecode, 12.5);
  },
);

conformance('blob-event.timecode-not-given', {}, async (t) => {
  const { timecode } = make('dataavailable', { data: blob() });
  t.assert.equal(typeof timecode, 'number');
  t.reading(`timecode is ${timecode}`);
});

conformance('blob-event.flags-default', { over: { member: FLAGS } }, async (t, { member }) => {
  t.assert.equal(make('dataavailable', { data: blob() })[member], false);
});

conformance('blob-event.flags-kept', { over: { member: FLAGS }, assertions: 2 }, async (t, { member }) => {
  t.assert.equal(make('dataavailable', { data: blob(), [member]: true })[member], true, 'given true');
  t.assert.equal(make('dataavailable', { data: blob(), [member]: 0 })[member], false, 'given 0');
});

conformance('blob-event.is-not-trusted', { assertions: 2 }, async (t) => {
  const event = make('dataavailable', { data: blob() });
  t.assert.equal(event.isTrusted, false, 'isTrusted');
  t.assert.equal(event.target, null, 'target');
});

conformance('blob-event.can-be-dispatched', { assertions: 3 }, async (t) => {
  const recorder = t.construct(new MediaStream());
  const event = make('dataavailable', { data: blob() });
  const seen: Event[] = [];
  recorder.addEventListener('dataavailable', (each) => seen.push(each));
  recorder.dispatchEvent(event);
  t.assert.equal(seen.length, 1, 'events seen');
  t.assert.equal(seen[0] === event, true, 'the listener gets this very event');
  t.assert.equal(event.target === recorder, true, 'its target is the recorder');
});
