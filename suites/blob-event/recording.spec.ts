import {
  type Context,
  conformance,
  drawnByHand,
  EVERY_KIND,
  parseMimeType,
  type SeenEvent,
  type TracedRecorder,
} from '../kit/index.ts';

type SourceName = (typeof EVERY_KIND)[number];

const NAMES = ['start', 'dataavailable', 'pause', 'resume', 'stop'] as const;

/** So often data is asked for until a timecode is another one. */
const MOST_PARTS = 10;

// Where all sources must behave alike, the one with both kinds of track stands for them.
const whole = { source: ['both'] } as const;

/** One recording in which every event of an undisturbed recorder comes. */
async function wholeRecording(t: Context): Promise<TracedRecorder> {
  const recorder = await t.recordingInParts('both');
  recorder.pause();
  await recorder.event('pause');
  recorder.resume();
  await recorder.event('resume');
  await t.media();
  recorder.askForPart();
  await recorder.event('dataavailable');
  await t.media();
  recorder.stop();
  await recorder.event('stop');
  return recorder;
}

/** The timecodes of a recording whose data is handed out three times, with media before each. */
async function timecodesOf(t: Context, source: SourceName): Promise<readonly unknown[]> {
  const recorder = await t.recordingInParts(source);
  for (const nth of [1, 2]) {
    await t.media('plenty');
    recorder.askForPart();
    await recorder.event('dataavailable', nth);
  }
  await t.media('plenty');
  recorder.stop();
  await recorder.event('stop');
  return timecodes(recorder.events);
}

const named = (events: readonly SeenEvent[], name: string): readonly Event[] =>
  events.filter((seen) => seen.name === name).map(({ event }) => event);

const timecodes = (events: readonly SeenEvent[]): readonly unknown[] =>
  named(events, 'dataavailable').map((event): unknown => Reflect.get(event, 'timecode'));

conformance('blob-event.interface-in-recording', { over: whole, assertions: 10 }, async (t) => {
  const { events } = await wholeRecording(t);
  for (const name of NAMES) {
    const [event] = named(events, name);
    const expected = name === 'dataavailable' ? BlobEvent.prototype : Event.prototype;
    t.assert.equal(event === undefined, false, `no ${name} event came`);
    t.assert.equal(Object.getPrototypeOf(event) === expected, true, `interface of the ${name} event`);
  }
});

conformance('blob-event.form-in-recording', { over: whole, assertions: 24 }, async (t) => {
  const recorder = await wholeRecording(t);
  for (const { name, event } of recorder.events) {
    t.assert.equal(event.bubbles, false, `bubbles of ${name}`);
    t.assert.equal(event.cancelable, false, `cancelable of ${name}`);
    t.assert.equal(event.composed, false, `composed of ${name}`);
    t.assert.equal(event.target === recorder.recorder, true, `target of ${name} is the recorder`);
  }
});

conformance('blob-event.trusted-in-recording', { over: whole, assertions: 6 }, async (t) => {
  for (const { name, event } of (await wholeRecording(t)).events)
    t.assert.equal(event.isTrusted, true, `isTrusted of ${name}`);
});

conformance('blob-event.data-is-a-blob', { over: whole, assertions: 3 }, async (t) => {
  const events = named((await wholeRecording(t)).events, 'dataavailable');
  const blobs = events.map((event): unknown => Reflect.get(event, 'data'));
  for (const [index, data] of blobs.entries()) {
    t.assert.equal(data instanceof Blob, true, `data of event ${index + 1} is a Blob`);
  }
  t.assert.equal(new Set(blobs).size, blobs.length, 'each event has a Blob of its own');
});

conformance('blob-event.same-data-each-time', { over: whole }, async (t, { source }) => {
  const recorder = await t.recording(source);
  recorder.stop();
  const { event } = await recorder.event('dataavailable');
  const [first, second]: readonly unknown[] = [Reflect.get(event, 'data'), Reflect.get(event, 'data')];
  t.assert.equal(first === second, true, 'data is the same object when it is read again');
});

conformance('blob-event.first-timecode', { over: { source: EVERY_KIND } }, async (t, { source }) => {
  const recorder = await t.recording(source);
  recorder.stop();
  await recorder.event('stop');
  const [first] = timecodes(recorder.events);
  t.assert.equal(first, 0, 'timecode of the first event');
});

conformance(
  'blob-event.first-timecode',
  // The first event of a recording may come before any media has, and carry an empty Blob.
  { over: { source: ['canvas-manual'] } },
  async (t, { source: name }) => {
    const source = await t.source(name);
    const recorder = t.recorder(source.stream);
    recorder.start();
    if (recorder.canBeAsked) recorder.requestData();
    else recorder.stop();
    const { event } = await recorder.event('dataavailable');
    t.assert.equal(Reflect.get(event, 'timecode'), 0, 'timecode of the first event, when nothing was drawn');
    // An engine may take seconds to stop a recorder that has had nothing to record.
    await drawnByHand(source);
    recorder.stop();
    await recorder.event('stop');
  },
);

conformance(
  'blob-event.timecodes-never-decrease',
  {
    over: { source: ['canvas', 'tone'] },
    profile: ({ source }) => (source === 'canvas' ? 'default' : 'full'),
    assertions: 5,
  },
  async (t, { source }) => {
    const codes = await timecodesOf(t, source);
    let last = Number.NEGATIVE_INFINITY;
    for (const code of codes) {
      t.assert.equal(Number.isFinite(code), true, `timecode ${String(code)} is a number`);
      t.assert.isAtLeast(Number(code), last, 'no less than the one before');
      last = Number(code);
    }
  },
);

conformance('blob-event.timecodes-move-on', { over: whole }, async (t, { source }) => {
  const recorder = await t.recordingInParts(source);
  const codes = (): readonly number[] => timecodes(recorder.events).map(Number);
  // The first Blobs may be empty or hold a header alone: the media that follows begins at the same time then.
  const standsStill = (): boolean => codes().every((code) => code === codes()[0]);
  for (let nth = 1; nth <= MOST_PARTS && standsStill(); nth += 1) {
    await t.media('plenty');
    recorder.askForPart();
    await recorder.event('dataavailable', nth);
  }
  await t.media('plenty');
  recorder.stop();
  await recorder.event('stop');
  t.assert.isAbove(Number(codes().at(-1)), Number(codes()[0]), 'the last timecode against the first');
});

conformance('blob-event.timecode-of-second-recording', { over: whole }, async (t, { source }) => {
  const recorder = await t.stopped(source);
  recorder.start();
  await recorder.event('start', 2);
  await t.media();
  recorder.stop();
  await recorder.event('stop', 2);
  const [, second] = timecodes(recorder.events);
  t.assert.equal(Number.isFinite(second), true, `timecode ${String(second)} is a number`);
  t.reading(second === 0 ? 'it begins at 0 again' : 'it counts on from the first recording');
});

conformance(
  'blob-event.type-of-data',
  { over: { source: EVERY_KIND }, assertions: 6 },
  async (t, { source }) => {
    const recorder = t.recorder((await t.source(source)).stream);
    const types: string[] = [];
    recorder.recorder.addEventListener('start', () => types.push(recorder.recorder.mimeType));
    recorder.startInParts();
    await recorder.event('start');
    await t.media();
    recorder.askForPart();
    await recorder.event('dataavailable');
    await t.media();
    recorder.stop();
    await recorder.event('stop');
    const announced = parseMimeType(types[0] ?? '');
    const found = recorder.events.filter(({ name }) => name === 'dataavailable');
    for (const { data } of found) {
      const { essence, codecs } = parseMimeType(data?.type ?? '');
      t.assert.notEqual(essence, '', 'a type is given');
      t.assert.equal(essence, announced.essence, 'type and subtype');
      t.assert.equal(codecs.join(), announced.codecs.join(), 'codecs');
    }
  },
);
