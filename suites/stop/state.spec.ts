import { ANY_KIND, conformance, EVERY_KIND_IN_EACH_STATE, taskTurn } from '../kit/index.ts';

conformance(
  'stop.sets-inactive',
  { ...EVERY_KIND_IN_EACH_STATE, assertions: 2 },
  async (t, { source, from }) => {
    const recorder = from === 'paused' ? await t.paused(source) : await t.recording(source);
    recorder.stop();
    t.assert.equal(recorder.state, 'inactive', 'state when stop() has returned');
    await taskTurn();
    t.assert.equal(recorder.state, 'inactive', 'state a task later');
  },
);

conformance('stop.returns-undefined', { ...ANY_KIND, assertions: 3 }, async (t, { source }) => {
  const recorder = t.recorder((await t.source(source)).stream);
  t.assert.equal(recorder.stop(), undefined, 'before start()');
  recorder.start();
  await recorder.event('start');
  await t.media();
  t.assert.equal(recorder.stop(), undefined, 'while recording');
  await recorder.event('stop');
  t.assert.equal(recorder.stop(), undefined, 'after the stop event');
});

conformance('stop.does-nothing-before-start', { ...ANY_KIND, assertions: 3 }, async (t, { source }) => {
  const recorder = t.recorder((await t.source(source)).stream);
  t.succeeds(() => recorder.stop());
  t.assert.equal(recorder.state, 'inactive');
  await t.fence();
  t.fired(recorder, [], 'of a recorder that was never started');
});

conformance('stop.does-nothing-after-stop', { ...ANY_KIND, assertions: 3 }, async (t, { source }) => {
  const recorder = await t.stopped(source);
  const before = recorder.names;
  t.succeeds(() => recorder.stop());
  t.assert.equal(recorder.state, 'inactive');
  await t.fence();
  t.fired(recorder, before, 'after the second stop()');
});

conformance('stop.twice-in-one-task-stops-once', { ...ANY_KIND, assertions: 2 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  recorder.stop();
  t.succeeds(() => recorder.stop());
  await recorder.event('stop');
  await t.fence();
  t.fired(recorder, ['start', 'dataavailable', 'stop'], 'of a recording that was stopped twice');
});
