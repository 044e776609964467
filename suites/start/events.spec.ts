import { ANY_KIND, conformance, EVERY_KIND, microtasks } from '../kit/index.ts';

const over = { source: EVERY_KIND };

conformance('start.fires-start-once', ANY_KIND, async (t, { source }) => {
  const recorder = await t.recording(source);
  await t.fence();
  t.assert.equal(recorder.count('start'), 1, 'start events');
});

conformance('start.fires-start-after-return', { ...ANY_KIND, assertions: 2 }, async (t, { source }) => {
  const recorder = t.recorder((await t.source(source)).stream);
  recorder.start();
  t.fired(recorder, [], 'when start() returns');
  await microtasks();
  t.fired(recorder, [], 'when the microtasks have run');
  await recorder.event('start');
});

conformance('start.recording-in-start-event', ANY_KIND, async (t, { source }) => {
  const recorder = t.recorder((await t.source(source)).stream);
  recorder.start();
  t.assert.equal((await recorder.event('start')).state, 'recording');
});

conformance('start.start-event-before-data', { over }, async (t, { source }) => {
  const recorder = t.recorder((await t.source(source)).stream);
  recorder.start(50);
  await recorder.event('dataavailable');
  t.assert.equal(recorder.names[0], 'start', 'the first event');
});

conformance(
  'start.no-data-unprompted',
  { over, profile: ({ source }) => (source === 'tone' ? 'default' : 'full'), assertions: 2 },
  async (t, { source }) => {
    const recorder = await t.recording(source);
    // For more than a second altogether, for that is how often some recorders bring data by themselves.
    await t.media('ample');
    await t.fence();
    await t.media('ample');
    t.fired(recorder, ['start'], 'of an undisturbed recording');
    recorder.stop();
    const { data } = await recorder.event('dataavailable');
    t.assert.isAbove(data?.size ?? 0, 0, 'bytes that stop() brought');
  },
);

conformance('start.events-only-from-the-summary', { ...ANY_KIND, assertions: 2 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  recorder.stop();
  await recorder.event('stop');
  await t.fence();
  t.assert.equal(recorder.count('error'), 0, 'error events');
  t.assert.equal(recorder.count('start'), 1, 'start events');
});
