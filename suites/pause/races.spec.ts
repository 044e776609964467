import { type Context, conformance, type TracedRecorder } from '../kit/index.ts';

/** A recorder that was started and paused in one task. */
async function pausedAtOnce(t: Context): Promise<TracedRecorder> {
  const recorder = t.recorder((await t.source('canvas')).stream);
  recorder.start();
  recorder.pause();
  return recorder;
}

conformance('pause.before-start-event', { assertions: 4 }, async (t) => {
  const recorder = await pausedAtOnce(t);
  t.assert.equal(recorder.state, 'paused', 'state when pause() has returned');
  t.assert.equal((await recorder.event('start')).state, 'paused', 'state in the start event');
  t.assert.equal((await recorder.event('pause')).state, 'paused', 'state in the pause event');
  t.reading(recorder.names.join(' comes before '));
  await t.fence();
  t.assert.equal([...recorder.names].toSorted().join(', '), 'pause, start', 'events of both calls');
});

conformance('pause.can-be-stopped-later', { assertions: 2 }, async (t) => {
  const recorder = await t.paused('canvas');
  recorder.resume();
  await recorder.event('resume');
  await t.media('plenty');
  recorder.stop();
  await recorder.event('stop');
  t.fired(recorder, ['start', 'pause', 'resume', 'dataavailable', 'stop'], 'of the whole recording');
  t.assert.isAbove(recorder.events.at(-2)?.data?.size ?? 0, 0, 'bytes');
});

conformance('pause.others-go-on', {}, async (t) => {
  const recorder = await t.paused('canvas');
  const other = t.recorder(recorder.stream);
  other.start();
  await other.event('start');
  await t.media('plenty');
  await t.media('plenty');
  other.stop();
  const { data } = await other.event('dataavailable');
  t.assert.isAbove(data?.size ?? 0, 0, 'bytes that the other recorder has');
});
