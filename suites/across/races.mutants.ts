import type { Mutants } from '../../fixtures/recorders/install.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { altered, noticedWhere } from '../../fixtures/recorders/mutants/make.ts';

/** Recorders that go wrong where two things happen in one task. */
export const raceMutants: Mutants = {
  'stop-event-ends-the-next-recording': altered(
    ['start.before-stop-event-goes-on', 'start.within-final-data-event'],
    'The stop event makes the recorder inactive, also when it records again.',
    (normal) => ({
      fireEvent: (recorder, name) => {
        if (name === 'stop') normal.setState(recorder, 'inactive');
        normal.fireEvent(recorder, name);
      },
    }),
  ),
  'ended-track-awaited': altered(
    'start.ended-beside-live-ends',
    'A recording whose stream has a track that ended before does not end with the others.',
    (normal) => {
      const waiting = new WeakSet<object>();
      return {
        start: (recorder, timeslice) => {
          normal.start(recorder, timeslice);
          const { gathering, stream } = recorder;
          if (gathering !== null && stream.getTracks().length > gathering.tracks.length)
            waiting.add(gathering);
        },
        tracksEnded: (recorder, gathering) => {
          if (!waiting.has(gathering)) normal.tracksEnded(recorder, gathering);
        },
      };
    },
  ),
  'start-event-lost-to-stop': altered(
    'start.then-stop-fires-start',
    'A recording that is over before its start event has none.',
    (normal) => ({
      fireEvent: (recorder, name) => {
        if (name !== 'start' || recorder.state !== 'inactive') normal.fireEvent(recorder, name);
      },
    }),
  ),
  'pause-event-after-the-end': altered(
    'stop.with-pause',
    'The pause event of a recording that was stopped in the same task follows its stop event.',
    (normal) => ({
      fireEvent: (recorder, name) => {
        if (name !== 'pause' || recorder.state !== 'inactive') return normal.fireEvent(recorder, name);
        afterStop(recorder, () => normal.fireEvent(recorder, name));
      },
    }),
  ),
  'requested-data-after-the-end': altered(
    'stop.with-requested-data',
    'What was requested before stop() in the same task follows the stop event.',
    (normal) => ({
      queueTask: (recorder, name, prepare, steps) =>
        normal.queueTask(recorder, name, prepare, (made) => {
          if (name !== 'requestData' || recorder.state !== 'inactive') return steps(made);
          afterStop(recorder, () => steps(made));
        }),
    }),
  ),
  'change-after-stop-is-an-error': noticedWhere(
    { first: 'stop' },
    altered(
      'stop.with-a-removed-track',
      'A track that is removed after stop() brings an error event alone.',
      (normal) => ({
        streamChanged: (recorder, gathering) => {
          if (!gathering.ending) return normal.streamChanged(recorder, gathering);
          normal.queueTask(
            recorder,
            'error',
            () => undefined,
            () => normal.fireErrorEvent(recorder, 'InvalidModificationError'),
          );
        },
      }),
    ),
  ),
  'ended-after-stop-stops-again': noticedWhere(
    { first: 'stop' },
    altered('stop.with-the-tracks', 'Tracks that end after stop() bring a stop event alone.', (normal) => ({
      tracksEnded: (recorder, gathering) => {
        if (!gathering.ending) return normal.tracksEnded(recorder, gathering);
        normal.queueTask(
          recorder,
          'ended',
          () => undefined,
          () => normal.fireEvent(recorder, 'stop'),
        );
      },
    })),
  ),
};

function afterStop(recorder: Recorder, steps: () => void): void {
  recorder.target.addEventListener('stop', steps, { once: true });
}
