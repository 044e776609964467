import { type Context, conformance } from '../kit/index.ts';
import { framesOf, stepsOf, type Stretch } from './checks/content.ts';
import { numberedFrames } from './checks/order.ts';
import { firstStepOf, lastStepOf, stepAt } from './steps.ts';
import { audioOf, finished, type Recorded, started, videoOf } from './record.ts';

const needs = ['web-codecs'] as const;
const over = { source: ['canvas', 'tone'] } as const;

/** Cases over both kinds of source, of which one is in the default profile. */
const only = (name: 'canvas' | 'tone') =>
  ({
    over,
    needs,
    profile: ({ source }: { readonly source: string }) => (source === name ? 'default' : 'full'),
  }) as const;

/** A recording with a pause in it, in frame numbers or steps of the tone code. */
interface Paused extends Recorded {
  /** What was shown when pause() was called. */
  readonly before: number;
  /** What was first shown after the pause event and a barrier, and before resume(). */
  readonly during: Stretch;
  /** What was shown when the resume event had come. */
  readonly after: number;
  readonly drawnAt: (frame: number) => number;
}

// What is shown at resume() is captured then, and a capture at half the rate of drawing may still show the one before.
const SHOWN_AT_RESUME = 3;
// Sound that is on its way when the pause event comes was gathered before it.
const STEPS_ON_THE_WAY = 2;

async function pausedRecording(t: Context, name: 'canvas' | 'tone'): Promise<Paused> {
  const source = await t.source(name);
  const { frames, tones } = source;
  // Steps are let through at both ends of what is judged, and enough of them has to lie in between.
  const judged = name === 'tone' ? 'ample' : 'plenty';
  const now = (): number => (tones === null ? (frames?.drawn.length ?? 0) : stepAt(tones, tones.clock()));
  const recorder = await started(t, { source });
  await t.media('plenty');
  const before = now();
  recorder.pause();
  await recorder.event('pause');
  // What was shown before a recording of another recorder has arrived when that is over, however busy the machine is.
  await t.fence();
  const from = now() + (name === 'tone' ? STEPS_ON_THE_WAY : 0);
  await t.media(judged);
  const to = now() - (name === 'canvas' ? SHOWN_AT_RESUME : 0);
  await t.fence();
  recorder.resume();
  await recorder.event('resume');
  const after = now();
  await t.media(judged);
  t.assert.isAbove(to, from, 'what was shown in the pause');
  const drawnAt = (frame: number): number => frames?.drawn[frame]?.at ?? Number.NaN;
  return { ...(await finished(t, recorder)), before, during: { from, to }, after, drawnAt };
}

conformance('media.pause-leaves-out', { ...only('canvas'), assertions: 2 }, async (t, { source }) => {
  const { reading, during } = await pausedRecording(t, source);
  const found = source === 'canvas' ? framesOf(videoOf(reading), during) : stepsOf(audioOf(reading), during);
  t.assert.equal(found, 'none', 'what was first shown in the pause and is in the recording');
});

conformance('media.pause-keeps-what-was', { ...only('tone'), assertions: 2 }, async (t, { source }) => {
  const { reading, before } = await pausedRecording(t, source);
  const first =
    source === 'canvas' ? numberedFrames(videoOf(reading))[0]?.number : firstStepOf(audioOf(reading));
  t.assert.isBelow(first ?? Number.POSITIVE_INFINITY, before, 'the first that was recorded');
});

conformance('media.resume-continues', { ...only('canvas'), assertions: 2 }, async (t, { source }) => {
  const { reading, after } = await pausedRecording(t, source);
  const last =
    source === 'canvas' ? numberedFrames(videoOf(reading)).at(-1)?.number : lastStepOf(audioOf(reading));
  t.assert.isAbove(last ?? Number.NEGATIVE_INFINITY, after, 'the last that was recorded');
});

conformance(
  'media.pause-takes-no-time',
  { needs: ['canvas-capture', ...needs], assertions: 3 },
  async (t) => {
    const { reading, during, drawnAt } = await pausedRecording(t, 'canvas');
    const frames = numberedFrames(videoOf(reading));
    const last = frames.findLast(({ number }) => number < during.from);
    const next = frames.find(({ number }) => number >= during.to);
    t.assert.notEqual(last, undefined, 'a frame from before the pause');
    t.assert.notEqual(next, undefined, 'a frame from after the pause');
    const recorded = (next?.timestamp ?? 0) - (last?.timestamp ?? 0);
    const between = (from: number, to: number): number => (drawnAt(to) - drawnAt(from)) / 1000;
    const real = between(last?.number ?? 0, next?.number ?? 0);
    const paused = between(during.from, during.to);
    // Frames beside the pause may have been lost, so it is not told from what was shown around it.
    t.assert.isBelow(
      recorded,
      real - paused / 2,
      `seconds of the recording between two frames drawn ${real} s apart, ${paused} s of them in a pause`,
    );
  },
);
