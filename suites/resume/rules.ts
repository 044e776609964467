import { must, type Section } from '../rule.ts';
import { step, webIdl } from '../source.ts';

/** What resume() does to the state, which event it brings, and when it throws. */
export const resume = {
  id: 'resume',
  title: 'resume()',
  rules: {
    'resume.sets-recording': must(
      step('resume()', '3'),
      'When resume() has returned, the recorder is recording.',
    ),
    'resume.returns-undefined': must(
      webIdl('undefined', 'js-undefined'),
      'resume() returns undefined, while paused and while recording.',
    ),
    'resume.throws-before-start': must(
      step('resume()', '1'),
      'resume() throws an InvalidStateError DOMException on a recorder that was never started.',
    ),
    'resume.throws-after-stop': must(
      step('resume()', '1'),
      'resume() throws an InvalidStateError DOMException as soon as stop() has been called, and after the stop event.',
    ),
    'resume.failed-call-does-nothing': must(
      step('resume()', '1'),
      'A resume() that throws leaves the recorder inactive and fires no event.',
    ),
    'resume.does-nothing-while-recording': must(
      step('resume()', '2'),
      'resume() while recording does not throw, leaves the recorder recording and fires no resume event.',
    ),
    'resume.fires-resume-once': must(step('resume()', '3.2'), 'resume() brings exactly one resume event.'),
    'resume.fires-after-return': must(
      step('resume()', '3'),
      'The resume event is fired from a task, never within the call or its microtasks.',
    ),
    'resume.recording-in-resume-event': must(
      step('resume()', '3'),
      'The recorder is recording in the resume event.',
    ),
    'resume.fires-no-data': must(
      step('resume()', '3.1'),
      'resume() hands no data out and fires no second start event.',
    ),
    'resume.after-pause-in-one-task': must(
      step('resume()', '3'),
      'pause() and resume() in one task bring a pause event and then a resume event; the state is recording in both.',
    ),
    'resume.then-pause-in-one-task': must(
      step('pause()', '3'),
      'resume() and pause() in one task while paused bring a resume event and then a pause event; the state is paused in both.',
    ),
  },
} as const satisfies Section;
