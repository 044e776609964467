import {
  ANY_KIND,
  conformance,
  EVERY_KIND,
  EVERY_KIND_IN_EACH_STATE,
  microtasks,
  nextMessageTask,
} from '../kit/index.ts';

const over = { source: EVERY_KIND };

conformance('stop.fires-data-then-stop', { over }, async (t, { source }) => {
  const recorder = await t.recording(source);
  recorder.stop();
  await recorder.event('stop');
  t.fired(recorder, ['start', 'dataavailable', 'stop'], 'of the recording');
});

conformance('stop.delivers-data', { over, assertions: 2 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  await t.media('plenty');
  recorder.stop();
  const { data } = await recorder.event('dataavailable');
  t.assert.equal(data instanceof Blob, true, 'data is a Blob');
  t.assert.isAbove(data?.size ?? 0, 0, 'bytes');
});

conformance(
  'stop.fires-after-return',
  { ...EVERY_KIND_IN_EACH_STATE, assertions: 2 },
  async (t, { source, from }) => {
    const recorder = from === 'paused' ? await t.paused(source) : await t.recording(source);
    const before = recorder.names;
    recorder.stop();
    t.fired(recorder, before, 'when stop() returns');
    await microtasks();
    t.fired(recorder, before, 'when the microtasks have run');
    await recorder.event('stop');
  },
);

conformance('stop.inactive-in-data-event', ANY_KIND, async (t, { source }) => {
  const recorder = await t.recording(source);
  recorder.stop();
  t.assert.equal((await recorder.event('dataavailable')).state, 'inactive');
});

conformance('stop.inactive-in-stop-event', ANY_KIND, async (t, { source }) => {
  const recorder = await t.recording(source);
  recorder.stop();
  t.assert.equal((await recorder.event('stop')).state, 'inactive');
});

conformance('stop.fires-both-in-one-task', { ...ANY_KIND, assertions: 2 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  const order: string[] = [];
  recorder.recorder.addEventListener('dataavailable', () => {
    order.push('dataavailable');
    void nextMessageTask().then(() => order.push('another task'));
  });
  recorder.recorder.addEventListener('stop', () => order.push('stop'));
  recorder.stop();
  await recorder.event('stop');
  await t.fence();
  t.assert.include(order, 'another task', 'the control task ran');
  t.assert.equal(order.join(', '), 'dataavailable, stop, another task', 'what ran, in order');
});

conformance('stop.fires-nothing-afterwards', { ...ANY_KIND, assertions: 2 }, async (t, { source }) => {
  const recorder = await t.stopped(source);
  await t.fence();
  t.assert.equal(recorder.names.at(-1), 'stop', 'the last event');
  t.assert.equal(recorder.count('stop'), 1, 'stop events');
});

conformance('stop.while-paused-fires-data-then-stop', ANY_KIND, async (t, { source }) => {
  const recorder = await t.paused(source);
  recorder.stop();
  await recorder.event('stop');
  await t.fence();
  t.fired(recorder, ['start', 'pause', 'dataavailable', 'stop'], 'of a recording stopped while paused');
});

conformance('stop.while-paused-delivers-data', ANY_KIND, async (t, { source }) => {
  const recorder = await t.recording(source);
  await t.media('plenty');
  // On a busy machine media may long be on its way: another recorder's whole recording comes in between.
  await t.fence();
  recorder.pause();
  await recorder.event('pause');
  recorder.stop();
  const { data } = await recorder.event('dataavailable');
  t.assert.isAbove(data?.size ?? 0, 0, 'bytes gathered before the pause');
});
