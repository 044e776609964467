import type { Mutants } from '../../fixtures/recorders/install.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { altered, type Change } from '../../fixtures/recorders/mutants/make.ts';
import { emptied } from '../../fixtures/recorders/mutants/make-media.ts';

/** stop() with something done in its place: a call that gives true has done it all. */
const instead =
  (first: (recorder: Recorder, normal: Parameters<Change>[0]) => boolean): Change =>
  (normal) => ({
    stop: (recorder) => {
      if (!first(recorder, normal)) normal.stop(recorder);
    },
  });

/** Queues a task of an inactive recorder that fires a stop event. */
const strayStop = (recorder: Recorder, normal: Parameters<Change>[0]): void =>
  normal.queueTask(
    recorder,
    'stop',
    () => undefined,
    () => normal.fireEvent(recorder, 'stop'),
  );

/** Recorders whose recordings do not end as they should. */
export const stopMutants: Mutants = {
  'stop-throws-before-start': altered(
    'stop.does-nothing-before-start',
    'stop() throws on a recorder that was never started.',
    instead((recorder) => {
      if (recorder.gathering === null) throw new DOMException('inactive', 'InvalidStateError');
      return false;
    }),
  ),
  'stop-fires-before-start': altered(
    ['stop.does-nothing-before-start', 'documentation.stop-when-inactive'],
    'stop() on a recorder that was never started fires a stop event.',
    instead((recorder, normal) => {
      if (recorder.gathering === null) strayStop(recorder, normal);
      return false;
    }),
  ),
  'stop-throws-after-stop': altered(
    'stop.does-nothing-after-stop',
    'stop() throws on a recorder that has been stopped.',
    instead((recorder) => {
      if (recorder.gathering !== null && recorder.state === 'inactive')
        throw new DOMException('inactive', 'InvalidStateError');
      return false;
    }),
  ),
  'stop-fires-after-stop': altered(
    ['stop.does-nothing-after-stop', 'stop.twice-in-one-task-stops-once'],
    'stop() on a recorder that has been stopped fires one more stop event.',
    instead((recorder, normal) => {
      if (recorder.gathering !== null && recorder.state === 'inactive') strayStop(recorder, normal);
      return false;
    }),
  ),
  'stop-state-late': altered(
    'stop.sets-inactive',
    'stop() leaves it to its task to set the state.',
    (normal) => ({
      inactivate: (recorder) => {
        const { state } = recorder;
        normal.inactivate(recorder);
        normal.setState(recorder, state);
        recorder.target.addEventListener('dataavailable', () => normal.setState(recorder, 'inactive'), {
          once: true,
        });
      },
    }),
  ),
  'stop-state-after-data': altered(
    ['stop.inactive-in-data-event', 'tracks.all-ended-inactive'],
    'The state is set when the final data has been handed out.',
    (normal) => ({
      fireBlobEvent: (recorder, gathered) => {
        const { state } = recorder;
        if (state === 'inactive') normal.setState(recorder, 'recording');
        normal.fireBlobEvent(recorder, gathered);
        normal.setState(recorder, state);
      },
    }),
  ),
  'stop-before-data': altered(
    ['stop.fires-data-then-stop', 'stop.fires-nothing-afterwards', 'documentation.recipe-dictaphone'],
    'The final data comes after the stop event.',
    (normal) => ({
      fireBlobEvent: (recorder, gathered) => {
        if (recorder.state !== 'inactive') return normal.fireBlobEvent(recorder, gathered);
        recorder.target.addEventListener('stop', () => normal.fireBlobEvent(recorder, gathered), {
          once: true,
        });
      },
    }),
  ),
  'stop-in-two-tasks': altered(
    ['stop.fires-both-in-one-task', 'tracks.all-ended-in-one-task'],
    'The final data and the stop event come in tasks of their own.',
    (normal) => ({
      fireEvent: (recorder, name) => {
        if (name !== 'stop') return normal.fireEvent(recorder, name);
        setTimeout(() => normal.fireEvent(recorder, name), 20);
      },
    }),
  ),
  'stop-without-data': altered(
    'stop.fires-data-then-stop',
    'stop() brings no dataavailable event.',
    (normal) => ({
      fireBlobEvent: (recorder, gathered) => {
        if (recorder.state !== 'inactive') normal.fireBlobEvent(recorder, gathered);
      },
    }),
  ),
  'stop-with-two-data-events': altered(
    'stop.fires-data-then-stop',
    'stop() brings the last data in two events.',
    (normal) => ({
      fireBlobEvent: (recorder, gathered) => {
        normal.fireBlobEvent(recorder, gathered);
        if (recorder.state === 'inactive') normal.fireBlobEvent(recorder, { ...gathered, data: new Blob() });
      },
    }),
  ),
  'stop-brings-nothing': altered(
    ['stop.delivers-data', 'tracks.all-ended-delivers-data', 'tracks.change-delivers-data'],
    'The final Blob is empty.',
    (normal) => ({
      fireBlobEvent: (recorder, gathered) => {
        const data = recorder.state === 'inactive' ? emptied(gathered.data) : gathered.data;
        normal.fireBlobEvent(recorder, { ...gathered, data });
      },
    }),
  ),
  'stop-while-paused-resumes-first': altered(
    'stop.while-paused-fires-data-then-stop',
    'stop() while paused fires a resume event first.',
    instead((recorder, normal) => {
      if (recorder.state === 'paused') normal.resume(recorder);
      return false;
    }),
  ),
  'stop-while-paused-loses-data': altered(
    'stop.while-paused-delivers-data',
    'stop() while paused brings an empty Blob.',
    (normal) => {
      const paused = new WeakSet<Recorder>();
      return {
        stop: (recorder) => {
          if (recorder.state === 'paused') paused.add(recorder);
          normal.stop(recorder);
        },
        fireBlobEvent: (recorder, gathered) =>
          normal.fireBlobEvent(recorder, paused.has(recorder) ? { ...gathered, data: new Blob() } : gathered),
      };
    },
  ),
  'stop-hangs-while-paused': altered(
    'stop.while-paused-fires-data-then-stop',
    'A recorder that is stopped while paused never ends.',
    instead((recorder, normal) => {
      if (recorder.state !== 'paused') return false;
      normal.inactivate(recorder);
      return true;
    }),
  ),
  'data-after-the-stop': altered(
    ['stop.fires-nothing-afterwards', 'tracks.nothing-after-the-end', 'timeslice.ends-as-without'],
    'One more dataavailable event follows the stop event.',
    (normal) => ({
      fireEvent: (recorder, name) => {
        normal.fireEvent(recorder, name);
        if (name !== 'stop') return;
        normal.queueTask(
          recorder,
          'stop',
          () => undefined,
          () => normal.fireBlobEvent(recorder, { data: new Blob(), firstChunkAt: performance.now() }),
        );
      },
    }),
  ),
};
