import { ANY_KIND, conformance, EVERY_KIND_IN_EACH_STATE, taskTurn } from '../kit/index.ts';

conformance('request-data.returns-undefined', EVERY_KIND_IN_EACH_STATE, async (t, { source, from }) => {
  const recorder = from === 'paused' ? await t.paused(source) : await t.recording(source);
  t.assert.equal(recorder.requestData(), undefined);
});

conformance('request-data.throws-before-start', { ...ANY_KIND, assertions: 2 }, async (t, { source }) => {
  const recorder = t.recorder((await t.source(source)).stream);
  t.throws('InvalidStateError', () => recorder.requestData());
  recorder.start();
  t.succeeds(() => recorder.requestData());
});

conformance('request-data.throws-after-stop', { ...ANY_KIND, assertions: 3 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  t.succeeds(() => recorder.requestData());
  recorder.stop();
  t.throws('InvalidStateError', () => recorder.requestData());
  await recorder.event('stop');
  t.throws('InvalidStateError', () => recorder.requestData());
});

conformance(
  'request-data.failed-call-does-nothing',
  { ...ANY_KIND, assertions: 3 },
  async (t, { source }) => {
    const recorder = t.recorder((await t.source(source)).stream);
    t.throws('InvalidStateError', () => recorder.requestData());
    t.assert.equal(recorder.state, 'inactive', 'state after the failed call');
    await t.fence();
    t.fired(recorder, [], 'of a recorder that was never started');
  },
);

conformance(
  'request-data.keeps-the-state',
  { ...EVERY_KIND_IN_EACH_STATE, assertions: 2 },
  async (t, { source, from }) => {
    const recorder = from === 'paused' ? await t.paused(source) : await t.recording(source);
    recorder.requestData();
    t.assert.equal(recorder.state, from, 'state when requestData() has returned');
    await recorder.event('dataavailable');
    await taskTurn();
    t.assert.equal(recorder.state, from, 'state after the event');
  },
);
