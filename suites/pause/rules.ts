import { must, type Section } from '../rule.ts';
import { specIssue, step, webIdl } from '../source.ts';

/** What pause() does to the state, which event it brings, and when it throws. */
export const pause = {
  id: 'pause',
  title: 'pause()',
  rules: {
    'pause.sets-paused': must(step('pause()', '3'), 'When pause() has returned, the recorder is paused.'),
    'pause.returns-undefined': must(
      webIdl('undefined', 'js-undefined'),
      'pause() returns undefined, while recording and while paused.',
    ),
    'pause.throws-before-start': must(
      step('pause()', '1'),
      'pause() throws an InvalidStateError DOMException on a recorder that was never started.',
    ),
    'pause.throws-after-stop': must(
      step('pause()', '1'),
      'pause() throws an InvalidStateError DOMException as soon as stop() has been called, and after the stop event.',
    ),
    'pause.failed-call-does-nothing': must(
      step('pause()', '1'),
      'A pause() that throws leaves the recorder inactive and fires no event.',
    ),
    'pause.does-nothing-while-paused': must(
      step('pause()', '2'),
      'pause() while paused does not throw, leaves the recorder paused and fires no second pause event.',
    ),
    'pause.fires-pause-once': must(step('pause()', '3.2'), 'pause() brings exactly one pause event.'),
    'pause.fires-after-return': must(
      step('pause()', '3'),
      'The pause event is fired from a task, never within the call or its microtasks.',
    ),
    'pause.paused-in-pause-event': must(step('pause()', '3'), 'The recorder is paused in the pause event.'),
    'pause.fires-no-data': must(
      step('pause()', '3.1'),
      'pause() hands no data out: what was gathered is kept for later.',
    ),
    'pause.again-after-resume': must(
      step('pause()', '3'),
      'A recording can be paused and resumed again and again, each call with its own event, in order.',
    ),
    'pause.before-start-event': must(
      step('pause()', '3.2'),
      'pause() in the task of start() leaves the recorder paused and brings one start and one pause event.',
      {
        note: `Which event comes first is open: the start event is queued by steps that run in parallel. ${specIssue(204)}`,
      },
    ),
    'pause.can-be-stopped-later': must(
      step('stop()', '4'),
      'What is recorded before a pause and after it is handed out in one Blob: a pause alone cuts nothing.',
    ),
    'pause.others-go-on': must(
      step('pause()', '3.1'),
      'A recorder that is paused does not keep another recorder of the same stream from its data.',
    ),
  },
} as const satisfies Section;
