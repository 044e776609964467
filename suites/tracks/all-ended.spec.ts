import { conformance, nextMessageTask } from '../kit/index.ts';
import { SOURCES } from '../../fixtures/streams/sources/index.ts';

conformance(
  'tracks.all-ended-in-a-task',
  { over: { source: ['canvas', 'tone'] }, assertions: 2 },
  async (t, { source }) => {
    const recorder = await t.recording(source);
    for (const track of recorder.stream.getTracks()) track.stop();
    t.assert.equal(recorder.state, 'recording', 'state when the last track has been stopped');
    t.fired(recorder, ['start'], 'when the last track has been stopped');
    await recorder.event('stop');
  },
);

conformance(
  'tracks.all-ended-in-one-task',
  { over: { source: ['canvas'] }, assertions: 2 },
  async (t, { source }) => {
    const recorder = await t.recording(source);
    const order: string[] = [];
    recorder.recorder.addEventListener('dataavailable', () => {
      order.push('dataavailable');
      void nextMessageTask().then(() => order.push('another task'));
    });
    recorder.recorder.addEventListener('stop', () => order.push('stop'));
    for (const track of recorder.stream.getTracks()) track.stop();
    await recorder.event('stop');
    await t.fence();
    t.assert.include(order, 'another task', 'the control task ran');
    t.assert.equal(order.join(', '), 'dataavailable, stop, another task', 'what ran, in order');
  },
);

conformance(
  'tracks.ended-one-by-one',
  { over: { first: ['audio'] }, needs: SOURCES.both.needs, assertions: 2 },
  async (t, { first }) => {
    const recorder = await t.recording('both');
    const tracks = recorder.stream.getTracks();
    for (const track of tracks) if (track.kind === first) track.stop();
    await t.media('plenty');
    t.fired(recorder, ['start'], 'when one track has ended');
    for (const track of tracks) if (track.kind !== first) track.stop();
    await recorder.event('stop');
    await t.fence();
    t.fired(recorder, ['start', 'dataavailable', 'stop'], 'when both have ended');
  },
);
