import { ANY_KIND, conformance, EVERY_KIND, microtasks } from '../kit/index.ts';

const over = { source: EVERY_KIND };

conformance('pause.fires-pause-once', ANY_KIND, async (t, { source }) => {
  const recorder = await t.paused(source);
  await t.fence();
  t.assert.equal(recorder.count('pause'), 1, 'pause events');
});

conformance('pause.fires-after-return', { ...ANY_KIND, assertions: 2 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  recorder.pause();
  t.fired(recorder, ['start'], 'when pause() returns');
  await microtasks();
  t.fired(recorder, ['start'], 'when the microtasks have run');
  await recorder.event('pause');
});

conformance('pause.paused-in-pause-event', ANY_KIND, async (t, { source }) => {
  const recorder = await t.recording(source);
  recorder.pause();
  t.assert.equal((await recorder.event('pause')).state, 'paused');
});

conformance('pause.fires-no-data', { over, assertions: 2 }, async (t, { source }) => {
  const recorder = await t.paused(source);
  await t.fence();
  t.fired(recorder, ['start', 'pause'], 'while paused');
  recorder.stop();
  await recorder.event('dataavailable');
  t.assert.equal(recorder.count('dataavailable'), 1, 'dataavailable events after stop()');
});

conformance('pause.again-after-resume', ANY_KIND, async (t, { source }) => {
  const recorder = await t.paused(source);
  for (const nth of [1, 2]) {
    recorder.resume();
    await recorder.event('resume', nth);
    recorder.pause();
    await recorder.event('pause', nth + 1);
  }
  t.fired(recorder, ['start', 'pause', 'resume', 'pause', 'resume', 'pause'], 'of three pauses');
});
