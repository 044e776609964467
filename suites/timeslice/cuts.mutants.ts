import type { Mutants } from '../../fixtures/recorders/install.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { altered, noticedWhere } from '../../fixtures/recorders/mutants/make.ts';
import { gathering, hearing } from '../../fixtures/recorders/mutants/make-media.ts';

const hasDark = ({ stream }: Recorder): boolean => stream.getTracks().every(({ enabled }) => !enabled);

/** Recorders that cut at other times than they should. */
export const cutMutants: Mutants = {
  'timeslice-needs-pictures': noticedWhere(
    { source: 'tone' },
    altered('timeslice.comes-unprompted', 'Recordings of sound alone are not cut.', (normal) => ({
      isSliceDue: (recorder, gathered, timeslice) =>
        recorder.stream.getVideoTracks().length > 0 && normal.isSliceDue(recorder, gathered, timeslice),
    })),
  ),
  'timeslice-at-most-a-fifth-of-a-second': altered(
    'timeslice.longer-than-recording',
    'No slice is longer than a fifth of a second.',
    (normal) => ({
      isSliceDue: (recorder, gathered, timeslice) =>
        normal.isSliceDue(recorder, gathered, Math.min(timeslice, 200)),
    }),
  ),
  'timeslice-goes-on-while-paused': gathering('timeslice.while-paused', 'Slices fill while paused.', () => ({
    pause: () => {},
  })),
  'timeslice-forbids-requests': altered(
    'timeslice.with-request-data',
    'requestData() does nothing when there is a timeslice.',
    (normal) => {
      const cut = new WeakSet<Recorder>();
      return {
        start: (recorder, timeslice) => {
          if (timeslice !== undefined) cut.add(recorder);
          normal.start(recorder, timeslice);
        },
        requestData: (recorder) => {
          if (recorder.state === 'inactive' || !cut.has(recorder)) normal.requestData(recorder);
        },
      };
    },
  ),
  'timeslice-ends-with-disabled-tracks': altered(
    'timeslice.disabled-tracks',
    'No data comes unprompted once all tracks were disabled.',
    (normal) => {
      const dark = new WeakSet<Recorder>();
      return {
        isSliceDue: (recorder, gathered, timeslice) => {
          if (hasDark(recorder)) dark.add(recorder);
          return !dark.has(recorder) && normal.isSliceDue(recorder, gathered, timeslice);
        },
      };
    },
  ),
  'timeslice-with-disabled-tracks-stops': altered(
    'timeslice.disabled-tracks',
    'A recording ends when all of its tracks are disabled.',
    (normal) => ({
      isSliceDue: (recorder, gathered, timeslice) => {
        if (hasDark(recorder)) recorder.algorithms.stop(recorder);
        return normal.isSliceDue(recorder, gathered, timeslice);
      },
    }),
  ),
  'timeslice-silence-stops': hearing(
    'timeslice.silent-tracks',
    'A recording ends when it has heard a stretch of silence.',
    (_track, recorder) => (sound) => {
      if (sound.channels.every((samples) => samples.every((sample) => sample === 0)))
        recorder.algorithms.stop(recorder);
      return [sound];
    },
  ),
};
