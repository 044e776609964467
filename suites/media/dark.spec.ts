import { type Context, conformance } from '../kit/index.ts';
import { audibleSpans, brightFrames, framesOf, stepsOf, type Stretch } from './checks/content.ts';
import { numberedFrames } from './checks/order.ts';
import { lastStepOf, stepAt } from './steps.ts';
import { audioOf, finished, type Recorded, started, videoOf } from './record.ts';

const needs = ['web-codecs'] as const;

/** Pictures are in the default profile. */
const canvasFirst = {
  over: { source: ['canvas', 'tone'] },
  needs,
  profile: ({ source }: { readonly source: string }) => (source === 'canvas' ? 'default' : 'full'),
} as const;

conformance(
  'media.disabled-video-is-black',
  {
    over: { source: ['both', 'canvas'] },
    needs,
    assertions: 2,
    profile: ({ source }) => (source === 'both' ? 'default' : 'full'),
  },
  async (t, { source: name }) => {
    const source = await t.source(name);
    for (const track of source.stream.getVideoTracks()) track.enabled = false;
    const recorder = await started(t, { source });
    await t.media('ample');
    const video = videoOf((await finished(t, recorder)).reading);
    t.assert.isAbove(video.frames.length, 0, 'frames');
    t.assert.equal(brightFrames(video), 'none', 'frames that are not black');
  },
);

conformance(
  'media.disabled-audio-is-silent',
  {
    over: { source: ['both', 'tone'] },
    needs,
    assertions: 2,
    profile: ({ source }) => (source === 'both' ? 'default' : 'full'),
  },
  async (t, { source: name }) => {
    const source = await t.source(name);
    for (const track of source.stream.getAudioTracks()) track.enabled = false;
    const recorder = await started(t, { source });
    await t.media('ample');
    const audio = audioOf((await finished(t, recorder)).reading);
    t.assert.isAbove(audio.stretches.length, 0, 'stretches of sound');
    t.assert.equal(audibleSpans(audio), 'none', 'what can be heard');
  },
);

conformance(
  'media.muted-track-is-dark',
  {
    over: { muted: ['audio', 'video'] },
    needs: ['peer-connection', 'canvas-capture', 'audio-clock', ...needs],
    assertions: 3,
  },
  async (t, { muted }) => {
    // The track of a receiver that receives nothing is muted and live.
    const connection = new RTCPeerConnection();
    try {
      const { track } = connection.addTransceiver(muted).receiver;
      t.assert.equal(track.muted, true, 'the track of the receiver is muted');
      const source = await t.source(muted === 'audio' ? 'canvas' : 'tone');
      const recorder = t.recorder(new MediaStream([track, ...source.stream.getTracks()]));
      recorder.start();
      // That a start event waits for no track's media is another rule.
      await t.media('ample');
      const { reading } = await finished(t, recorder);
      if (muted === 'audio') {
        t.assert.isAbove(numberedFrames(videoOf(reading)).length, 0, 'frames of the other track');
        t.assert.equal(audibleSpans(audioOf(reading)), 'none', 'what can be heard');
      } else {
        t.assert.isAbove(audioOf(reading).runs.length, 0, 'tones of the other track');
        t.assert.equal(brightFrames(videoOf(reading)), 'none', 'frames that are not black');
      }
    } finally {
      connection.close();
    }
  },
);

/** A recording whose track is disabled for a while, in frame numbers or steps of the tone code. */
interface Interrupted extends Recorded {
  readonly disabled: Stretch;
  readonly again: number;
}

// What is on its way when a track is disabled or enabled is let through.
const AT_EDGES = { canvas: { begin: 4, end: 3 }, tone: { begin: 3, end: 1 } } as const;

async function interrupted(t: Context, name: 'canvas' | 'tone'): Promise<Interrupted> {
  const source = await t.source(name);
  const { frames, tones } = source;
  // Steps are let through at both ends of what is judged, and enough of them has to lie in between.
  const judged = name === 'tone' ? 'ample' : 'plenty';
  const now = (): number => (tones === null ? (frames?.drawn.length ?? 0) : stepAt(tones, tones.clock()));
  const enable = (enabled: boolean): void => {
    for (const track of source.stream.getTracks()) track.enabled = enabled;
  };
  const recorder = await started(t, { source });
  await t.media('plenty');
  enable(false);
  // What was shown before a recording of another recorder has arrived when that is over, however busy the machine is.
  await t.fence();
  const from = now() + AT_EDGES[name].begin;
  await t.media(judged);
  const to = now() - AT_EDGES[name].end;
  await t.fence();
  enable(true);
  const again = now();
  await t.media(judged);
  return { ...(await finished(t, recorder)), disabled: { from, to }, again };
}

conformance('media.disabled-in-between', { ...canvasFirst, assertions: 2 }, async (t, { source }) => {
  const { reading, disabled } = await interrupted(t, source);
  t.assert.isAbove(disabled.to, disabled.from, 'what was shown while disabled');
  const found =
    source === 'canvas' ? framesOf(videoOf(reading), disabled) : stepsOf(audioOf(reading), disabled);
  t.assert.equal(found, 'none', 'what was shown while disabled and is in the recording');
});

conformance('media.enabled-again', canvasFirst, async (t, { source }) => {
  const { reading, again } = await interrupted(t, source);
  const last =
    source === 'canvas' ? numberedFrames(videoOf(reading)).at(-1)?.number : lastStepOf(audioOf(reading));
  t.assert.isAbove(last ?? Number.NEGATIVE_INFINITY, again, 'the last that was recorded');
});
