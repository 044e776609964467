import { conformance, someContainer } from '../kit/index.ts';

const KEY_FRAMES: Readonly<Record<string, MediaRecorderOptions>> = {
  duration: { videoKeyFrameIntervalDuration: 1000 },
  'duration-fraction': { videoKeyFrameIntervalDuration: 0.5 },
  'duration-zero': { videoKeyFrameIntervalDuration: 0 },
  'duration-negative': { videoKeyFrameIntervalDuration: -1 },
  'duration-large': { videoKeyFrameIntervalDuration: 1e15 },
  count: { videoKeyFrameIntervalCount: 10 },
  'count-zero': { videoKeyFrameIntervalCount: 0 },
  'count-largest': { videoKeyFrameIntervalCount: 2 ** 32 - 1 },
};

conformance(
  'constructor.bitrate-mode-default',
  { over: { given: ['no-options', 'empty-options', 'undefined'] } },
  async (t, { given }) => {
    const args = given === 'no-options' ? [] : [given === 'undefined' ? { audioBitrateMode: undefined } : {}];
    t.assert.equal(t.construct(new MediaStream(), ...args).audioBitrateMode, 'variable');
  },
);

conformance('constructor.bitrate-mode-variable', {}, async (t) => {
  t.assert.equal(
    t.construct(new MediaStream(), { audioBitrateMode: 'variable' }).audioBitrateMode,
    'variable',
  );
});

conformance('constructor.bitrate-mode-constant', {}, async (t) => {
  const mode = t.construct(new MediaStream(), { audioBitrateMode: 'constant' }).audioBitrateMode;
  t.assert.oneOf(mode, ['constant', 'variable']);
  t.reading(mode === 'constant' ? 'a constant bitrate is supported' : 'it falls back to a variable one');
});

conformance(
  'constructor.accepts-key-frame-options',
  { over: { given: Object.keys(KEY_FRAMES) } },
  async (t, { given }) => {
    t.succeeds(() => t.construct(new MediaStream(), KEY_FRAMES[given]));
  },
);

conformance('constructor.accepts-both-key-frame-options', {}, async (t) => {
  const both = { videoKeyFrameIntervalDuration: 1000, videoKeyFrameIntervalCount: 10 };
  t.succeeds(() => t.construct(new MediaStream(), both));
});

conformance('constructor.all-options-together', { assertions: 4 }, async (t) => {
  const mimeType = someContainer();
  const recorder = t.construct(new MediaStream(), {
    mimeType,
    audioBitsPerSecond: 64_000,
    videoBitsPerSecond: 300_000,
    audioBitrateMode: 'variable',
    videoKeyFrameIntervalCount: 10,
  });
  t.assert.equal(recorder.mimeType, mimeType, 'mimeType');
  t.assert.equal(recorder.audioBitsPerSecond, 64_000, 'audioBitsPerSecond');
  t.assert.equal(recorder.videoBitsPerSecond, 300_000, 'videoBitsPerSecond');
  t.assert.equal(recorder.state, 'inactive', 'state');
});
