import type { Section } from './rule.ts';
import { step, webIdl } from './source.ts';

/** What stop() does to the state, and how a recording ends. */
export const stop = {
  id: 'stop',
  title: 'stop()',
  rules: {
    'stop.sets-inactive': {
      level: 'must',
      standing: 'settled',
      source: step('inactivate the recorder', '2'),
      statement: 'When stop() has returned, the recorder is inactive.',
    },
    'stop.returns-undefined': {
      level: 'must',
      standing: 'settled',
      source: webIdl('undefined', 'js-undefined'),
      statement: 'stop() returns undefined in every state.',
    },
    'stop.does-nothing-before-start': {
      level: 'must',
      standing: 'settled',
      source: step('stop()', '2'),
      statement: 'stop() on a recorder that was never started does not throw and fires no event.',
    },
    'stop.does-nothing-after-stop': {
      level: 'must',
      standing: 'settled',
      source: step('stop()', '2'),
      statement: 'stop() on a recorder that has been stopped does not throw and fires no further event.',
    },
    'stop.twice-in-one-task-stops-once': {
      level: 'must',
      standing: 'settled',
      source: step('stop()', '2'),
      statement:
        'The second of two calls of stop() in one task does nothing: one dataavailable and one stop event come.',
    },
    'stop.fires-data-then-stop': {
      level: 'must',
      standing: 'settled',
      source: step('stop()', '4'),
      statement:
        'Without timeslice and requestData(), stop() brings exactly one dataavailable event and then a stop event.',
    },
    'stop.delivers-data': {
      level: 'must',
      standing: 'settled',
      source: step('stop()', '4.2'),
      statement: 'The final dataavailable event carries what was recorded.',
    },
    'stop.fires-after-return': {
      level: 'must',
      standing: 'settled',
      source: step('stop()', '4'),
      statement: 'The events of stop() are fired from a task, never within the call or its microtasks.',
    },
    'stop.inactive-in-data-event': {
      level: 'must',
      standing: 'settled',
      source: step('stop()', '3'),
      statement: 'The recorder is inactive in the final dataavailable event.',
    },
    'stop.inactive-in-stop-event': {
      level: 'must',
      standing: 'settled',
      source: step('stop()', '3'),
      statement: 'The recorder is inactive in the stop event.',
    },
    'stop.fires-both-in-one-task': {
      level: 'must',
      standing: 'settled',
      source: step('stop()', '4'),
      statement:
        'The final dataavailable event and the stop event are fired in one task: no other task runs between them.',
    },
    'stop.fires-nothing-afterwards': {
      level: 'must',
      standing: 'settled',
      source: step('stop()', '4.3'),
      statement: 'Nothing follows the stop event.',
    },
    'stop.while-paused-fires-data-then-stop': {
      level: 'must',
      standing: 'settled',
      source: step('stop()', '4'),
      statement:
        'stop() while paused brings one dataavailable event and then a stop event, and no resume event.',
    },
    'stop.while-paused-delivers-data': {
      level: 'must',
      standing: 'settled',
      source: step('pause()', '3.1'),
      statement: 'What was recorded before a pause is delivered when the recorder is stopped while paused.',
    },
    'stop.with-the-tracks': {
      level: 'must',
      standing: 'unclear',
      source: step('start()', '15.8'),
      statement:
        'When stop() is called and all tracks end in one task, the recorder is inactive, and dataavailable and stop come once, or once for each of the two.',
      note: 'Each of the two queues its own events, and nothing in the text takes either back; a test of Web Platform Tests wants them once: https://github.com/web-platform-tests/wpt/pull/55100',
    },
    'stop.with-a-removed-track': {
      level: 'must',
      standing: 'unclear',
      source: step('start()', '15.5'),
      statement:
        'When stop() is called and a track is removed in one task, the recorder ends with the events of stop(), with those of the changed stream, or with both.',
      note: 'Each of the two queues its own events, and nothing in the text takes either back: https://github.com/web-platform-tests/wpt/pull/55100',
    },
    'stop.with-requested-data': {
      level: 'must',
      standing: 'unclear',
      source: step('requestData()', '1.1'),
      statement:
        'requestData() and stop() in one task bring one dataavailable event for each, or one for both, and then the stop event.',
      note: 'Nothing in the text takes the event back that was asked for before the state changed.',
    },
    'stop.with-pause': {
      level: 'must',
      standing: 'unclear',
      source: step('pause()', '3.2'),
      statement:
        'pause() and stop() in one task bring dataavailable and stop, with or without the pause event before.',
      note: 'Nothing in the text takes the pause event back, though the recorder is inactive when it comes.',
    },
  },
} as const satisfies Section;
