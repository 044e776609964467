import { type Context, conformance, drawnByHand, type TracedRecorder } from '../kit/index.ts';

/** A recorder on which start() and requestData() have just been called in one task. */
async function askedAtOnce(t: Context): Promise<TracedRecorder> {
  const recorder = t.recorder((await t.source('canvas')).stream);
  recorder.start();
  recorder.requestData();
  return recorder;
}

conformance('request-data.right-after-start', { assertions: 3 }, async (t) => {
  const recorder = await askedAtOnce(t);
  await recorder.event('start');
  await recorder.event('dataavailable');
  t.reading(recorder.names.join(' comes before '));
  await t.fence();
  t.assert.equal(recorder.count('dataavailable'), 1, 'dataavailable events');
  t.assert.equal(recorder.names.length, 2, 'events of both calls');
  t.assert.equal(recorder.state, 'recording', 'state');
});

conformance(
  'request-data.before-any-media',
  { over: { source: ['canvas-manual'] } },
  async (t, { source }) => {
    const manual = await t.source(source);
    const recorder = t.recorder(manual.stream);
    recorder.start();
    recorder.requestData();
    const { data } = await recorder.event('dataavailable');
    t.assert.equal(data instanceof Blob, true, 'data is a Blob');
    t.reading(data?.size === 0 ? 'the Blob is empty' : 'the Blob has some data already');
    // An engine may take seconds to stop a recorder that has had nothing to record.
    await drawnByHand(manual);
    recorder.stop();
    await recorder.event('stop');
  },
);

conformance('request-data.hands-out-once', { assertions: 2 }, async (t) => {
  const recorder = await t.recording('canvas');
  await t.media('plenty');
  recorder.pause();
  await recorder.event('pause');
  // What was on its way to the recorder when it was paused may come with the next ones.
  for (const nth of [1, 2, 3, 4]) {
    recorder.requestData();
    await recorder.event('dataavailable', nth);
    await t.media();
  }
  const sizes = recorder.events.flatMap(({ data }) => (data === null ? [] : [data.size]));
  t.assert.isAbove(
    sizes.reduce((sum, size) => sum + size, 0),
    0,
    'bytes of all Blobs',
  );
  t.assert.equal(sizes[3], 0, `bytes of the last Blob, of ${sizes.join(', ')}`);
});

conformance(
  'request-data.goes-on-gathering',
  {
    over: { source: ['canvas', 'tone'] },
    profile: ({ source }) => (source === 'canvas' ? 'default' : 'full'),
  },
  async (t, { source }) => {
    const recorder = await t.recording(source);
    await t.media('plenty');
    recorder.requestData();
    await recorder.event('dataavailable');
    await t.media('plenty');
    recorder.stop();
    const { data } = await recorder.event('dataavailable', 2);
    t.assert.isAbove(data?.size ?? 0, 0, 'bytes that were recorded after the request');
  },
);
