import { ANY_KIND, conformance, taskTurn } from '../kit/index.ts';

conformance('pause.sets-paused', { ...ANY_KIND, assertions: 2 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  recorder.pause();
  t.assert.equal(recorder.state, 'paused', 'state when pause() has returned');
  await taskTurn();
  t.assert.equal(recorder.state, 'paused', 'state a task later');
});

conformance('pause.returns-undefined', { ...ANY_KIND, assertions: 2 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  t.assert.equal(recorder.pause(), undefined, 'while recording');
  t.assert.equal(recorder.pause(), undefined, 'while paused');
});

conformance('pause.throws-before-start', { ...ANY_KIND, assertions: 2 }, async (t, { source }) => {
  const recorder = t.recorder((await t.source(source)).stream);
  t.throws('InvalidStateError', () => recorder.pause());
  recorder.start();
  t.succeeds(() => recorder.pause());
});

conformance('pause.throws-after-stop', { ...ANY_KIND, assertions: 3 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  t.succeeds(() => recorder.pause());
  recorder.stop();
  t.throws('InvalidStateError', () => recorder.pause());
  await recorder.event('stop');
  t.throws('InvalidStateError', () => recorder.pause());
});

conformance('pause.failed-call-does-nothing', { ...ANY_KIND, assertions: 3 }, async (t, { source }) => {
  const recorder = t.recorder((await t.source(source)).stream);
  t.throws('InvalidStateError', () => recorder.pause());
  t.assert.equal(recorder.state, 'inactive', 'state after the failed call');
  await t.fence();
  t.fired(recorder, [], 'of a recorder that was never started');
});

conformance('pause.does-nothing-while-paused', { ...ANY_KIND, assertions: 3 }, async (t, { source }) => {
  const recorder = await t.paused(source);
  t.succeeds(() => recorder.pause());
  t.assert.equal(recorder.state, 'paused', 'state after the second pause()');
  await t.fence();
  t.fired(recorder, ['start', 'pause'], 'of a recording paused twice');
});
