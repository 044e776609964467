import { must, type Section } from '../rule.ts';
import { step, webIdl } from '../source.ts';

/** What stop() does to the state, and how a recording ends. */
export const stop = {
  id: 'stop',
  title: 'stop()',
  rules: {
    'stop.sets-inactive': must(
      step('inactivate the recorder', '2'),
      'When stop() has returned, the recorder is inactive.',
    ),
    'stop.returns-undefined': must(
      webIdl('undefined', 'js-undefined'),
      'stop() returns undefined in every state.',
    ),
    'stop.does-nothing-before-start': must(
      step('stop()', '2'),
      'stop() on a recorder that was never started does not throw and fires no event.',
    ),
    'stop.does-nothing-after-stop': must(
      step('stop()', '2'),
      'stop() on a recorder that has been stopped does not throw and fires no further event.',
    ),
    'stop.twice-in-one-task-stops-once': must(
      step('stop()', '2'),
      'The second of two calls of stop() in one task does nothing: one dataavailable and one stop event come.',
    ),
    'stop.fires-data-then-stop': must(
      step('stop()', '4'),
      'Without timeslice and requestData(), stop() brings exactly one dataavailable event and then a stop event.',
    ),
    'stop.delivers-data': must(
      step('stop()', '4.2'),
      'The final dataavailable event carries what was recorded.',
    ),
    'stop.fires-after-return': must(
      step('stop()', '4'),
      'The events of stop() are fired from a task, never within the call or its microtasks.',
    ),
    'stop.inactive-in-data-event': must(
      step('stop()', '3'),
      'The recorder is inactive in the final dataavailable event.',
    ),
    'stop.inactive-in-stop-event': must(step('stop()', '3'), 'The recorder is inactive in the stop event.'),
    'stop.fires-both-in-one-task': must(
      step('stop()', '4'),
      'The final dataavailable event and the stop event are fired in one task: no other task runs between them.',
    ),
    'stop.fires-nothing-afterwards': must(step('stop()', '4.3'), 'Nothing follows the stop event.'),
    'stop.while-paused-fires-data-then-stop': must(
      step('stop()', '4'),
      'stop() while paused brings one dataavailable event and then a stop event, and no resume event.',
    ),
    'stop.while-paused-delivers-data': must(
      step('pause()', '3.1'),
      'What was recorded before a pause is delivered when the recorder is stopped while paused.',
    ),
    'stop.with-the-tracks': must(
      step('start()', '15.8'),
      'When stop() is called and all tracks end in one task, the recorder is inactive, and dataavailable and stop come once, or once for each of the two.',
      {
        standing: 'unclear',
        note: 'Each of the two queues its own events, and nothing in the text takes either back; a test of Web Platform Tests wants them once: https://github.com/web-platform-tests/wpt/pull/55100',
      },
    ),
    'stop.with-a-removed-track': must(
      step('start()', '15.5'),
      'When stop() is called and a track is removed in one task, the recorder ends with the events of stop(), with those of the changed stream, or with both.',
      {
        standing: 'unclear',
        note: 'Each of the two queues its own events, and nothing in the text takes either back: https://github.com/web-platform-tests/wpt/pull/55100',
      },
    ),
    'stop.with-requested-data': must(
      step('requestData()', '1.1'),
      'requestData() and stop() in one task bring one dataavailable event for each, or one for both, and then the stop event.',
      {
        standing: 'unclear',
        note: 'Nothing in the text takes the event back that was asked for before the state changed.',
      },
    ),
    'stop.with-pause': must(
      step('pause()', '3.2'),
      'pause() and stop() in one task bring dataavailable and stop, with or without the pause event before.',
      {
        standing: 'unclear',
        note: 'Nothing in the text takes the pause event back, though the recorder is inactive when it comes.',
      },
    ),
  },
} as const satisfies Section;
