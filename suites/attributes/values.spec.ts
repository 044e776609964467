import { conformance, EVERY_KIND } from '../kit/index.ts';

const over = { source: EVERY_KIND };

const sumOf = ({ videoBitsPerSecond, audioBitsPerSecond }: MediaRecorder): number =>
  videoBitsPerSecond + audioBitsPerSecond;

const bothOf = ({ videoBitsPerSecond, audioBitsPerSecond }: MediaRecorder): string =>
  `video ${videoBitsPerSecond}, audio ${audioBitsPerSecond}`;

conformance(
  'attributes.stream-stays',
  { over: { source: ['both'] }, assertions: 3 },
  async (t, { source }) => {
    const { stream } = await t.source(source);
    const recorder = t.recorder(stream);
    recorder.start();
    await recorder.event('start');
    t.assert.equal(recorder.recorder.stream === stream, true, 'while recording');
    await t.media();
    recorder.stop();
    t.assert.equal(recorder.recorder.stream === stream, true, 'when stop() returns');
    await recorder.event('stop');
    t.assert.equal(recorder.recorder.stream === stream, true, 'after the stop event');
  },
);

const ASKED = { videoBitsPerSecond: 300_000, audioBitsPerSecond: 64_000 } as const;

conformance('attributes.bitrates-stay', { over, assertions: 2 }, async (t, { source }) => {
  const recorder = t.recorder((await t.source(source)).stream, ASKED);
  recorder.start();
  t.assert.equal(bothOf(recorder.recorder), 'video 300000, audio 64000', 'when start() returns');
  await recorder.event('start');
  t.assert.equal(bothOf(recorder.recorder), 'video 300000, audio 64000', 'while recording');
});

conformance('attributes.given-bitrates-afterwards', { over, assertions: 2 }, async (t, { source }) => {
  const recorder = t.recorder((await t.source(source)).stream, ASKED);
  recorder.start();
  await recorder.event('start');
  await t.media();
  recorder.stop();
  await recorder.event('stop');
  const { videoBitsPerSecond, audioBitsPerSecond } = recorder.recorder;
  t.assert.equal(videoBitsPerSecond >>> 0, videoBitsPerSecond, 'videoBitsPerSecond is an unsigned long');
  t.assert.equal(audioBitsPerSecond >>> 0, audioBitsPerSecond, 'audioBitsPerSecond is an unsigned long');
  const after = bothOf(recorder.recorder);
  t.reading(after === 'video 300000, audio 64000' ? 'kept' : `set anew: ${after}`);
});

conformance('attributes.total-bitrate-stays', { over, assertions: 6 }, async (t, { source }) => {
  const bitsPerSecond = 1_000_000;
  const recorder = t.recorder((await t.source(source)).stream, { bitsPerSecond });
  const check = (when: string): void => {
    t.assert.isAtLeast(sumOf(recorder.recorder), bitsPerSecond / 2, `sum of both bitrates ${when}`);
    t.assert.isAtMost(sumOf(recorder.recorder), bitsPerSecond * 1.5, `sum of both bitrates ${when}`);
  };
  recorder.start();
  check('when start() returns');
  await recorder.event('start');
  await t.media();
  recorder.stop();
  check('when stop() returns');
  await recorder.event('stop');
  check('after the stop event');
});

conformance('attributes.chosen-bitrates-afterwards', { over, assertions: 2 }, async (t, { source }) => {
  const recorder = t.recorder((await t.source(source)).stream);
  const before = bothOf(recorder.recorder);
  recorder.start();
  await recorder.event('start');
  const during = bothOf(recorder.recorder);
  await t.media();
  recorder.stop();
  await recorder.event('stop');
  const { videoBitsPerSecond, audioBitsPerSecond } = recorder.recorder;
  t.assert.equal(videoBitsPerSecond >>> 0, videoBitsPerSecond, 'videoBitsPerSecond is an unsigned long');
  t.assert.equal(audioBitsPerSecond >>> 0, audioBitsPerSecond, 'audioBitsPerSecond is an unsigned long');
  const after = bothOf(recorder.recorder);
  if (after === before) t.reading(during === before ? 'never changed' : 'back to what they were at first');
  else t.reading(after === during ? 'as they were while recording' : 'a new choice');
});

conformance(
  'attributes.bitrate-mode-stays',
  { over: { source: ['tone'] }, assertions: 3 },
  async (t, { source }) => {
    const recorder = t.recorder((await t.source(source)).stream);
    t.assert.equal(recorder.recorder.audioBitrateMode, 'variable', 'before the recording');
    recorder.start();
    await recorder.event('start');
    t.assert.equal(recorder.recorder.audioBitrateMode, 'variable', 'while recording');
    await t.media();
    recorder.stop();
    await recorder.event('stop');
    t.assert.equal(recorder.recorder.audioBitrateMode, 'variable', 'after the recording');
  },
);
