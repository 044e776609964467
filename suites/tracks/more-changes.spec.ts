import { SOURCES } from '../../fixtures/streams/sources/index.ts';
import { type Context, conformance, type TracedRecorder } from '../kit/index.ts';
import { busy, FROM } from './changes.ts';

const { needs } = SOURCES.both;
const ENDING = 'error, dataavailable, stop';

/** Another video track, live until the case ends. */
async function anotherTrack(t: Context): Promise<MediaStreamTrack> {
  const [track] = (await t.source('canvas')).stream.getTracks();
  if (track === undefined) throw new Error('the other stream has no track');
  return track;
}

/** Asserts how a recording ended after what it had fired before. */
async function endsAsChanged(t: Context, recorder: TracedRecorder, before: number): Promise<void> {
  await recorder.event('stop');
  t.assert.equal(recorder.names.slice(before).join(', '), ENDING, 'events after the change');
  t.assert.equal(recorder.state, 'inactive', 'state');
}

conformance(
  'tracks.added-and-removed',
  {
    over: { from: FROM },
    profile: ({ from }) => (from === 'recording' ? 'default' : 'full'),
    needs,
    assertions: 2,
  },
  async (t, { from }) => {
    const recorder = await busy(t, from);
    const { stream } = recorder;
    const track = await anotherTrack(t);
    const before = recorder.events.length;
    stream.addTrack(track);
    stream.removeTrack(track);
    await endsAsChanged(t, recorder, before);
  },
);

conformance(
  'tracks.ended-track-changed',
  {
    over: { change: ['added', 'removed'] },
    profile: ({ change }) => (change === 'removed' ? 'default' : 'full'),
    needs,
    assertions: 2,
  },
  async (t, { change }) => {
    const recorder = await busy(t, 'recording');
    const { stream } = recorder;
    const track = change === 'added' ? await anotherTrack(t) : stream.getAudioTracks()[0];
    if (track === undefined) throw new Error('the stream has no audio track');
    track.stop();
    await t.media();
    const before = recorder.events.length;
    if (change === 'added') stream.addTrack(track);
    else stream.removeTrack(track);
    await endsAsChanged(t, recorder, before);
  },
);

conformance(
  'tracks.several-changes',
  {
    over: { change: ['two-added', 'one-replaced'] },
    profile: ({ change }) => (change === 'two-added' ? 'default' : 'full'),
    needs,
    assertions: 2,
  },
  async (t, { change }) => {
    const recorder = await busy(t, 'recording');
    const { stream } = recorder;
    const [one, two] = [await anotherTrack(t), await anotherTrack(t)];
    const before = recorder.events.length;
    if (change === 'two-added') stream.addTrack(two);
    else for (const track of stream.getVideoTracks()) stream.removeTrack(track);
    stream.addTrack(one);
    await recorder.event('stop');
    await t.fence();
    const came = recorder.names.slice(before).join(', ');
    t.assert.oneOf(came, [ENDING, `${ENDING}, ${ENDING}`], 'events after both changes');
    t.assert.equal(recorder.state, 'inactive', 'state');
    t.reading(came === ENDING ? 'it ends once' : 'it ends once for each change');
  },
);

conformance('tracks.change-before-start-event', { needs, assertions: 2 }, async (t) => {
  const recorder = t.recorder((await t.source('both')).stream);
  const track = await anotherTrack(t);
  await t.media();
  recorder.start();
  recorder.stream.addTrack(track);
  await recorder.event('stop');
  const others = recorder.names.filter((name) => name !== 'start');
  t.assert.equal(others.join(', '), ENDING, 'events but for start');
  t.assert.equal(recorder.state, 'inactive', 'state');
});

conformance(
  'tracks.ended-and-removed',
  { over: { source: ['canvas'] }, assertions: 2 },
  async (t, { source }) => {
    const recorder = await t.recording(source);
    const { stream } = recorder;
    for (const track of stream.getTracks()) {
      track.stop();
      stream.removeTrack(track);
    }
    await recorder.event('stop');
    await t.fence();
    const came = recorder.names.slice(1).join(', ');
    const ended = 'dataavailable, stop';
    t.assert.oneOf(came, [ended, ENDING, `${ended}, ${ENDING}`, `${ENDING}, ${ended}`], 'events of both');
    t.assert.equal(recorder.state, 'inactive', 'state');
    t.reading(came);
  },
);
