import type { Mutants } from '../../fixtures/recorders/install.ts';
import { noticedWhere } from '../../fixtures/recorders/mutants/make.ts';
import {
  configured,
  dropped,
  hearing,
  redrawn,
  resounded,
  seeing,
} from '../../fixtures/recorders/mutants/make-media.ts';

const CANVAS = { source: 'canvas' } as const;
const TONE = { source: 'tone' } as const;
const RULE_OF_KIND = {
  video: 'media.disabled-video-is-black',
  audio: 'media.disabled-audio-is-silent',
} as const;

/** Records a clone of a track, so that nobody can switch off what is recorded. */
const cloning = (kind: 'audio' | 'video', enabled: (track: MediaStreamTrack) => boolean) =>
  configured(RULE_OF_KIND[kind], '', ({ capture }) => {
    const cloned = (track: MediaStreamTrack): MediaStreamTrack => {
      const clone = track.clone();
      clone.enabled = enabled(track);
      return clone;
    };
    const over =
      (release: () => void, clone: MediaStreamTrack): (() => void) =>
      () => {
        release();
        clone.stop();
      };
    if (kind === 'video') {
      return {
        capture: {
          ...capture,
          frames: (track, take) => {
            const clone = cloned(track);
            return over(capture.frames(clone, take), clone);
          },
        },
      };
    }
    return {
      capture: {
        ...capture,
        sound: (track, take) => {
          const clone = cloned(track);
          const { flows, release } = capture.sound(clone, take);
          return { flows, release: () => release().finally(() => clone.stop()) };
        },
      },
    };
  });

/** Recorders that bring to light what is disabled or muted, or leave it dark for good. */
export const darkMutants: Mutants = {
  'disabled-video-is-seen': {
    ...cloning('video', () => true),
    misdeed: 'Pictures are recorded although their track is disabled.',
  },
  'disabled-audio-is-heard': {
    ...cloning('audio', () => true),
    misdeed: 'Sound is recorded although its track is disabled.',
  },
  'disabled-video-is-white': seeing(
    'media.disabled-video-is-black',
    'A disabled track is recorded as white pictures.',
    (track) => (frame) => {
      if (track.enabled) return [frame];
      const size = { width: frame.displayWidth, height: frame.displayHeight };
      return redrawn(frame, size, (context) => {
        context.fillStyle = 'white';
        context.fillRect(0, 0, size.width, size.height);
      });
    },
  ),
  'disabled-audio-is-noise': hearing(
    'media.disabled-audio-is-silent',
    'A disabled track is recorded as a hum.',
    (track) => (sound) =>
      track.enabled ? [sound] : resounded(sound, (samples) => samples.map((_, at) => (at % 100) / 200)),
  ),
  'disabled-video-is-left-out': configured(
    'media.disabled-video-is-black',
    'A track that is disabled at the start is not recorded.',
    ({ tracks }) => {
      const enabled = tracks.filter((track) => track.enabled);
      return { tracks: enabled.length === 0 ? tracks : enabled };
    },
  ),
  'muted-track-is-left-out': configured(
    'media.muted-track-is-dark',
    'A track that is muted at the start is not recorded.',
    ({ tracks }) => ({ tracks: tracks.filter(({ muted }) => !muted) }),
  ),
  'disabling-pictures-comes-too-late': noticedWhere(CANVAS, {
    ...cloning('video', ({ enabled }) => enabled),
    breaks: ['media.disabled-in-between'],
    misdeed: 'Whether pictures are recorded is decided at the start.',
  }),
  'disabling-sound-comes-too-late': noticedWhere(TONE, {
    ...cloning('audio', ({ enabled }) => enabled),
    breaks: ['media.disabled-in-between'],
    misdeed: 'Whether sound is recorded is decided at the start.',
  }),
  'pictures-disabled-for-good': noticedWhere(
    CANVAS,
    seeing('media.enabled-again', 'No picture is recorded once a track was disabled.', (track) => {
      let dark = false;
      return (frame) => {
        dark ||= !track.enabled;
        return dark ? dropped(frame) : [frame];
      };
    }),
  ),
  'sound-disabled-for-good': noticedWhere(
    TONE,
    hearing('media.enabled-again', 'No sound is recorded once a track was disabled.', (track) => {
      let dark = false;
      return (sound) => {
        dark ||= !track.enabled;
        return dark ? resounded(sound, (samples) => samples.map(() => 0)) : [sound];
      };
    }),
  ),
};
