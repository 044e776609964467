import type { Mutants } from '../../fixtures/recorders/install.ts';
import type { Gathering } from '../../fixtures/recorders/reference/media/gathering.ts';
import type { Sound } from '../../fixtures/recorders/reference/media/capture-sound.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { altered, noticedWhere } from '../../fixtures/recorders/mutants/make.ts';
import {
  dropped,
  gathering,
  hearing,
  overlaid,
  redrawn,
  seeing,
  withFrames,
} from '../../fixtures/recorders/mutants/make-media.ts';

const CANVAS = { source: 'canvas' } as const;
const TONE = { source: 'tone' } as const;

// A busy page hands over late what it captured in a pause, and that takes along whatever comes with it.
const LATE = 5;

/** What is held back while a recorder is paused comes soon after it. */
const deferring = <Thing>(
  { target }: Recorder,
  copy: (thing: Thing) => readonly Thing[],
): ((thing: Thing) => readonly Thing[]) => {
  const held: Thing[] = [];
  let paused = false;
  let since = LATE;
  target.addEventListener('pause', () => {
    paused = true;
  });
  target.addEventListener('resume', () => {
    paused = false;
    since = 0;
  });
  return (thing) => {
    since += 1;
    if (!paused && since < LATE) return [thing];
    held.push(...(paused ? copy(thing) : [thing]));
    return paused ? [] : held.splice(0);
  };
};

/** A source stops when too many of its own pictures are held. */
const copied = (frame: VideoFrame): readonly VideoFrame[] => {
  const size = { width: frame.displayWidth, height: frame.displayHeight };
  return redrawn(frame, size, (context, drawn) => context.drawImage(drawn, 0, 0));
};

const neverPaused = (inner: Gathering): Partial<Gathering> => ({
  pause: () => {},
  resume: () => inner.resume(),
});

/** Recorders that pause or resume more or less than they should. */
export const pausedMediaMutants: Mutants = {
  'pause-goes-on-seeing': noticedWhere(
    CANVAS,
    gathering('media.pause-leaves-out', 'A pause changes nothing in what is recorded.', neverPaused),
  ),
  'pause-goes-on-hearing': noticedWhere(
    TONE,
    gathering('media.pause-leaves-out', 'A pause changes nothing in what is recorded.', neverPaused),
  ),
  'pause-loses-pictures-before': noticedWhere(
    CANVAS,
    seeing(
      'media.pause-keeps-what-was',
      'Pictures are recorded only after a pause.',
      (_track, { target }) => {
        let paused = false;
        target.addEventListener('resume', () => {
          paused = true;
        });
        return (frame) => {
          if (paused) return [frame];
          frame.close();
          return [];
        };
      },
    ),
  ),
  'pause-loses-sound-before': noticedWhere(
    TONE,
    hearing('media.pause-keeps-what-was', 'Sound is recorded only after a pause.', (_track, { target }) => {
      let paused = false;
      target.addEventListener('resume', () => {
        paused = true;
      });
      return (sound) => (paused ? [sound] : []);
    }),
  ),
  'resume-keeps-the-pictures-away': noticedWhere(
    CANVAS,
    gathering('media.resume-continues', 'Nothing is recorded after resume().', () => ({ resume: () => {} })),
  ),
  'resume-keeps-the-sound-away': noticedWhere(
    TONE,
    gathering('media.resume-continues', 'Nothing is recorded after resume().', () => ({ resume: () => {} })),
  ),
  'pause-brings-pictures-later': noticedWhere(
    CANVAS,
    seeing(
      'media.pause-leaves-out',
      'The pictures of a pause are recorded when it is over.',
      (_track, recorder) => deferring(recorder, copied),
    ),
  ),
  'pause-brings-sound-later': noticedWhere(
    TONE,
    hearing(
      'media.pause-leaves-out',
      'The sound of a pause is recorded when it is over.',
      (_track, recorder) => deferring<Sound>(recorder, (sound) => [sound]),
    ),
  ),
  'pause-takes-its-time': altered(
    'media.pause-takes-no-time',
    'A pause leaves a hole in the recording that is as long as it was.',
    (normal) => ({
      startGathering: (recorder, tracks, configuration) =>
        overlaid(normal.startGathering(recorder, tracks, configuration), { pause: () => {} }),
      gatheringSettings: (recorder, tracks, configuration) =>
        withFrames(
          normal.gatheringSettings(recorder, tracks, configuration),
          () => (frame) => (recorder.state === 'paused' ? dropped(frame) : [frame]),
        ),
    }),
  ),
};
