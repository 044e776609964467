import { SOURCES } from '../../fixtures/streams/sources/index.ts';
import { conformance } from '../kit/index.ts';
import { SLICE_MS, otherSlices, sliced, slices } from './slices.ts';

/** What a clock of a browser may be off by, blurred on purpose as it is. */
const CLOCK_MS = 5;

conformance(
  'timeslice.comes-unprompted',
  {
    over: { source: ['canvas', 'tone'] },
    profile: ({ source }) => (source === 'canvas' ? 'default' : 'full'),
    assertions: 2,
  },
  async (t, { source }) => {
    const recorder = await sliced(t, source);
    await slices(recorder, 2);
    t.assert.isAtLeast(recorder.count('dataavailable'), 3, 'dataavailable events that came unprompted');
    t.assert.equal(recorder.state, 'recording', 'state');
  },
);

conformance(
  'timeslice.never-early',
  {
    over: { source: ['canvas', 'tone'] },
    profile: ({ source }) => (source === 'canvas' ? 'default' : 'full'),
    assertions: 3,
  },
  async (t, { source: name }) => {
    const source = await t.source(name);
    const recorder = t.recorder(source.stream);
    const clock = (): number => source.tones?.clock() ?? performance.now() / 1000;
    const heard = clock();
    const began = performance.now();
    recorder.start(SLICE_MS);
    await slices(recorder, 3);
    // Sound may be faster than the wall clock, and with it the data that has been collected.
    const rate = Math.max(1, ((clock() - heard) * 1000) / (performance.now() - began));
    const arrivals = recorder.events.flatMap(({ name: event, event: { timeStamp } }) =>
      event === 'dataavailable' ? [timeStamp] : [],
    );
    for (const [index, arrival] of arrivals.slice(0, 3).entries()) {
      const least = ((index + 1) * SLICE_MS) / rate - CLOCK_MS;
      t.assert.isAtLeast(arrival - began, least, `milliseconds until data came for time ${index + 1}`);
    }
  },
);

conformance('timeslice.state-in-event', {}, async (t) => {
  const recorder = await sliced(t);
  t.assert.equal((await recorder.event('dataavailable')).state, 'recording');
});

conformance(
  'timeslice.ends-as-without',
  {
    over: { source: ['canvas', 'tone'] },
    profile: ({ source }) => (source === 'canvas' ? 'default' : 'full'),
    assertions: 3,
  },
  async (t, { source }) => {
    const recorder = await sliced(t, source);
    recorder.stop();
    await recorder.event('stop');
    await t.fence();
    t.assert.equal(recorder.names.slice(-2).join(', '), 'dataavailable, stop', 'the last two events');
    // Otherwise the last slice would pass for the data that stop() brings.
    t.assert.equal(recorder.events.at(-2)?.state, 'inactive', 'state in the last dataavailable event');
    t.assert.equal(recorder.count('stop'), 1, 'stop events');
  },
);

conformance('timeslice.longer-than-recording', { needs: SOURCES.both.needs, assertions: 2 }, async (t) => {
  const recorder = await t.recording('both', 3_600_000);
  await t.media('plenty');
  recorder.stop();
  await recorder.event('stop');
  t.fired(recorder, ['start', 'dataavailable', 'stop'], 'of a recording within its first timeslice');
  t.assert.isAbove(recorder.events[1]?.data?.size ?? 0, 0, 'bytes');
});

conformance('timeslice.while-paused', {}, async (t) => {
  const recorder = await sliced(t);
  recorder.pause();
  await recorder.event('pause');
  const before = recorder.events.length;
  await otherSlices(t, (await t.source('canvas')).stream);
  const came = recorder.events.slice(before).filter(({ name }) => name === 'dataavailable');
  const filled = came.filter(({ data }) => (data?.size ?? 0) > 0);
  t.assert.isAtMost(filled.length, 1, 'dataavailable events with data while paused');
  if (came.length === 0) t.reading('no event while paused');
  else t.reading(filled.length === 0 ? 'empty events while paused' : 'data that was on its way came');
});

conformance('timeslice.after-resume', {}, async (t) => {
  const recorder = await sliced(t);
  await t.media();
  recorder.pause();
  await recorder.event('pause');
  await t.media();
  recorder.resume();
  await recorder.event('resume');
  await slices(recorder, 2);
  t.assert.equal(recorder.state, 'recording', 'state');
});

conformance('timeslice.of-its-own-recording', { assertions: 2 }, async (t) => {
  const recorder = await sliced(t);
  recorder.stop();
  await recorder.event('stop');
  const before = recorder.events.length;
  recorder.start();
  await recorder.event('start', 2);
  await otherSlices(t, recorder.stream);
  const after = recorder.names.slice(before);
  t.assert.equal(after.join(', '), 'start', 'events of the recording without a timeslice');
  t.assert.equal(recorder.state, 'recording', 'state');
});

conformance(
  'timeslice.with-request-data',
  {
    over: { timeslice: ['short', 'long'] },
    profile: ({ timeslice }) => (timeslice === 'long' ? 'default' : 'full'),
    assertions: 2,
  },
  async (t, { timeslice }) => {
    const recorder = timeslice === 'short' ? await sliced(t) : await t.recording('canvas', 3_600_000);
    const before = recorder.count('dataavailable');
    recorder.requestData();
    await recorder.event('dataavailable', before + 1);
    t.assert.equal(recorder.state, 'recording', 'state');
    if (timeslice === 'short') {
      await slices(recorder, 2);
      t.assert.isAtLeast(recorder.count('dataavailable'), before + 3, 'dataavailable events');
    } else {
      await t.fence();
      t.assert.equal(recorder.count('dataavailable'), before + 1, 'dataavailable events');
    }
  },
);

conformance('timeslice.disabled-tracks', { needs: SOURCES.both.needs, assertions: 3 }, async (t) => {
  const recorder = await sliced(t, 'both');
  const tracks = recorder.stream.getTracks();
  for (const track of tracks) track.enabled = false;
  await t.media('plenty');
  t.assert.equal(recorder.count('error') + recorder.count('stop'), 0, 'error and stop events');
  t.assert.equal(recorder.state, 'recording', 'state');
  for (const track of tracks) track.enabled = true;
  const before = recorder.count('dataavailable');
  await slices(recorder, 2);
  t.assert.isAtLeast(recorder.count('dataavailable'), before + 2, 'dataavailable events');
});
