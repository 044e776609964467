import { SOURCES } from '../../fixtures/streams/sources/index.ts';
import { conformance, CONTAINERS, someContainer, thrownBy } from '../kit/index.ts';

const bothKeyFrameOptions = { videoKeyFrameIntervalDuration: 1000, videoKeyFrameIntervalCount: 10 } as const;

const DURATIONS = [1000, 0.5, 0, -1].map((duration) => ({ videoKeyFrameIntervalDuration: duration }));
const COUNTS = [10, 1, 0, 2 ** 32 - 1].map((count) => ({ videoKeyFrameIntervalCount: count }));

/** A type with a video codec and no audio codec that the recorder accepts. */
function videoOnlyType(): string | undefined {
  const types = CONTAINERS.filter((container) => container.startsWith('video/')).flatMap((container) =>
    ['vp8', 'vp9', 'avc1', 'h264', 'av01'].map((codec) => `${container};codecs=${codec}`),
  );
  return types.find(
    (mimeType) => thrownBy(() => new MediaRecorder(new MediaStream(), { mimeType })) === 'nothing',
  );
}

conformance('start.state-before-activity', { assertions: 2 }, async (t) => {
  const recorder = await t.recording('canvas');
  const { stream } = recorder;
  for (const track of stream.getTracks()) track.stop();
  t.assert.equal(stream.active, false, 'the stream is active');
  t.throws('InvalidStateError', () => recorder.start(), 'what start() threw while recording');
});

conformance(
  'start.type-cannot-hold-a-track',
  { over: { source: ['both'] }, needs: SOURCES.tone.needs, assertions: 2 },
  async (t, { source }) => {
    const mimeType = someContainer('audio');
    const recorder = t.recorder((await t.source(source)).stream, { mimeType });
    t.throws('NotSupportedError', () => recorder.start(), `start() of ${mimeType} for a video track`);
    const control = t.recorder((await t.source('tone')).stream, { mimeType });
    t.succeeds(() => control.start(), `start() of ${mimeType} for an audio track`);
  },
);

conformance('start.failed-type-keeps-inactive', { needs: SOURCES.both.needs, assertions: 4 }, async (t) => {
  const { stream } = await t.source('both');
  const recorder = t.recorder(stream, { mimeType: someContainer('audio') });
  t.throws('NotSupportedError', () => recorder.start());
  t.assert.equal(recorder.state, 'inactive', 'state after the failed call');
  for (const track of stream.getVideoTracks()) stream.removeTrack(track);
  t.succeeds(() => recorder.start(), 'start() without the video track');
  await recorder.event('start');
  t.fired(recorder, ['start'], 'of the recording, and none of the failed call');
});

conformance('start.codecs-lack-a-kind', { needs: SOURCES.both.needs, assertions: 2 }, async (t) => {
  const { stream } = await t.source('both');
  const mimeType = videoOnlyType();
  t.assert.notEqual(mimeType, undefined, 'a video type with a codec is accepted');
  if (mimeType === undefined) return;
  const recorder = t.recorder(stream, { mimeType });
  const thrown = thrownBy(() => recorder.start());
  t.assert.oneOf(thrown, ['nothing', 'NotSupportedError DOMException'], 'what start() threw');
  if (thrown !== 'nothing') return t.reading('codecs that are given are all: start() throws');
  await recorder.event('start');
  await t.media('plenty');
  recorder.stop();
  const { data } = await recorder.event('dataavailable');
  t.assert.isAbove(data?.size ?? 0, 0, 'bytes recorded');
  t.reading('codecs that are given leave room for others: both tracks are taken');
});

conformance(
  'start.both-key-frame-options-throw',
  {
    over: { source: ['canvas', 'tone'] },
    profile: ({ source }) => (source === 'canvas' ? 'default' : 'full'),
    assertions: 4,
  },
  async (t, { source }) => {
    const { stream } = await t.source(source);
    const made = thrownBy(() => t.construct(stream, bothKeyFrameOptions));
    t.assert.equal(made, 'nothing', 'what the constructor threw, before start() could');
    const recorder = t.recorder(stream, bothKeyFrameOptions);
    t.throws('NotSupportedError', () => recorder.start(), 'start() with both');
    t.assert.equal(recorder.state, 'inactive', 'state after the failed call');
    const control = t.recorder(stream, { videoKeyFrameIntervalCount: 10 });
    t.succeeds(() => control.start(), 'start() with one of them');
  },
);

conformance(
  'start.one-key-frame-option',
  { over: { option: ['duration', 'count'] }, assertions: 4 },
  async (t, { option }) => {
    const { stream } = await t.source('canvas');
    for (const options of option === 'duration' ? DURATIONS : COUNTS) {
      const recorder = t.recorder(stream, options);
      t.succeeds(() => recorder.start(), `start() with ${JSON.stringify(options)}`);
    }
  },
);
