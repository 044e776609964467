import type { Mutants } from '../../fixtures/recorders/install.ts';
import type { TaskName } from '../../fixtures/recorders/reference/algorithms/events.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { altered, type Change } from '../../fixtures/recorders/mutants/make.ts';

/** Runs the steps of some tasks in another way than as a task of their own. */
const tasks =
  (names: readonly TaskName[], run: (steps: () => void) => void): Change =>
  (normal) => ({
    queueTask: (recorder, name, prepare, steps) => {
      const made = names.includes(name) ? prepare() : null;
      if (made === null || made instanceof Promise) return normal.queueTask(recorder, name, prepare, steps);
      run(() => steps(made));
    },
  });

const atOnce = (steps: () => void): void => steps();

/** Hands data out within the call: what has been written by then, which is nothing. */
const emptyNow =
  (event: 'stop' | 'data'): Change =>
  (normal) => ({
    queueTask: (recorder, name, prepare, steps) => {
      if (name !== (event === 'stop' ? 'stop' : 'requestData'))
        return normal.queueTask(recorder, name, prepare, steps);
      normal.fireBlobEvent(recorder, { data: new Blob(), firstChunkAt: performance.now() });
      if (event === 'stop') normal.fireEvent(recorder, 'stop');
      void prepare();
    },
  });

/** Fires an event once more, or not at all. */
const times =
  (wanted: string, count: number): Change =>
  (normal) => ({
    fireEvent: (recorder, name) => {
      for (let time = 0; time < (name === wanted ? count : 1); time += 1) normal.fireEvent(recorder, name);
    },
  });

/** Has the recorder in another state while an event is fired. */
const inState =
  (wanted: string, state: Recorder['state']): Change =>
  (normal) => ({
    fireEvent: (recorder, name) => {
      const { state: before } = recorder;
      if (name === wanted) normal.setState(recorder, state);
      normal.fireEvent(recorder, name);
      if (name === wanted && recorder.state === state) normal.setState(recorder, before);
    },
  });

/** Recorders whose tasks are run, or whose events are fired, in another way than the spec has it. */
export const taskMutants: Mutants = {
  'start-event-twice': altered('start.fires-start-once', 'The start event comes twice.', times('start', 2)),
  'stop-event-missing': altered(
    'stop.fires-data-then-stop',
    'No stop event comes when the recording is stopped.',
    times('stop', 0),
  ),
  'pause-event-within-the-call': altered(
    'pause.fires-after-return',
    'pause() fires its event before it returns.',
    tasks(['pause'], atOnce),
  ),
  'resume-event-within-the-call': altered(
    'resume.fires-after-return',
    'resume() fires its event before it returns.',
    tasks(['resume'], atOnce),
  ),
  'resume-event-in-a-microtask': altered(
    'resume.fires-after-return',
    'The resume event comes in a microtask of the call.',
    tasks(['resume'], queueMicrotask),
  ),
  'pause-event-in-a-microtask': altered(
    'pause.fires-after-return',
    'The pause event comes in a microtask of the call.',
    tasks(['pause'], queueMicrotask),
  ),
  'stop-events-within-the-call': altered(
    'stop.fires-after-return',
    'stop() fires its events before it returns.',
    emptyNow('stop'),
  ),
  'data-event-within-the-call': altered(
    'request-data.fires-after-return',
    'requestData() fires its event before it returns.',
    emptyNow('data'),
  ),
  'pause-event-twice': altered('pause.fires-pause-once', 'The pause event comes twice.', times('pause', 2)),
  'pause-event-missing': altered(
    ['pause.fires-pause-once', 'pause.again-after-resume'],
    'No pause event comes.',
    times('pause', 0),
  ),
  'resume-event-twice': altered(
    'resume.fires-resume-once',
    'The resume event comes twice.',
    times('resume', 2),
  ),
  'resume-event-missing': altered('resume.fires-resume-once', 'No resume event comes.', times('resume', 0)),
  'stop-event-twice': altered(
    ['stop.fires-data-then-stop', 'stop.fires-nothing-afterwards'],
    'The stop event comes twice.',
    times('stop', 2),
  ),
  'pause-event-while-recording': altered(
    ['pause.paused-in-pause-event', 'documentation.pause-in-a-task'],
    'The recorder is recording in its pause event.',
    inState('pause', 'recording'),
  ),
  'resume-event-while-paused': altered(
    ['resume.recording-in-resume-event', 'documentation.resume-in-a-task'],
    'The recorder is paused in its resume event.',
    inState('resume', 'paused'),
  ),
  'stop-event-while-recording': altered(
    'stop.inactive-in-stop-event',
    'The recorder is recording in its stop event.',
    inState('stop', 'recording'),
  ),
  'pause-and-resume-coalesced': altered(
    'resume.after-pause-in-one-task',
    'pause() and resume() in one task bring no event.',
    (normal) => {
      const pending = new WeakMap<Recorder, number>();
      return {
        queueTask: (recorder, name, prepare, steps) => {
          if (name !== 'pause' && name !== 'resume') return normal.queueTask(recorder, name, prepare, steps);
          const earlier = pending.get(recorder) ?? 0;
          pending.set(recorder, earlier + 1);
          normal.queueTask(recorder, name, prepare, (made) => {
            const alone = pending.get(recorder) === 1;
            pending.set(recorder, alone ? 0 : (pending.get(recorder) ?? 0));
            if (alone) steps(made);
          });
        },
      };
    },
  ),
};
