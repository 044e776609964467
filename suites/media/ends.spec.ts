import { conformance } from '../kit/index.ts';
import { numberedFrames } from './checks/order.ts';
import { firstStepOf, lastStepOf, stepAt } from './steps.ts';
import { audioOf, finished, started, videoOf } from './record.ts';

// A quarter of a second, in drawings on each animation frame and in tones of a tenth of a second.
const FRAMES_ALLOWED = 15;
const STEPS_AT_START = 3;
const STEPS_AT_STOP = 5;

const needs = ['web-codecs'] as const;

conformance(
  'media.recorded-from-the-start',
  {
    over: { source: ['canvas', 'tone'] },
    needs,
    // Between them, beginnings and ends are looked at with sound and with pictures.
    profile: ({ source }) => (source === 'tone' ? 'default' : 'full'),
  },
  async (t, { source: name }) => {
    const source = await t.source(name);
    const recorder = await started(t, { source });
    const drawn = source.frames?.drawn.length ?? 0;
    const step = source.tones === null ? 0 : stepAt(source.tones, source.tones.clock());
    await t.media('ample');
    const { reading } = await finished(t, recorder);
    if (name === 'canvas') {
      const first = numberedFrames(videoOf(reading))[0]?.number ?? Number.POSITIVE_INFINITY;
      t.assert.isAtMost(
        first,
        drawn + FRAMES_ALLOWED,
        `the first frame recorded, of ${drawn} drawn by the start event`,
      );
    } else {
      const first = firstStepOf(audioOf(reading));
      t.assert.isAtMost(
        first,
        step + STEPS_AT_START,
        `the first tone recorded, at the start event it was tone ${step}`,
      );
    }
  },
);

conformance(
  'media.recorded-until-the-stop',
  {
    over: { source: ['canvas', 'tone'], cut: ['single', 'timeslice'] },
    needs,
    profile: ({ source, cut }) => (source === 'canvas' && cut === 'single' ? 'default' : 'full'),
  },
  async (t, { source: name, cut }) => {
    const source = await t.source(name);
    const recorder = await started(t, { source, cut });
    await t.media('ample');
    const drawn = source.frames?.drawn.length ?? 0;
    const step = source.tones === null ? 0 : stepAt(source.tones, source.tones.clock());
    // On a busy machine what was shown may long be on its way: another recorder's whole recording comes in between.
    await t.fence();
    const { reading } = await finished(t, recorder);
    if (name === 'canvas') {
      const last = numberedFrames(videoOf(reading)).at(-1)?.number ?? 0;
      t.assert.isAtLeast(
        last,
        drawn - FRAMES_ALLOWED,
        `the last frame recorded, of ${drawn} drawn before stop()`,
      );
    } else {
      const last = lastStepOf(audioOf(reading));
      t.assert.isAtLeast(last, step - STEPS_AT_STOP, `the last tone recorded, at stop() it was tone ${step}`);
    }
  },
);
