import type { Mutants } from '../../fixtures/recorders/install.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { altered } from '../../fixtures/recorders/mutants/make.ts';

const empty = (): { readonly data: Blob; readonly firstChunkAt: number } => ({
  data: new Blob(),
  firstChunkAt: performance.now(),
});

/** Recorders that pause and resume otherwise than they should. */
export const pauseMutants: Mutants = {
  'pause-throws-while-paused': altered(
    'pause.does-nothing-while-paused',
    'pause() throws while paused.',
    (normal) => ({
      pause: (recorder) => {
        if (recorder.state === 'paused') throw new DOMException('paused', 'InvalidStateError');
        normal.pause(recorder);
      },
    }),
  ),
  'pause-fires-while-paused': altered(
    'pause.does-nothing-while-paused',
    'pause() while paused fires another pause event.',
    (normal) => ({
      pause: (recorder) => {
        if (recorder.state === 'paused') recorder.state = 'recording';
        normal.pause(recorder);
      },
    }),
  ),
  'pause-toggles': altered('pause.does-nothing-while-paused', 'pause() while paused resumes.', (normal) => ({
    pause: (recorder) => (recorder.state === 'paused' ? normal.resume(recorder) : normal.pause(recorder)),
  })),
  'pause-hands-data-out': altered(
    ['pause.fires-no-data', 'pause.can-be-stopped-later'],
    'pause() hands out what was gathered.',
    (normal) => ({
      pause: (recorder) => {
        const wasRecording = recorder.state === 'recording';
        normal.pause(recorder);
        if (wasRecording) normal.requestData(recorder);
      },
    }),
  ),
  'pause-works-once': altered(
    'pause.again-after-resume',
    'Only the first pause() of a recording has an effect.',
    (normal) => {
      const paused = new WeakSet<Recorder>();
      return {
        pause: (recorder) => {
          if (recorder.state === 'recording' && paused.has(recorder)) return;
          paused.add(recorder);
          normal.pause(recorder);
        },
      };
    },
  ),
  'pause-before-start-event-forgotten': altered(
    'pause.before-start-event',
    'A pause() before the start event is undone by it.',
    (normal) => ({
      fireEvent: (recorder, name) => {
        if (name === 'start' && recorder.state === 'paused') normal.setState(recorder, 'recording');
        normal.fireEvent(recorder, name);
      },
    }),
  ),
  'pause-pauses-all': altered(
    'pause.others-go-on',
    'pause() ends the tracks, so that no other recorder gets anything.',
    (normal) => ({
      pause: (recorder) => {
        normal.pause(recorder);
        for (const track of recorder.stream.getTracks()) track.stop();
      },
    }),
  ),
  'resume-state-late': altered(
    'resume.sets-recording',
    'resume() sets the state with its event.',
    (normal) => ({
      resume: (recorder) => {
        normal.resume(recorder);
        normal.setState(recorder, 'paused');
        recorder.target.addEventListener('resume', () => normal.setState(recorder, 'recording'), {
          once: true,
        });
      },
    }),
  ),
  'resume-throws-while-recording': altered(
    'resume.does-nothing-while-recording',
    'resume() throws while recording.',
    (normal) => ({
      resume: (recorder) => {
        if (recorder.state === 'recording') throw new DOMException('recording', 'InvalidStateError');
        normal.resume(recorder);
      },
    }),
  ),
  'resume-fires-while-recording': altered(
    'resume.does-nothing-while-recording',
    'resume() while recording fires a resume event.',
    (normal) => ({
      resume: (recorder) => {
        if (recorder.state === 'recording') recorder.state = 'paused';
        normal.resume(recorder);
      },
    }),
  ),
  'resume-fires-start': altered('resume.fires-no-data', 'resume() fires a second start event.', (normal) => ({
    fireEvent: (recorder, name) => {
      normal.fireEvent(recorder, name);
      if (name === 'resume') normal.fireEvent(recorder, 'start');
    },
  })),
  'resume-hands-data-out': altered('resume.fires-no-data', 'resume() brings an empty Blob.', (normal) => ({
    fireEvent: (recorder, name) => {
      normal.fireEvent(recorder, name);
      if (name === 'resume') normal.fireBlobEvent(recorder, empty());
    },
  })),
  'resume-before-pause': altered(
    'resume.then-pause-in-one-task',
    'resume() waits for the task of a pause() that follows it.',
    (normal) => ({
      resume: (recorder) => {
        const { state } = recorder;
        normal.resume(recorder);
        if (state === 'paused') queueMicrotask(() => normal.setState(recorder, 'recording'));
      },
    }),
  ),
};
