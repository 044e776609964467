import { SOURCES } from '../../fixtures/streams/sources/index.ts';
import { ANY_KIND, conformance, EVERY_KIND } from '../kit/index.ts';
import { busy } from './changes.ts';

const { needs } = SOURCES.both;

conformance(
  'tracks.all-ended',
  { over: { source: EVERY_KIND }, profile: ({ source }) => (source === 'tone' ? 'foreign' : 'default') },
  async (t, { source }) => {
    const recorder = await t.recording(source);
    // WebKitGTK's page is blocked for two seconds when a recording ends that nothing was written of yet.
    await t.media('plenty');
    for (const track of recorder.stream.getTracks()) track.stop();
    await recorder.event('stop');
    t.fired(recorder, ['start', 'dataavailable', 'stop'], 'of a recording whose tracks ended');
  },
);

conformance('tracks.all-ended-inactive', { ...ANY_KIND, assertions: 2 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  await t.media('plenty');
  for (const track of recorder.stream.getTracks()) track.stop();
  t.assert.equal((await recorder.event('dataavailable')).state, 'inactive', 'in dataavailable');
  t.assert.equal((await recorder.event('stop')).state, 'inactive', 'in stop');
});

conformance('tracks.all-ended-while-paused', { needs, assertions: 2 }, async (t) => {
  const recorder = await t.recording('both');
  await t.media('plenty');
  recorder.pause();
  await recorder.event('pause');
  for (const track of recorder.stream.getTracks()) track.stop();
  await recorder.event('stop');
  t.fired(recorder, ['start', 'pause', 'dataavailable', 'stop'], 'of a paused recording whose tracks ended');
  t.assert.isAbove(recorder.events[2]?.data?.size ?? 0, 0, 'bytes that were recorded before the pause');
});

conformance('tracks.all-ended-delivers-data', { over: { source: EVERY_KIND } }, async (t, { source }) => {
  const recorder = await t.recording(source);
  await t.media('plenty');
  for (const track of recorder.stream.getTracks()) track.stop();
  const { data } = await recorder.event('dataavailable');
  t.assert.isAbove(data?.size ?? 0, 0, 'bytes');
});

conformance(
  'tracks.one-of-two-ended',
  { over: { kind: ['audio', 'video'] }, needs, assertions: 3 },
  async (t, { kind }) => {
    const recorder = await busy(t, 'recording');
    const { stream } = recorder;
    for (const track of stream.getTracks()) if (track.kind === kind) track.stop();
    await t.fence();
    t.fired(recorder, ['start'], 'after one of two tracks ended');
    t.assert.equal(recorder.state, 'recording', 'state');
    recorder.stop();
    await recorder.event('stop');
    t.fired(recorder, ['start', 'dataavailable', 'stop'], 'of the recording');
  },
);
