import type { Section } from './rule.ts';
import { passage, step, webIdl } from './source.ts';

/** What start() does to the state, which events it brings, and when it throws. */
export const start = {
  id: 'start',
  title: 'start()',
  rules: {
    'start.sets-recording': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '15'),
      statement: 'When start() has returned, the recorder is recording.',
    },
    'start.returns-undefined': {
      level: 'must',
      standing: 'settled',
      source: webIdl('undefined', 'js-undefined'),
      statement: 'start() returns undefined.',
    },
    'start.throws-while-recording': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '5'),
      statement: 'start() throws an InvalidStateError DOMException while recording.',
    },
    'start.throws-while-paused': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '5'),
      statement: 'start() throws an InvalidStateError DOMException while paused.',
    },
    'start.failed-call-keeps-recording': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '5'),
      statement:
        'A start() that throws while recording leaves that recording alone: it goes on, and ends as usual.',
    },
    'start.failed-call-keeps-paused': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '5'),
      statement: 'A start() that throws while paused leaves the recorder paused, and it can be resumed.',
    },
    'start.throws-without-tracks': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '7'),
      statement: 'start() throws a NotSupportedError DOMException when the stream has no track.',
    },
    'start.throws-when-tracks-ended': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '7'),
      statement: 'start() throws a NotSupportedError DOMException when every track of the stream has ended.',
    },
    'start.failed-call-keeps-inactive': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '7'),
      statement:
        'A start() that throws for an inactive stream leaves the recorder inactive and fires no event.',
    },
    'start.fires-start-once': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '15.3.4'),
      statement: 'A recording fires exactly one start event.',
    },
    'start.fires-start-after-return': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '15.3'),
      statement: 'The start event is fired from a task, never within the call of start() or its microtasks.',
    },
    'start.recording-in-start-event': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '15.3.4'),
      statement: 'The recorder is recording in the start event.',
    },
    'start.start-event-before-data': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '15.3'),
      statement: 'The start event comes before the first dataavailable event.',
    },
    'start.no-data-unprompted': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '15.7'),
      statement:
        'Without a timeslice no dataavailable event comes until requestData(), stop() or the end of the tracks.',
    },
    'start.again-after-stop': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '5'),
      statement:
        'After a stop event the recorder can be started again, and the second recording has data of its own.',
    },
    'start.again-fires-the-same-events': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '15'),
      statement:
        'A second recording fires the same sequence of events as the first: start, dataavailable, stop.',
    },
    'start.again-within-stop-event': {
      level: 'must',
      standing: 'settled',
      source: step('stop()', '4.3'),
      statement: 'start() works within the stop event, where the recorder is inactive.',
    },
    'start.events-only-from-the-summary': {
      level: 'must',
      standing: 'settled',
      source: passage('event summary', 'event-summary'),
      statement: 'A recording that nothing disturbs fires no error event.',
    },
  },
} as const satisfies Section;
