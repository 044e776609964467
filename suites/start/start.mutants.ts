import type { Mutants } from '../../fixtures/recorders/install.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { altered, type Change } from '../../fixtures/recorders/mutants/make.ts';

/** start() with something done before, or in its place: a call that gives true has done it all. */
const before =
  (first: (recorder: Recorder, normal: Parameters<Change>[0]) => boolean): Change =>
  (normal) => ({
    start: (recorder, timeslice) => {
      if (!first(recorder, normal)) normal.start(recorder, timeslice);
    },
  });

/** Recorders whose start() accepts or refuses what it should not. */
export const startMutants: Mutants = {
  'start-ignored-while-recording': altered(
    'start.throws-while-recording',
    'start() does nothing while recording.',
    before(({ state }) => state === 'recording'),
  ),
  'start-ignored-while-paused': altered(
    'start.throws-while-paused',
    'start() does nothing while paused.',
    before(({ state }) => state === 'paused'),
  ),
  'start-while-recording-stops': altered(
    'start.failed-call-keeps-recording',
    'A start() that throws while recording stops the recording.',
    before((recorder, normal) => {
      const { state } = recorder;
      if (state === 'recording') {
        normal.stop(recorder);
        throw new DOMException('recording', 'InvalidStateError');
      }
      return false;
    }),
  ),
  'start-while-paused-resumes': altered(
    'start.failed-call-keeps-paused',
    'A start() that throws while paused resumes the recording.',
    before((recorder, normal) => {
      if (recorder.state === 'paused') {
        normal.resume(recorder);
        throw new DOMException('paused', 'InvalidStateError');
      }
      return false;
    }),
  ),
  'start-inactive-stream-is-a-state-error': altered(
    ['start.throws-without-tracks', 'start.throws-when-tracks-ended', 'start.tracks-removed-before'],
    'start() throws an InvalidStateError for a stream without live tracks.',
    before(({ state, stream }) => {
      if (state === 'inactive' && !stream.active) throw new DOMException('no tracks', 'InvalidStateError');
      return false;
    }),
  ),
  'start-inactive-stream-accepted': altered(
    ['start.throws-without-tracks', 'start.throws-when-tracks-ended', 'start.tracks-removed-before'],
    'start() does nothing for a stream without live tracks.',
    before(({ state, stream }) => state === 'inactive' && !stream.active),
  ),
  'start-inactive-stream-records': altered(
    'start.failed-call-keeps-inactive',
    'A start() that throws for an inactive stream leaves the recorder recording.',
    before((recorder, normal) => {
      if (recorder.state === 'inactive' && !recorder.stream.active) normal.setState(recorder, 'recording');
      return false;
    }),
  ),
  'start-looks-at-the-stream-first': altered(
    'start.state-before-activity',
    'start() finds out that the tracks have ended before it looks at the state.',
    before(({ stream }) => {
      if (!stream.active) throw new DOMException('no tracks', 'NotSupportedError');
      return false;
    }),
  ),
  'start-takes-any-track': altered(
    'start.type-cannot-hold-a-track',
    'start() leaves it to an error event that the type cannot hold a track.',
    () => ({ canRecord: () => true }),
  ),
  'start-refused-type-records': altered(
    'start.failed-type-keeps-inactive',
    'A start() that throws for a track that cannot be recorded leaves the recorder recording.',
    (normal) => ({
      start: (recorder, timeslice) => {
        try {
          normal.start(recorder, timeslice);
        } catch (error) {
          const refused = error instanceof DOMException && error.name === 'NotSupportedError';
          if (refused && recorder.stream.active) normal.setState(recorder, 'recording');
          throw error;
        }
      },
    }),
  ),
  'start-takes-both-key-frame-options': altered(
    'start.both-key-frame-options-throw',
    'start() accepts both key-frame options together.',
    before((recorder) => {
      if (recorder.videoKeyFrameIntervalCount !== null) recorder.videoKeyFrameIntervalDuration = null;
      return false;
    }),
  ),
  'start-refuses-key-frame-options': altered(
    'start.one-key-frame-option',
    'start() throws for either key-frame option.',
    before(({ videoKeyFrameIntervalCount, videoKeyFrameIntervalDuration }) => {
      if (videoKeyFrameIntervalCount !== null || videoKeyFrameIntervalDuration !== null)
        throw new DOMException('key frames', 'NotSupportedError');
      return false;
    }),
  ),
  'start-refuses-codecs-that-lack-a-kind': altered(
    'start.codecs-lack-a-kind',
    'start() throws an InvalidStateError when the type names no codec for a track.',
    before(({ constrainedMimeType, stream }) => {
      if (constrainedMimeType.includes('codecs=') && stream.getTracks().length > 1)
        throw new DOMException('no codec', 'InvalidStateError');
      return false;
    }),
  ),
  'start-works-once': altered(
    ['start.again-after-stop', 'start.again-within-stop-event', 'start.before-stop-event'],
    'A recorder can be started only once.',
    before((recorder) => {
      if (recorder.state === 'inactive' && recorder.gathering !== null)
        throw new DOMException('used up', 'InvalidStateError');
      return false;
    }),
  ),
  'start-refuses-ended-beside-live': altered(
    'start.ended-beside-live',
    'start() throws when any track of the stream has ended.',
    before(({ stream }) => {
      if (stream.getTracks().some(({ readyState }) => readyState === 'ended'))
        throw new DOMException('an ended track', 'NotSupportedError');
      return false;
    }),
  ),
  'start-forgets-the-second-start-event': altered(
    'start.again-fires-the-same-events',
    'Only the first recording fires a start event.',
    (normal) => {
      const started = new WeakSet<Recorder>();
      return {
        fireEvent: (recorder, name) => {
          if (name === 'start' && started.has(recorder)) return;
          if (name === 'start') started.add(recorder);
          normal.fireEvent(recorder, name);
        },
      };
    },
  ),
  'start-event-within-the-call': altered(
    ['start.fires-start-after-return', 'documentation.listener-after-start'],
    'start() fires its event before it returns.',
    (normal) => ({
      queueTask: (recorder, name, prepare, steps) => {
        if (name !== 'start') return normal.queueTask(recorder, name, prepare, steps);
        normal.fireEvent(recorder, 'start');
      },
    }),
  ),
  'start-event-in-a-microtask': altered(
    'start.fires-start-after-return',
    'The start event comes in a microtask of the call.',
    (normal) => ({
      queueTask: (recorder, name, prepare, steps) => {
        if (name !== 'start') return normal.queueTask(recorder, name, prepare, steps);
        queueMicrotask(() => normal.fireEvent(recorder, 'start'));
      },
    }),
  ),
  'start-event-awaits-media': altered(
    'start.without-media',
    'The start event waits for the first media.',
    (normal) => ({
      queueTask: (recorder, name, prepare, steps) => {
        const { gathering } = recorder;
        if (name !== 'start' || gathering === null) return normal.queueTask(recorder, name, prepare, steps);
        const media = new Promise<void>((resolve) => {
          for (const track of gathering.tracks) {
            const element = document.createElement('video');
            element.srcObject = new MediaStream([track]);
            element.addEventListener('loadeddata', () => resolve());
          }
        });
        normal.queueTask(recorder, name, () => media.then(prepare), steps);
      },
    }),
  ),
  'start-event-while-inactive': altered(
    'start.recording-in-start-event',
    'The recorder is inactive in its start event.',
    (normal) => ({
      fireEvent: (recorder, name) => {
        const { state } = recorder;
        if (name === 'start') normal.setState(recorder, 'inactive');
        normal.fireEvent(recorder, name);
        if (name === 'start' && recorder.state === 'inactive') normal.setState(recorder, state);
      },
    }),
  ),
  'data-before-start-event': altered(
    'start.start-event-before-data',
    'An empty dataavailable event comes before the start event.',
    (normal) => ({
      fireEvent: (recorder, name) => {
        if (name === 'start') normal.fireBlobEvent(recorder, { data: new Blob(), firstChunkAt: 0 });
        normal.fireEvent(recorder, name);
      },
    }),
  ),
  'data-every-second': altered(
    ['start.no-data-unprompted'],
    'Data comes every second although no timeslice was given.',
    (normal) => ({ isSliceDue: (recorder, gathered) => normal.isSliceDue(recorder, gathered, 1_000) }),
  ),
  'error-beside-every-start': altered(
    'start.events-only-from-the-summary',
    'An error event comes with the end of a recording that nothing disturbed.',
    (normal) => ({
      fireEvent: (recorder, name) => {
        if (name === 'stop') normal.fireErrorEvent(recorder, 'UnknownError');
        normal.fireEvent(recorder, name);
      },
    }),
  ),
  'start-then-stop-forgets-data': altered(
    'start.then-stop-in-one-task',
    'start() and stop() in one task bring no dataavailable event.',
    (normal) => ({
      stop: (recorder) => {
        const target = { heard: false };
        recorder.target.addEventListener('start', () => (target.heard = true), { once: true });
        const { firstChunkAt } = recorder;
        if (firstChunkAt !== null || recorder.mimeType !== recorder.constrainedMimeType)
          return normal.stop(recorder);
        recorder.algorithms.inactivate(recorder);
        normal.queueTask(
          recorder,
          'stop',
          () => recorder.gathering?.finish(),
          () => normal.fireEvent(recorder, 'stop'),
        );
      },
    }),
  ),
};
