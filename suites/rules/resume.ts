import type { Section } from './rule.ts';
import { step, webIdl } from './source.ts';

/** What resume() does to the state, which event it brings, and when it throws. */
export const resume = {
  id: 'resume',
  title: 'resume()',
  rules: {
    'resume.sets-recording': {
      level: 'must',
      standing: 'settled',
      source: step('resume()', '3'),
      statement: 'When resume() has returned, the recorder is recording.',
    },
    'resume.returns-undefined': {
      level: 'must',
      standing: 'settled',
      source: webIdl('undefined', 'js-undefined'),
      statement: 'resume() returns undefined, while paused and while recording.',
    },
    'resume.throws-before-start': {
      level: 'must',
      standing: 'settled',
      source: step('resume()', '1'),
      statement: 'resume() throws an InvalidStateError DOMException on a recorder that was never started.',
    },
    'resume.throws-after-stop': {
      level: 'must',
      standing: 'settled',
      source: step('resume()', '1'),
      statement:
        'resume() throws an InvalidStateError DOMException as soon as stop() has been called, and after the stop event.',
    },
    'resume.failed-call-does-nothing': {
      level: 'must',
      standing: 'settled',
      source: step('resume()', '1'),
      statement: 'A resume() that throws leaves the recorder inactive and fires no event.',
    },
    'resume.does-nothing-while-recording': {
      level: 'must',
      standing: 'settled',
      source: step('resume()', '2'),
      statement:
        'resume() while recording does not throw, leaves the recorder recording and fires no resume event.',
    },
    'resume.fires-resume-once': {
      level: 'must',
      standing: 'settled',
      source: step('resume()', '3.2'),
      statement: 'resume() brings exactly one resume event.',
    },
    'resume.fires-after-return': {
      level: 'must',
      standing: 'settled',
      source: step('resume()', '3'),
      statement: 'The resume event is fired from a task, never within the call or its microtasks.',
    },
    'resume.recording-in-resume-event': {
      level: 'must',
      standing: 'settled',
      source: step('resume()', '3'),
      statement: 'The recorder is recording in the resume event.',
    },
    'resume.fires-no-data': {
      level: 'must',
      standing: 'settled',
      source: step('resume()', '3.1'),
      statement: 'resume() hands no data out and fires no second start event.',
    },
    'resume.after-pause-in-one-task': {
      level: 'must',
      standing: 'settled',
      source: step('resume()', '3'),
      statement:
        'pause() and resume() in one task bring a pause event and then a resume event; the state is recording in both.',
    },
    'resume.then-pause-in-one-task': {
      level: 'must',
      standing: 'settled',
      source: step('pause()', '3'),
      statement:
        'resume() and pause() in one task while paused bring a resume event and then a pause event; the state is paused in both.',
    },
  },
} as const satisfies Section;
