import { conformance } from '../kit/index.ts';
import { framesBetweenKeys, lateKeys, quietShare } from './checks/options.ts';
import { audioOf, CHOICES, chosenType, finished, record, videoOf } from './record.ts';

const needs = ['web-codecs'] as const;

conformance(
  'media.first-frame-is-key',
  {
    over: { container: CHOICES },
    needs: [...needs, 'canvas-capture'],
    profile: ({ container }) => (container === 'default' ? 'default' : 'full'),
  },
  async (t, { container }) => {
    const mimeType = chosenType(t, container, ['video']);
    const { reading } = await record(t, {
      source: await t.source('canvas'),
      mimeType,
      depth: 'container',
    });
    t.assert.equal(videoOf(reading).packets[0]?.key, true, 'the first picture is a key frame');
  },
);

const COUNT = 5;

conformance(
  'media.key-frame-count',
  { over: { source: ['canvas'] }, needs, assertions: 2 },
  async (t, { source }) => {
    const recorder = t.recorder((await t.source(source)).stream, { videoKeyFrameIntervalCount: COUNT });
    recorder.start();
    await recorder.event('start');
    await t.media('ample');
    const { packets } = videoOf((await finished(t, recorder, { depth: 'container' })).reading);
    t.assert.isAbove(packets.length, 2 * COUNT, 'encoded frames, enough for a second key frame');
    t.assert.isAtMost(framesBetweenKeys(packets), COUNT + 1, 'the most encoded frames between key frames');
  },
);

const DURATION_MS = 200;

conformance(
  'media.key-frame-duration',
  { over: { source: ['canvas'] }, needs, assertions: 2 },
  async (t, { source }) => {
    const recorder = t.recorder((await t.source(source)).stream, {
      videoKeyFrameIntervalDuration: DURATION_MS,
    });
    recorder.start();
    await recorder.event('start');
    await t.media('ample');
    const { packets } = videoOf((await finished(t, recorder, { depth: 'container' })).reading);
    const times = packets.map(({ timestamp }) => timestamp * 1_000);
    t.assert.isAbove(
      Math.max(...times) - Math.min(...times),
      2 * DURATION_MS,
      'milliseconds recorded, enough for a second key frame',
    );
    t.assert.isAtMost(lateKeys(packets, DURATION_MS), 1, 'frames later than that before a key frame');
  },
);

conformance(
  'media.constant-audio-bitrate',
  { over: { source: ['tone'] }, needs, assertions: 1 },
  async (t, { source: name }) => {
    const source = await t.source(name);
    const recorder = t.recorder(source.stream, {
      audioBitrateMode: 'constant',
      audioBitsPerSecond: 64_000,
    });
    recorder.start();
    await recorder.event('start');
    await t.media('ample');
    // What becomes of a track that is disabled is another rule's.
    source.sound('turned-down');
    await t.media('ample');
    // On a busy machine sound may long be on its way to the encoder: another recorder's whole recording comes in between.
    await t.fence();
    const share = quietShare(audioOf((await finished(t, recorder)).reading));
    t.assert.isAtLeast(share, 0.5, 'bytes of a packet of silence, to those of a packet of tones');
  },
);
