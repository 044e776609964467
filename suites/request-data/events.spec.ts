import { conformance, EVERY_KIND, EVERY_KIND_IN_EACH_STATE, microtasks } from '../kit/index.ts';

const over = { source: EVERY_KIND };

conformance('request-data.fires-data-once', EVERY_KIND_IN_EACH_STATE, async (t, { source, from }) => {
  const recorder = from === 'paused' ? await t.paused(source) : await t.recording(source);
  recorder.requestData();
  await recorder.event('dataavailable');
  await t.fence();
  t.assert.equal(recorder.count('dataavailable'), 1, 'dataavailable events');
});

conformance(
  'request-data.fires-after-return',
  { ...EVERY_KIND_IN_EACH_STATE, assertions: 2 },
  async (t, { source, from }) => {
    const recorder = from === 'paused' ? await t.paused(source) : await t.recording(source);
    recorder.requestData();
    t.assert.equal(recorder.count('dataavailable'), 0, 'dataavailable events when requestData() returns');
    await microtasks();
    t.assert.equal(recorder.count('dataavailable'), 0, 'dataavailable events when the microtasks have run');
    await recorder.event('dataavailable');
  },
);

conformance('request-data.same-state-in-event', EVERY_KIND_IN_EACH_STATE, async (t, { source, from }) => {
  const recorder = from === 'paused' ? await t.paused(source) : await t.recording(source);
  recorder.requestData();
  t.assert.equal((await recorder.event('dataavailable')).state, from);
});

conformance('request-data.one-event-per-call', EVERY_KIND_IN_EACH_STATE, async (t, { source, from }) => {
  const recorder = from === 'paused' ? await t.paused(source) : await t.recording(source);
  for (let call = 0; call < 3; call += 1) recorder.requestData();
  await recorder.event('dataavailable', 3);
  await t.fence();
  t.assert.equal(recorder.count('dataavailable'), 3, 'dataavailable events of three calls');
});

conformance('request-data.before-the-final-data', { over }, async (t, { source }) => {
  const recorder = await t.recording(source);
  recorder.requestData();
  await recorder.event('dataavailable');
  recorder.stop();
  await recorder.event('stop');
  t.fired(recorder, ['start', 'dataavailable', 'dataavailable', 'stop'], 'of the recording');
});
