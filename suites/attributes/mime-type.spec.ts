import {
  conformance,
  EVERY_KIND,
  parseMimeType,
  someContainer,
  soundForForeign,
  taskTurn,
} from '../kit/index.ts';

const CONSTRAINTS = ['none', 'container'] as const;

const kindOfSource = (source: (typeof EVERY_KIND)[number]): 'audio' | 'video' =>
  source === 'tone' ? 'audio' : 'video';

/** The mimeType option of a constraint, for what a source brings. */
function optionsOf(
  source: (typeof EVERY_KIND)[number],
  constraint: (typeof CONSTRAINTS)[number],
): { readonly mimeType: string } {
  return { mimeType: constraint === 'none' ? '' : someContainer(kindOfSource(source)) };
}

// Every source without a constraint, and one source with one: the two do not depend on each other.
const POINTS = [
  { source: EVERY_KIND, constraint: ['none'] },
  { source: ['both'], constraint: ['container'] },
] as const;

for (const over of POINTS) {
  conformance(
    'attributes.mime-type-until-start-event',
    { over, assertions: 2 },
    async (t, { source, constraint }) => {
      const options = optionsOf(source, constraint);
      const recorder = t.recorder((await t.source(source)).stream, options);
      t.assert.equal(recorder.recorder.mimeType, options.mimeType, 'before start()');
      recorder.start();
      t.assert.equal(recorder.recorder.mimeType, options.mimeType, 'when start() returns');
      await recorder.event('start');
    },
  );

  conformance(
    'attributes.mime-type-in-start-event',
    { over, assertions: 3 },
    async (t, { source, constraint }) => {
      const options = optionsOf(source, constraint);
      const recorder = t.recorder((await t.source(source)).stream, options);
      let inEvent = 'none';
      recorder.recorder.addEventListener('start', () => {
        inEvent = recorder.recorder.mimeType;
      });
      recorder.start();
      await recorder.event('start');
      // Between two listeners the microtasks run, so this is reached before the listener above.
      await taskTurn();
      const { essence, codecs } = parseMimeType(inEvent);
      t.assert.match(essence, /^[^/]+\/[^/]+$/, 'type and subtype');
      if (constraint === 'container') t.assert.equal(essence, options.mimeType, 'type and subtype asked for');
      else t.assert.notEqual(essence, '', 'type and subtype');
      t.assert.equal(codecs.length, source === 'both' ? 2 : 1, `codecs named in ${inEvent}`);
    },
  );

  conformance(
    'attributes.mime-type-reset-by-stop',
    { over, assertions: 2 },
    async (t, { source, constraint }) => {
      const options = optionsOf(source, constraint);
      const recorder = t.recorder((await t.source(source)).stream, options);
      recorder.start();
      await recorder.event('start');
      await t.media();
      recorder.stop();
      t.assert.equal(recorder.recorder.mimeType, options.mimeType, 'when stop() returns');
      await recorder.event('stop');
      t.assert.equal(recorder.recorder.mimeType, options.mimeType, 'after the stop event');
    },
  );

  conformance(
    'attributes.mime-type-reset-by-ended-tracks',
    { over, assertions: 2 },
    async (t, { source, constraint }) => {
      const options = optionsOf(source, constraint);
      const { stream } = await t.source(source);
      const recorder = t.recorder(stream, options);
      const seen: string[] = [];
      recorder.recorder.addEventListener('dataavailable', () => seen.push(recorder.recorder.mimeType));
      recorder.start();
      await recorder.event('start');
      await t.media();
      for (const track of stream.getTracks()) track.stop();
      await recorder.event('stop');
      t.assert.equal(seen.at(-1), options.mimeType, 'in the final dataavailable event');
      t.assert.equal(recorder.recorder.mimeType, options.mimeType, 'after the stop event');
    },
  );
}

conformance('attributes.mime-type-after-failed-start', { assertions: 2 }, async (t) => {
  const recorder = await t.recording('canvas');
  const before = recorder.recorder.mimeType;
  t.throws('InvalidStateError', () => recorder.start());
  t.assert.equal(recorder.recorder.mimeType, before, 'after a start() that threw');
});

conformance(
  'attributes.mime-type-keeps-codecs',
  { over: { source: ['canvas', 'tone'] }, profile: soundForForeign },
  async (t, { source }) => {
    const probe = await t.recording(source);
    const chosen = probe.recorder.mimeType;
    probe.stop();
    await probe.event('stop');
    // What the browser chose by itself is certainly something that it can be asked for.
    const recorder = t.recorder(probe.stream, { mimeType: chosen });
    recorder.start();
    await recorder.event('start');
    t.assert.equal(
      parseMimeType(recorder.recorder.mimeType).codecs.join(),
      parseMimeType(chosen).codecs.join(),
      'codecs after they were asked for',
    );
  },
);

conformance(
  'attributes.mime-type-stays-while-recording',
  { over: { source: ['both'] }, assertions: 4 },
  async (t, { source }) => {
    const recorder = await t.recordingInParts(source);
    const began = recorder.recorder.mimeType;
    t.assert.notEqual(began, '', 'after the start event');
    recorder.askForPart();
    await recorder.event('dataavailable');
    t.assert.equal(recorder.recorder.mimeType, began, 'after a dataavailable event');
    recorder.pause();
    await recorder.event('pause');
    t.assert.equal(recorder.recorder.mimeType, began, 'after the pause event');
    recorder.resume();
    await recorder.event('resume');
    t.assert.equal(recorder.recorder.mimeType, began, 'after the resume event');
  },
);

conformance('attributes.mime-type-extended-again', { over: { source: ['both'] } }, async (t, { source }) => {
  const recorder = await t.recording(source);
  const first = recorder.recorder.mimeType;
  recorder.stop();
  await recorder.event('stop');
  recorder.start();
  await recorder.event('start', 2);
  t.assert.notEqual(first, '', 'in the first recording');
  t.assert.equal(recorder.recorder.mimeType, first, 'in the second recording');
});

conformance(
  'attributes.mime-type-reset-by-error',
  { over: { source: ['both'] }, assertions: 3 },
  async (t, { source }) => {
    const { stream } = await t.source(source);
    const mimeType = someContainer('video');
    const recorder = t.recorder(stream, { mimeType });
    const seen: string[] = [];
    for (const name of ['error', 'dataavailable', 'stop'])
      recorder.recorder.addEventListener(name, () => seen.push(recorder.recorder.mimeType));
    recorder.start();
    await recorder.event('start');
    await t.media();
    for (const track of stream.getAudioTracks()) stream.removeTrack(track);
    await recorder.event('stop');
    await taskTurn();
    for (const [index, name] of ['error', 'dataavailable', 'stop'].entries())
      t.assert.equal(seen[index], mimeType, `in the ${name} event`);
  },
);

conformance(
  'attributes.mime-type-when-stopped-at-once',
  { over: { source: ['canvas'] } },
  async (t, { source }) => {
    const { stream } = await t.source(source);
    const mimeType = someContainer('video');
    const recorder = t.recorder(stream, { mimeType });
    await t.media();
    recorder.start();
    recorder.stop();
    await recorder.event('start');
    await recorder.event('stop');
    await taskTurn();
    const found = recorder.recorder.mimeType;
    t.assert.equal(parseMimeType(found).essence, mimeType, 'type and subtype');
    t.reading(found === mimeType ? 'what the constructor was given' : 'what was recorded');
  },
);
