import type { Mutants } from '../../fixtures/recorders/install.ts';
import type { Sound } from '../../fixtures/recorders/reference/media/capture-sound.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { altered, noticedWhere } from '../../fixtures/recorders/mutants/make.ts';
import {
  type Chunk,
  dropped,
  hearing,
  redated,
  resounded,
  seeing,
  withFrames,
  writing,
} from '../../fixtures/recorders/mutants/make-media.ts';

const CANVAS = { source: 'canvas' } as const;
const TONE = { source: 'tone' } as const;

/** How many samples of a track have come, and those of the stretch before. */
const counting = (): ((sound: Sound) => { readonly from: number; readonly to: number }) => {
  let seconds = 0;
  return ({ channels, sampleRate }) => {
    const from = seconds;
    seconds += (channels[0]?.length ?? 0) / sampleRate;
    return { from, to: seconds };
  };
};

/** Recorders that lose what there was to record, or put it in another order. */
export const orderMutants: Mutants = {
  'pictures-swapped': seeing('media.frames-in-order', 'Of every four pictures two are swapped.', () => {
    let nth = 0;
    let held: VideoFrame | null = null;
    return (frame) => {
      nth += 1;
      if (nth % 4 === 1) {
        held = frame;
        return [];
      }
      const swapped = held === null ? [frame] : [frame, held];
      held = null;
      return swapped;
    };
  }),
  'old-picture-shown-again': seeing(
    'media.frames-in-order',
    'The first picture is shown again after ten others.',
    () => {
      let nth = 0;
      let first: VideoFrame | null = null;
      return (frame) => {
        nth += 1;
        first ??= frame.clone();
        return nth === 10 ? [frame, first] : [frame];
      };
    },
  ),
  'times-of-pictures-go-back': writing(
    'media.times-in-order',
    'Of every four encoded pictures two have swapped their times.',
    (kind) => {
      let nth = 0;
      let held: Chunk | null = null;
      return (chunk) => {
        nth += 1;
        if (kind === 'audio' || (held === null && (nth % 4 !== 2 || chunk.type === 'key'))) return [chunk];
        if (held === null) {
          held = chunk;
          return [];
        }
        const before = held;
        held = null;
        if (chunk.type === 'key') return [before, chunk];
        return [redated(before, chunk.timestamp), redated(chunk, before.timestamp)];
      };
    },
  ),
  'pictures-lost-at-borders': altered(
    'media.no-loss-at-borders',
    'The pictures that come in a tenth of a second after the border of a slice are lost.',
    (normal) => {
      const cutAt = new WeakMap<Recorder, number>();
      return {
        isSliceDue: (recorder, gathered, timeslice) => {
          const due = normal.isSliceDue(recorder, gathered, timeslice);
          if (due) cutAt.set(recorder, performance.now());
          return due;
        },
        gatheringSettings: (recorder, tracks, configuration) => {
          const settings = normal.gatheringSettings(recorder, tracks, configuration);
          const lost = (): boolean => performance.now() - (cutAt.get(recorder) ?? -1_000) < 100;
          return withFrames(settings, () => (frame) => (lost() ? dropped(frame) : [frame]));
        },
      };
    },
  ),
  'sound-has-gaps': hearing('media.tones-in-order', 'Every second a fifth of it is lost.', () => {
    const count = counting();
    return (sound) => (count(sound).from % 0.5 > 0.3 ? [] : [sound]);
  }),
  'sound-is-interrupted': hearing(
    'media.tones-in-order',
    'Of every half second a fifth of a second is silent.',
    () => {
      const count = counting();
      return (sound) =>
        count(sound).from % 0.5 > 0.3 ? resounded(sound, (samples) => samples.map(() => 0)) : [sound];
    },
  ),
  'sound-is-repeated': hearing(
    'media.tones-in-order',
    'After half a second a third of it comes again.',
    () => {
      const kept: Sound[] = [];
      const count = counting();
      let done = false;
      return (sound) => {
        const { to } = count(sound);
        kept.push(sound);
        if (done || to < 0.5) return [sound];
        done = true;
        return [sound, ...kept.slice(-Math.ceil(kept.length / 1.5))];
      };
    },
  ),
  'pictures-missed-at-the-start': noticedWhere(
    CANVAS,
    seeing('media.recorded-from-the-start', 'The first twenty pictures are lost.', () => {
      let nth = 0;
      return (frame) => ((nth += 1) > 20 ? [frame] : dropped(frame));
    }),
  ),
  'sound-missed-at-the-start': noticedWhere(
    TONE,
    hearing('media.recorded-from-the-start', 'The first six tenths of a second of sound are lost.', () => {
      const count = counting();
      return (sound) => (count(sound).from < 0.6 ? [] : [sound]);
    }),
  ),
  'pictures-missed-at-the-stop': noticedWhere(
    CANVAS,
    seeing('media.recorded-until-the-stop', 'Only the first ten pictures are recorded.', () => {
      let nth = 0;
      return (frame) => ((nth += 1) <= 10 ? [frame] : dropped(frame));
    }),
  ),
  'sound-missed-at-the-stop': noticedWhere(
    TONE,
    hearing('media.recorded-until-the-stop', 'Only the first fifth of a second of sound is recorded.', () => {
      const count = counting();
      return (sound) => (count(sound).from < 0.2 ? [sound] : []);
    }),
  ),
};
