import { ANY_KIND, conformance, taskTurn } from '../kit/index.ts';

conformance('resume.sets-recording', { ...ANY_KIND, assertions: 2 }, async (t, { source }) => {
  const recorder = await t.paused(source);
  recorder.resume();
  t.assert.equal(recorder.state, 'recording', 'state when resume() has returned');
  await taskTurn();
  t.assert.equal(recorder.state, 'recording', 'state a task later');
});

conformance('resume.returns-undefined', { ...ANY_KIND, assertions: 2 }, async (t, { source }) => {
  const recorder = await t.paused(source);
  t.assert.equal(recorder.resume(), undefined, 'while paused');
  t.assert.equal(recorder.resume(), undefined, 'while recording');
});

conformance('resume.throws-before-start', { ...ANY_KIND, assertions: 2 }, async (t, { source }) => {
  const recorder = t.recorder((await t.source(source)).stream);
  t.throws('InvalidStateError', () => recorder.resume());
  recorder.start();
  t.succeeds(() => recorder.resume());
});

conformance('resume.throws-after-stop', { ...ANY_KIND, assertions: 3 }, async (t, { source }) => {
  const recorder = await t.paused(source);
  t.succeeds(() => recorder.resume());
  recorder.stop();
  t.throws('InvalidStateError', () => recorder.resume());
  await recorder.event('stop');
  t.throws('InvalidStateError', () => recorder.resume());
});

conformance('resume.failed-call-does-nothing', { ...ANY_KIND, assertions: 3 }, async (t, { source }) => {
  const recorder = t.recorder((await t.source(source)).stream);
  t.throws('InvalidStateError', () => recorder.resume());
  t.assert.equal(recorder.state, 'inactive', 'state after the failed call');
  await t.fence();
  t.fired(recorder, [], 'of a recorder that was never started');
});

conformance('resume.does-nothing-while-recording', { ...ANY_KIND, assertions: 3 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  t.succeeds(() => recorder.resume());
  t.assert.equal(recorder.state, 'recording', 'state after resume()');
  await t.fence();
  t.fired(recorder, ['start'], 'of a recording that was not paused');
});
