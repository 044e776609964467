import type { Mutants } from '../../fixtures/recorders/install.ts';
import { endRecording } from '../../fixtures/recorders/reference/algorithms/stop.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { altered, type Change } from '../../fixtures/recorders/mutants/make.ts';

/** Something else happens where a changed stream ends the recording. */
const onChange =
  (happens: (recorder: Recorder, normal: Parameters<Change>[0]) => boolean): Change =>
  (normal) => ({
    streamChanged: (recorder, gathering) => {
      if (!happens(recorder, normal)) normal.streamChanged(recorder, gathering);
    },
  });

/** The error event in another form. */
const errorEvent =
  (make: (error: DOMException) => Event): Change =>
  () => ({
    fireErrorEvent: (recorder, name) => {
      recorder.target.dispatchEvent(make(new DOMException('on purpose', name)));
    },
  });

/** Recorders that do not notice what becomes of their tracks, or say it wrongly. */
export const trackMutants: Mutants = {
  'change-unnoticed': altered(
    [
      'tracks.change-ends-recording',
      'tracks.ended-track-changed',
      'tracks.change-before-start-event',
      'tracks.several-changes',
      'tracks.renegotiation',
    ],
    'A changed stream changes nothing.',
    onChange(() => true),
  ),
  'change-without-error': altered(
    'tracks.change-ends-recording',
    'A changed stream ends the recording without an error event.',
    () => ({ streamChanged: (recorder, gathering) => endRecording(recorder, gathering, null) }),
  ),
  'change-while-paused-unnoticed': altered(
    'tracks.change-ends-recording',
    'A stream that changes while paused changes nothing.',
    onChange(({ state }) => state === 'paused'),
  ),
  'change-noticed-by-count': altered(
    'tracks.added-and-removed',
    'A track that is added and removed again in one task goes unnoticed.',
    (normal) => ({
      streamChanged: (recorder, gathering) => {
        const count = recorder.stream.getTracks().length;
        queueMicrotask(() => {
          if (recorder.stream.getTracks().length === count) normal.streamChanged(recorder, gathering);
        });
      },
    }),
  ),
  'change-ends-at-once': altered(
    'tracks.change-ends-in-a-task',
    'The recorder is inactive when the call that changed the stream returns.',
    onChange((recorder, normal) => {
      normal.inactivate(recorder);
      return false;
    }),
  ),
  'error-while-recording': altered(
    ['tracks.inactive-in-each-event', 'attributes.mime-type-reset-by-error'],
    'The recorder is recording in its error event, and mimeType is still extended.',
    (normal) => {
      const types = new WeakMap<Recorder, string>();
      return {
        inactivate: (recorder) => {
          types.set(recorder, recorder.mimeType);
          normal.inactivate(recorder);
        },
        fireErrorEvent: (recorder, name) => {
          const { mimeType } = recorder;
          normal.setState(recorder, 'recording');
          recorder.mimeType = types.get(recorder) ?? mimeType;
          normal.fireErrorEvent(recorder, name);
          normal.setState(recorder, 'inactive');
          recorder.mimeType = mimeType;
        },
      };
    },
  ),
  'error-in-a-task-of-its-own': altered(
    'tracks.events-in-one-task',
    'The error event comes in a task before the other two.',
    (normal) => ({
      streamChanged: (recorder, gathering) => {
        normal.queueTask(
          recorder,
          'error',
          () => undefined,
          () => {
            normal.inactivate(recorder);
            normal.fireErrorEvent(recorder, 'InvalidModificationError');
          },
        );
        endRecording(recorder, gathering, null);
      },
    }),
  ),
  'error-event-is-plain': altered(
    ['tracks.error-event-interface', 'tracks.error-names-the-reason', 'documentation.error-event-interface'],
    'The error event is a plain Event.',
    errorEvent(() => new Event('error')),
  ),
  'error-event-bubbles': altered(
    'tracks.error-event-form',
    'The error event bubbles.',
    errorEvent((error) => new ErrorEvent('error', { error, bubbles: true })),
  ),
  'error-event-can-be-cancelled': altered(
    'tracks.error-event-form',
    'The error event can be cancelled.',
    errorEvent((error) => new ErrorEvent('error', { error, cancelable: true })),
  ),
  'error-names-another-reason': altered(
    'tracks.error-names-the-reason',
    'The error of a changed stream is an UnknownError.',
    () => ({ streamChanged: (recorder, gathering) => endRecording(recorder, gathering, 'UnknownError') }),
  ),
  'error-is-plain': altered(
    ['tracks.error-names-the-reason', 'documentation.error-event-interface'],
    'The error of the error event is an Error that is no DOMException.',
    errorEvent(({ name }) => new ErrorEvent('error', { error: new Error(name) })),
  ),
  'error-twice': altered(
    'tracks.nothing-after-the-end',
    'The error event comes once more after the stop event.',
    (normal) => ({
      fireErrorEvent: (recorder, name) => {
        normal.fireErrorEvent(recorder, name);
        recorder.target.addEventListener('stop', () => normal.fireErrorEvent(recorder, name), { once: true });
      },
    }),
  ),
  'error-is-for-good': altered(
    'tracks.error-then-start-again',
    'A recorder that an error has ended cannot be started again.',
    (normal) => {
      const failed = new WeakSet<Recorder>();
      return {
        fireErrorEvent: (recorder, name) => {
          failed.add(recorder);
          normal.fireErrorEvent(recorder, name);
        },
        start: (recorder, timeslice) => {
          if (failed.has(recorder)) throw new DOMException('failed', 'InvalidStateError');
          normal.start(recorder, timeslice);
        },
      };
    },
  ),
  'change-before-start-counts': altered(
    'tracks.change-while-inactive',
    'A stream that changes after the recorder was made brings an error event.',
    (normal) => ({
      construct: (recorder, stream, options) => {
        normal.construct(recorder, stream, options);
        const known = stream.getTracks();
        const look = setInterval(() => {
          if (
            stream.getTracks().length === known.length &&
            stream.getTracks().every((t) => known.includes(t))
          )
            return;
          clearInterval(look);
          normal.fireErrorEvent(recorder, 'InvalidModificationError');
        }, 20);
        setTimeout(() => clearInterval(look), 20_000);
      },
    }),
  ),
  'change-before-start-refused': altered(
    'start.tracks-of-the-moment',
    'start() throws when the stream has changed since the recorder was made.',
    (normal) => {
      const known = new WeakMap<Recorder, readonly MediaStreamTrack[]>();
      return {
        construct: (recorder, stream, options) => {
          normal.construct(recorder, stream, options);
          known.set(recorder, stream.getTracks());
        },
        start: (recorder, timeslice) => {
          const before = known.get(recorder) ?? [];
          const now = recorder.stream.getTracks();
          if (now.length !== before.length || !now.every((track) => before.includes(track)))
            throw new DOMException('the stream has changed', 'InvalidModificationError');
          normal.start(recorder, timeslice);
        },
      };
    },
  ),
  'ended-unnoticed': altered(
    [
      'tracks.all-ended',
      'tracks.all-ended-inactive',
      'tracks.ended-one-by-one',
      'lifetime.unreferenced-ends',
    ],
    'A recording goes on when all tracks have ended.',
    () => ({ tracksEnded: () => undefined }),
  ),
  'ended-is-an-error': altered(
    'tracks.all-ended',
    'When all tracks have ended an error event comes, too.',
    () => ({ tracksEnded: (recorder, gathering) => endRecording(recorder, gathering, 'UnknownError') }),
  ),
  'ended-while-paused-unnoticed': altered(
    'tracks.all-ended-while-paused',
    'A paused recording goes on when all tracks have ended.',
    (normal) => ({
      tracksEnded: (recorder, gathering) => {
        if (recorder.state !== 'paused') normal.tracksEnded(recorder, gathering);
      },
    }),
  ),
  'ended-ends-at-once': altered(
    'tracks.all-ended-in-a-task',
    'The recorder is inactive when the call that stopped the last track returns.',
    (normal) => ({
      tracksEnded: (recorder, gathering) => {
        normal.inactivate(recorder);
        normal.tracksEnded(recorder, gathering);
      },
    }),
  ),
};
