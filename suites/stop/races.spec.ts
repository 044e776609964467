import { conformance, type EventName } from '../kit/index.ts';

const ENDED = 'dataavailable, stop';
const CHANGED = 'error, dataavailable, stop';

/** What came after the events that had come before. */
const after = (names: readonly EventName[], before: number): string => names.slice(before).join(', ');

conformance(
  'stop.with-the-tracks',
  { over: { first: ['stop', 'tracks'] }, assertions: 2 },
  async (t, { first }) => {
    const recorder = await t.recording('canvas');
    const before = recorder.events.length;
    if (first === 'stop') recorder.stop();
    for (const track of recorder.stream.getTracks()) track.stop();
    if (first === 'tracks') recorder.stop();
    t.assert.equal(recorder.state, 'inactive', 'state when stop() has returned');
    await recorder.event('stop');
    await t.fence();
    const came = after(recorder.names, before);
    t.assert.oneOf(came, [ENDED, `${ENDED}, ${ENDED}`], 'events of both');
    t.reading(came === ENDED ? 'the events come once' : 'the events come once for each');
  },
);

conformance(
  'stop.with-a-removed-track',
  { over: { first: ['stop', 'track'] }, assertions: 2 },
  async (t, { first }) => {
    const recorder = await t.recording('canvas');
    const { stream } = recorder;
    const before = recorder.events.length;
    if (first === 'stop') recorder.stop();
    for (const track of stream.getTracks()) stream.removeTrack(track);
    if (first === 'track') recorder.stop();
    t.assert.equal(recorder.state, 'inactive', 'state when stop() has returned');
    await recorder.event('stop');
    await t.fence();
    const came = after(recorder.names, before);
    const allowed = [ENDED, CHANGED, `${ENDED}, ${CHANGED}`, `${CHANGED}, ${ENDED}`];
    t.assert.oneOf(came, allowed, 'events of both');
    t.reading(came);
  },
);

conformance('stop.with-requested-data', { assertions: 2 }, async (t) => {
  const recorder = await t.recording('canvas');
  recorder.requestData();
  recorder.stop();
  t.assert.equal(recorder.state, 'inactive', 'state when stop() has returned');
  await recorder.event('stop');
  await t.fence();
  const came = after(recorder.names, 1);
  t.assert.oneOf(came, [ENDED, `dataavailable, ${ENDED}`], 'events of both calls');
  t.reading(came === ENDED ? 'one event with data for both' : 'one event with data for each');
});

conformance('stop.with-pause', { assertions: 2 }, async (t) => {
  const recorder = await t.recording('canvas');
  recorder.pause();
  recorder.stop();
  t.assert.equal(recorder.state, 'inactive', 'state when stop() has returned');
  await recorder.event('stop');
  await t.fence();
  const came = after(recorder.names, 1);
  t.assert.oneOf(came, [ENDED, `pause, ${ENDED}`], 'events of both calls');
  t.reading(came === ENDED ? 'no pause event' : 'the pause event still comes');
});
