import type { Mutants } from '../../fixtures/recorders/install.ts';
import type { Algorithms } from '../../fixtures/recorders/reference/algorithms/index.ts';
import type { Gathering } from '../../fixtures/recorders/reference/media/gathering.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { watchStream } from '../../fixtures/recorders/reference/stream-watch.ts';
import { altered } from '../../fixtures/recorders/mutants/make.ts';

type Steps = (recorder: Recorder, blob: Awaited<ReturnType<Gathering['finish']>>) => void;

/** Ends a recording whose tracks have ended by other steps. */
const endingBy =
  (make: (normal: Algorithms) => Steps) =>
  (normal: Algorithms): Partial<Algorithms> => ({
    tracksEnded: (recorder, gathering) => {
      if (gathering.ending) return;
      gathering.ending = true;
      const rest = gathering.finish();
      normal.queueTask(
        recorder,
        'ended',
        () => rest,
        (blob) => make(normal)(recorder, blob),
      );
    },
  });

/** Recorders that end wrongly when their tracks have ended, or not at all. */
export const endMutants: Mutants = {
  'ended-tracks-inactivate-with-the-stop-event': altered(
    'tracks.all-ended-inactive',
    'The recorder becomes inactive for the last event of ended tracks.',
    endingBy((normal) => (recorder, blob) => {
      normal.fireBlobEvent(recorder, blob);
      recorder.algorithms.inactivate(recorder);
      normal.fireEvent(recorder, 'stop');
    }),
  ),
  'first-ended-track-ends-it': altered(
    ['tracks.one-of-two-ended', 'tracks.ended-one-by-one'],
    'The first track that ends ends the recording.',
    (normal) => ({
      start: (recorder, timeslice) => {
        normal.start(recorder, timeslice);
        const { gathering, stream } = recorder;
        if (gathering === null) return;
        for (const track of gathering.tracks) {
          watchStream(stream, [track], {
            changed: () => {},
            ended: () => recorder.algorithms.tracksEnded(recorder, gathering),
          });
        }
      },
    }),
  ),
  'every-ended-track-stops': altered(
    'tracks.ended-one-by-one',
    'Each track that ends brings a stop event.',
    (normal) => ({
      start: (recorder, timeslice) => {
        normal.start(recorder, timeslice);
        const { gathering, stream } = recorder;
        const [first] = gathering?.tracks ?? [];
        if (first === undefined) return;
        watchStream(stream, [first], {
          changed: () => {},
          ended: () =>
            normal.queueTask(
              recorder,
              'ended',
              () => undefined,
              () => normal.fireEvent(recorder, 'stop'),
            ),
        });
      },
    }),
  ),
  'ended-and-removed-unnoticed': altered(
    'tracks.ended-and-removed',
    'A recording whose tracks end and are removed in one task does not end.',
    (normal) => ({
      tracksEnded: (recorder, gathering) =>
        queueMicrotask(() => {
          if (recorder.stream.getTracks().length > 0) normal.tracksEnded(recorder, gathering);
        }),
      streamChanged: (recorder, gathering) => {
        if (recorder.stream.getTracks().length > 0) normal.streamChanged(recorder, gathering);
      },
    }),
  ),
  'switched-element-unnoticed': altered(
    'tracks.element-switches',
    'Neither ended tracks nor a changed stream end a recording of an element.',
    () => ({ tracksEnded: () => {}, streamChanged: () => {} }),
  ),
};
