import { audioContext } from '../../fixtures/streams/sources/audio-clock.ts';
import { DEFAULT_SIZE } from '../../fixtures/streams/sources/source.ts';
import { conformance } from '../kit/index.ts';
import { framesOf, stepsOf } from './checks/content.ts';
import { audioOf, finished, started, videoOf } from './record.ts';
import { stepAt } from './steps.ts';

const needs = ['web-codecs'] as const;
const FACTORS = { larger: 2, smaller: 0.5 } as const;
/** What comes right after a change may be lost by an encoder that is made anew. */
const FRAMES_TO_SPARE = 10;
const STEPS_TO_SPARE = 3;

conformance(
  'media.canvas-resized',
  {
    over: { to: ['larger', 'smaller'] },
    needs: [...needs, 'canvas-capture'],
    profile: ({ to }) => (to === 'larger' ? 'default' : 'full'),
  },
  async (t, { to }) => {
    const source = await t.source('canvas');
    const recorder = await started(t, { source });
    await t.media('plenty');
    source.resize(DEFAULT_SIZE.width * FACTORS[to], DEFAULT_SIZE.height * FACTORS[to]);
    const from = source.frames.drawn.length + FRAMES_TO_SPARE;
    await t.media('ample');
    if (recorder.state === 'inactive') {
      await recorder.event('stop');
      t.reading('the recording ended with an error');
      t.assert.equal(
        recorder.names.join(', '),
        'start, error, dataavailable, stop',
        'events of the recorder',
      );
      return;
    }
    t.reading('the recording went on');
    const video = videoOf((await finished(t, recorder)).reading);
    const seen = framesOf(video, { from, to: Number.POSITIVE_INFINITY });
    t.assert.notEqual(seen, 'none', `frames from ${from} on, drawn after the change`);
  },
);

/** How many animation frames lie between two drawings, in each phase. */
const PACES = [2, 6, 2] as const;
const FRAMES_OF_A_PHASE = 8;

conformance(
  'media.frame-rate-changed',
  { over: { source: ['canvas-manual'] }, needs, assertions: PACES.length },
  async (t, { source: name }) => {
    const source = await t.source(name);
    const recorder = t.recorder(source.stream);
    recorder.start();
    source.draw();
    await recorder.event('start');
    const begins: number[] = [];
    for (const pace of PACES) {
      begins.push(source.frames.drawn.length);
      for (let frame = 0; frame < FRAMES_OF_A_PHASE; frame += 1) {
        source.draw();
        await t.waits.during('media', animationFrames(pace));
      }
    }
    const video = videoOf((await finished(t, recorder)).reading);
    for (const [phase, from] of begins.entries()) {
      const seen = framesOf(video, { from, to: from + FRAMES_OF_A_PHASE });
      t.assert.notEqual(seen, 'none', `frames of phase ${phase + 1}, from ${from} on`);
    }
  },
);

async function animationFrames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame += 1) {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
}

conformance('media.audio-source-switched', { needs: [...needs, 'audio-clock'], assertions: 2 }, async (t) => {
  const second = await t.source('tone');
  // The second is ahead by more tones than the first sounds for in this case, so that none can be taken for another's.
  await t.media('ample');
  const first = await t.source('tone');
  const context = await audioContext();
  const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  const from = new MediaStreamAudioSourceNode(context, { mediaStream: first.stream });
  from.connect(destination);
  const recorder = t.recorder(destination.stream);
  recorder.start();
  await recorder.event('start');
  const begun = stepAt(first.tones, first.tones.clock());
  await t.media('ample');
  from.disconnect();
  // Made only now: WebKitGTK's keep what comes while they lead nowhere, and sound it first.
  new MediaStreamAudioSourceNode(context, { mediaStream: second.stream }).connect(destination);
  const switched = stepAt(second.tones, second.tones.clock());
  await t.media('ample');
  const audio = audioOf((await finished(t, recorder)).reading);
  const before = stepsOf(audio, { from: begun, to: begun + 2 * STEPS_TO_SPARE });
  const after = stepsOf(audio, { from: switched + STEPS_TO_SPARE, to: switched + 4 * STEPS_TO_SPARE });
  t.assert.notEqual(before, 'none', `tones of the first sound, from ${begun} on`);
  t.assert.notEqual(after, 'none', `tones of the second sound, from ${switched + STEPS_TO_SPARE} on`);
});

conformance(
  'media.one-track-ends',
  {
    over: { ends: ['audio', 'video'] },
    needs: [...needs, 'canvas-capture', 'audio-clock'],
    profile: ({ ends }) => (ends === 'audio' ? 'default' : 'full'),
  },
  async (t, { ends }) => {
    const source = await t.source('both');
    const recorder = await started(t, { source });
    await t.media('plenty');
    for (const track of source.stream.getTracks()) if (track.kind === ends) track.stop();
    const frame = source.frames.drawn.length + FRAMES_TO_SPARE;
    const step = stepAt(source.tones, source.tones.clock()) + STEPS_TO_SPARE;
    await t.media('ample');
    const { reading } = await finished(t, recorder);
    const last = Number.POSITIVE_INFINITY;
    const seen =
      ends === 'audio'
        ? framesOf(videoOf(reading), { from: frame, to: last })
        : stepsOf(audioOf(reading), { from: step, to: last });
    const what = ends === 'audio' ? `frames from ${frame} on` : `tones from ${step} on`;
    t.assert.notEqual(seen, 'none', `${what}, made after the other track had ended`);
  },
);
