import type { Mutants } from '../../fixtures/recorders/install.ts';
import { noticedWhere } from '../../fixtures/recorders/mutants/make.ts';
import {
  delivering,
  dropped,
  emptied,
  hearing,
  redrawn,
  resounded,
  seeing,
} from '../../fixtures/recorders/mutants/make-media.ts';

/** The widest gap between pictures that come in haste. */
const HASTE_MICROSECONDS = 60_000;

const anyEnded = (stream: MediaStream): boolean =>
  stream.getTracks().some(({ readyState }) => readyState === 'ended');

/** Recorders that are at a loss with sources that change, or at the edge of what they are made for. */
export const edgeMutants: Mutants = {
  'resized-canvas-freezes': seeing(
    'media.canvas-resized',
    'Pictures of another size than the first are not recorded.',
    () => {
      let first = '';
      return (frame) => {
        const size = `${frame.displayWidth}x${frame.displayHeight}`;
        first ||= size;
        return size === first ? [frame] : dropped(frame);
      };
    },
  ),
  'slow-pictures-end-it': seeing(
    'media.frame-rate-changed',
    'No picture is recorded any more when they once came slowly.',
    () => {
      let before: number | null = null;
      let slow = false;
      return (frame) => {
        const { timestamp } = frame;
        slow ||= before !== null && timestamp - before > HASTE_MICROSECONDS;
        before = timestamp;
        return slow ? dropped(frame) : [frame];
      };
    },
  ),
  'sound-of-half-a-second': hearing(
    'media.audio-source-switched',
    'After half a second nothing new is heard on a track.',
    () => {
      let seconds = 0;
      return (sound) => {
        seconds += (sound.channels[0]?.length ?? 0) / sound.sampleRate;
        return seconds < 0.5 ? [sound] : resounded(sound, (samples) => samples.map(() => 0));
      };
    },
  ),
  'pictures-end-with-the-sound': noticedWhere(
    { ends: 'audio' },
    seeing(
      'media.one-track-ends',
      'No picture is recorded when another track has ended.',
      (_track, { stream }) =>
        (frame) =>
          anyEnded(stream) ? dropped(frame) : [frame],
    ),
  ),
  'sound-ends-with-the-pictures': noticedWhere(
    { ends: 'video' },
    hearing(
      'media.one-track-ends',
      'No sound is recorded when another track has ended.',
      (_track, { stream }) =>
        (sound) =>
          anyEnded(stream) ? [] : [sound],
    ),
  ),
  'third-slice-lost': delivering(
    'media.many-slices',
    'Of every recording the third slice is lost.',
    () =>
      (data, { nth, last }) =>
        nth === 3 && !last ? emptied(data) : data,
  ),
  'first-picture-lost': seeing('media.still-picture', 'The first picture of a track is not recorded.', () => {
    let begun = false;
    return (frame) => {
      if (begun) return [frame];
      begun = true;
      return dropped(frame);
    };
  }),
  'silence-is-a-hum': hearing(
    'media.silent-sound',
    'Silence is recorded as a hum.',
    () => (sound) =>
      sound.channels.every((samples) => samples.every((sample) => sample === 0))
        ? resounded(sound, (samples) => samples.map((_, at) => (at % 100) / 200))
        : [sound],
  ),
  'silence-left-out': hearing(
    'media.silent-sound',
    'Silence is not recorded.',
    () => (sound) =>
      sound.channels.every((samples) => samples.every((sample) => sample === 0)) ? [] : [sound],
  ),
  ...Object.fromEntries(
    [44_100, 96_000].map((rate) => [
      `rate-taken-for-48000-${rate}`,
      noticedWhere(
        { rate },
        hearing(
          'media.sample-rates',
          `Sound of ${rate} samples a second is taken for that of 48000.`,
          () => (sound) => [{ ...sound, sampleRate: sound.sampleRate === rate ? 48_000 : sound.sampleRate }],
        ),
      ),
    ]),
  ),
  ...Object.fromEntries(
    [1, 2, 6].map((channels) => [
      `sound-torn-with-channels-${channels}`,
      noticedWhere(
        { channels },
        hearing('media.channel-counts', `Half of the sound of ${channels} channels is lost.`, () => {
          let nth = 0;
          return (sound) => {
            nth += 1;
            return nth % 40 < 20 ? [sound] : [];
          };
        }),
      ),
    ]),
  ),
  'sizes-of-whole-blocks': noticedWhere(
    { size: '15x17' },
    seeing(
      'media.odd-sizes',
      'Pictures are as wide and as high as whole blocks of the encoder.',
      () => (frame) => {
        const blocks = (length: number): number => Math.ceil(length / 16) * 16;
        const size = { width: blocks(frame.displayWidth), height: blocks(frame.displayHeight) };
        return redrawn(frame, size, (context, drawn) => context.drawImage(drawn, 0, 0));
      },
    ),
  ),
  'tiny-pictures-left-out': noticedWhere(
    { size: '15x17' },
    seeing(
      'media.odd-sizes',
      'Pictures of an odd size are not recorded.',
      () => (frame) => (frame.displayWidth % 2 === 0 ? [frame] : dropped(frame)),
    ),
  ),
};
