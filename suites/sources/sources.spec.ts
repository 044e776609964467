import { conformance } from '../kit/index.ts';

const OTHERS = ['canvas-alpha', 'cloned', 'element', 'generator', 'remote', 'remote-sink'] as const;
const DEVICES = ['camera', 'microphone'] as const;

conformance('sources.recorded', { over: { source: OTHERS }, assertions: 2 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  await t.media('plenty');
  recorder.stop();
  await recorder.event('stop');
  t.fired(recorder, ['start', 'dataavailable', 'stop'], 'of the recording');
  t.assert.isAbove(recorder.events[1]?.data?.size ?? 0, 0, 'bytes recorded');
});

conformance(
  'sources.recorded',
  { over: { source: DEVICES }, needs: ['canvas-capture'], assertions: 2 },
  async (t, { source }) => {
    // A device has no clock that could be read; another recording of as much gives the time.
    const recorder = await t.recording(source);
    await t.source('canvas');
    await t.media('plenty');
    recorder.stop();
    await recorder.event('stop');
    t.fired(recorder, ['start', 'dataavailable', 'stop'], 'of the recording');
    t.assert.isAbove(recorder.events[1]?.data?.size ?? 0, 0, 'bytes recorded');
  },
);

conformance(
  'sources.ended',
  {
    over: { source: [...OTHERS, ...DEVICES] },
    needs: ['canvas-capture'],
    // Whose tracks end by other means than script's may differ; all others end alike.
    profile: ({ source }) => (['remote', 'element', 'microphone'].includes(source) ? 'default' : 'full'),
    assertions: 1,
  },
  async (t, { source }) => {
    const recorder = await t.recording(source);
    for (const track of recorder.stream.getTracks()) track.stop();
    await recorder.event('stop');
    t.fired(recorder, ['start', 'dataavailable', 'stop'], 'of the recording');
  },
);

conformance('sources.disabled', { over: { source: ['disabled'] }, assertions: 2 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  await t.media('plenty');
  recorder.requestData();
  await recorder.event('dataavailable');
  t.assert.equal(recorder.state, 'recording', 'state after the first data');
  recorder.stop();
  await recorder.event('stop');
  t.fired(recorder, ['start', 'dataavailable', 'dataavailable', 'stop'], 'of the recording');
});

conformance(
  'sources.disabled-in-mid-recording',
  { over: { source: ['both'] }, assertions: 3 },
  async (t, { source }) => {
    const recorder = await t.recording(source);
    const tracks = recorder.stream.getTracks();
    for (const enabled of [false, true]) {
      for (const track of tracks) track.enabled = enabled;
      await t.media('plenty');
      t.assert.equal(recorder.state, 'recording', `state when they are ${enabled ? 'enabled' : 'disabled'}`);
    }
    await t.fence();
    recorder.stop();
    await recorder.event('stop');
    t.fired(recorder, ['start', 'dataavailable', 'stop'], 'of the recording');
  },
);

conformance(
  'sources.muted-in-mid-recording',
  { needs: ['canvas-capture', 'peer-connection'], assertions: 3 },
  async (t) => {
    const { connection, stream } = await t.source('remote');
    const recorder = t.recorder(stream);
    recorder.start();
    await recorder.event('start');
    await t.media('plenty');
    const [track] = stream.getVideoTracks();
    t.assert.equal(track?.muted, false, 'whether the track is muted at first');
    const muted = new Promise<void>((resolve) => {
      track?.addEventListener('mute', () => resolve(), { once: true });
    });
    await connection.silence();
    await muted;
    await t.media('plenty');
    t.assert.equal(recorder.state, 'recording', 'state while the track is muted');
    recorder.stop();
    await recorder.event('stop');
    t.fired(recorder, ['start', 'dataavailable', 'stop'], 'of the recording');
  },
);

conformance(
  'sources.remote-codec-switched',
  {
    over: { source: ['remote', 'remote-sink'] },
    profile: ({ source }) => (source === 'remote' ? 'default' : 'full'),
    assertions: 3,
  },
  async (t, { source }) => {
    const { connection, stream } = await t.source(source);
    const before = await connection.codec();
    const recorder = t.recorder(stream);
    recorder.start();
    await recorder.event('start');
    await t.media('plenty');
    const other = before.toLowerCase() === 'video/vp8' ? 'video/VP9' : 'video/VP8';
    t.trace.note(`the track came in ${before}, and is to come in ${other}`);
    t.assert.equal(await connection.switchTo(other), true, `whether there is ${other} to switch to`);
    await t.media('plenty');
    t.assert.equal(recorder.state, 'recording', 'state when the codec was switched');
    recorder.stop();
    await recorder.event('stop');
    t.fired(recorder, ['start', 'dataavailable', 'stop'], 'of the recording');
  },
);
