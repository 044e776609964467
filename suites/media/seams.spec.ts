import { conformance } from '../kit/index.ts';
import { audibleSpans } from './checks/content.ts';
import { framesGoingBack, numberedFrames, soundBreaks } from './checks/order.ts';
import { brokenParts } from './checks/wholeness.ts';
import { audioOf, finished, record, started, videoOf } from './record.ts';
import { stillCanvas } from './still-canvas.ts';

const needs = ['web-codecs'] as const;

/** Before the last one, which stop() brings. */
const FEWEST_SLICES = 3;

conformance(
  'media.many-slices',
  {
    over: { seconds: [2, 30] },
    needs: [...needs, 'canvas-capture', 'audio-clock'],
    assertions: 3,
    profile: ({ seconds }) => (seconds === 2 ? 'default' : 'full'),
    limitMs: 150_000,
  },
  async (t, { seconds }) => {
    const source = await t.source('both');
    const recorder = await started(t, { source, cut: 'timeslice' });
    await t.waits.during('media', source.tones.reached(source.tones.clock() + seconds));
    // A machine that is busy brings slices late, but it brings them.
    for (let nth = 1; nth <= FEWEST_SLICES; nth += 1) await recorder.event('dataavailable', nth);
    const { reading } = await finished(t, recorder);
    t.assert.equal(brokenParts(reading, ['audio', 'video']), 'none', 'what is broken');
    t.assert.equal(framesGoingBack(videoOf(reading)), 'none', 'frames that come after later ones');
    t.assert.equal(soundBreaks(audioOf(reading)), 'none', 'where the sound is broken');
  },
);

conformance(
  'media.still-picture',
  {
    over: { picture: ['drawn-once', 'unchanging'] },
    profile: ({ picture }) => (picture === 'drawn-once' ? 'default' : 'full'),
    needs: [...needs, 'canvas-capture'],
    assertions: 2,
  },
  async (t, { picture }) => {
    const still = stillCanvas(picture === 'unchanging');
    try {
      const recorder = t.recorder(still.stream);
      recorder.start();
      still.draw();
      await recorder.event('start');
      // Another canvas counts the frames that there would have been.
      await t.source('canvas');
      await t.media('ample');
      const { reading } = await finished(t, recorder);
      const video = videoOf(reading);
      t.assert.equal(video.failure ?? 'none', 'none', 'what went wrong when it was decoded');
      const numbers = new Set(numberedFrames(video).map(({ number }) => number));
      t.assert.equal([...numbers].join(', '), String(still.number), 'the numbers that can be read');
    } finally {
      still.stop();
    }
  },
);

conformance('media.silent-sound', { needs: [...needs, 'audio-clock'], assertions: 2 }, async (t) => {
  const { reading } = await record(t, { source: await t.source('tone', { silent: true }) });
  t.assert.equal(brokenParts(reading, ['audio']), 'none', 'what is broken');
  t.assert.equal(audibleSpans(audioOf(reading)), 'none', 'what can be heard');
});

conformance(
  'media.sample-rates',
  {
    over: { rate: [44_100, 48_000, 96_000] },
    needs: [...needs, 'audio-clock'],
    profile: ({ rate }) => (rate === 44_100 ? 'default' : 'full'),
  },
  async (t, { rate }) => {
    const { reading } = await record(t, { source: await t.source('tone', { sampleRate: rate }) });
    t.assert.equal(soundBreaks(audioOf(reading)), 'none', 'where the sound is broken');
  },
);

conformance(
  'media.channel-counts',
  {
    over: { channels: [1, 2, 6] },
    needs: [...needs, 'audio-clock'],
    profile: ({ channels }) => (channels === 2 ? 'default' : 'full'),
  },
  async (t, { channels }) => {
    const { reading } = await record(t, { source: await t.source('tone', { channels }) });
    t.assert.equal(soundBreaks(audioOf(reading)), 'none', 'where the sound is broken');
  },
);

const SIZES = {
  '1x1': { width: 1, height: 1 },
  '15x17': { width: 15, height: 17 },
  '90x160': { width: 90, height: 160 },
} as const;

conformance(
  'media.odd-sizes',
  {
    over: { size: ['1x1', '15x17', '90x160'] },
    profile: ({ size }) => (size === '15x17' ? 'default' : 'full'),
    needs: [...needs, 'canvas-capture'],
    assertions: 2,
  },
  async (t, { size }) => {
    const wanted = SIZES[size];
    const { reading } = await record(t, { source: await t.source('canvas', wanted) });
    t.assert.equal(brokenParts(reading, ['video']), 'none', 'what is broken');
    const others = videoOf(reading).frames.filter(
      ({ width, height }) => Math.abs(width - wanted.width) > 1 || Math.abs(height - wanted.height) > 1,
    );
    const sizes = new Set(others.map(({ width, height }) => `${width}x${height}`));
    t.assert.equal(
      [...sizes].join(', ') || 'none',
      'none',
      'sizes of pictures that are further off than a pixel',
    );
  },
);
