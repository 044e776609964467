import { ANY_KIND, conformance, EVERY_KIND, microtasks } from '../kit/index.ts';

const over = { source: EVERY_KIND };

conformance('resume.fires-resume-once', ANY_KIND, async (t, { source }) => {
  const recorder = await t.paused(source);
  recorder.resume();
  await recorder.event('resume');
  await t.fence();
  t.assert.equal(recorder.count('resume'), 1, 'resume events');
});

conformance('resume.fires-after-return', { ...ANY_KIND, assertions: 2 }, async (t, { source }) => {
  const recorder = await t.paused(source);
  recorder.resume();
  t.fired(recorder, ['start', 'pause'], 'when resume() returns');
  await microtasks();
  t.fired(recorder, ['start', 'pause'], 'when the microtasks have run');
  await recorder.event('resume');
});

conformance('resume.recording-in-resume-event', ANY_KIND, async (t, { source }) => {
  const recorder = await t.paused(source);
  recorder.resume();
  t.assert.equal((await recorder.event('resume')).state, 'recording');
});

conformance('resume.fires-no-data', { over, assertions: 2 }, async (t, { source }) => {
  const recorder = await t.paused(source);
  recorder.resume();
  await recorder.event('resume');
  await t.fence();
  t.fired(recorder, ['start', 'pause', 'resume'], 'after resume()');
  recorder.stop();
  await recorder.event('stop');
  t.fired(recorder, ['start', 'pause', 'resume', 'dataavailable', 'stop'], 'of the whole recording');
});

conformance('resume.after-pause-in-one-task', { ...ANY_KIND, assertions: 3 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  recorder.pause();
  recorder.resume();
  await recorder.event('resume');
  t.fired(recorder, ['start', 'pause', 'resume'], 'of pause() and resume() in one task');
  t.assert.equal((await recorder.event('pause')).state, 'recording', 'state in the pause event');
  t.assert.equal((await recorder.event('resume')).state, 'recording', 'state in the resume event');
});

conformance(
  'resume.then-pause-in-one-task',
  { over: { source: ['canvas'] }, assertions: 4 },
  async (t, { source }) => {
    const recorder = await t.paused(source);
    recorder.resume();
    recorder.pause();
    t.assert.equal(recorder.state, 'paused', 'state when pause() has returned');
    t.assert.equal((await recorder.event('resume')).state, 'paused', 'state in the resume event');
    t.assert.equal((await recorder.event('pause', 2)).state, 'paused', 'state in the second pause event');
    t.fired(recorder, ['start', 'pause', 'resume', 'pause'], 'of resume() and pause() in one task');
  },
);
