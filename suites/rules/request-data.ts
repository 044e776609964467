import type { Section } from './rule.ts';
import { specIssue, step, webIdl } from './source.ts';

/** What requestData() hands out, and when it throws. */
export const requestData = {
  id: 'request-data',
  title: 'requestData()',
  rules: {
    'request-data.returns-undefined': {
      level: 'must',
      standing: 'settled',
      source: webIdl('undefined', 'js-undefined'),
      statement: 'requestData() returns undefined, while recording and while paused.',
    },
    'request-data.throws-before-start': {
      level: 'must',
      standing: 'settled',
      source: step('requestData()', '1'),
      statement:
        'requestData() throws an InvalidStateError DOMException on a recorder that was never started.',
    },
    'request-data.throws-after-stop': {
      level: 'must',
      standing: 'settled',
      source: step('requestData()', '1'),
      statement:
        'requestData() throws an InvalidStateError DOMException as soon as stop() has been called, and after the stop event.',
    },
    'request-data.failed-call-does-nothing': {
      level: 'must',
      standing: 'settled',
      source: step('requestData()', '1'),
      statement: 'A requestData() that throws leaves the recorder inactive and fires no event.',
    },
    'request-data.keeps-the-state': {
      level: 'must',
      standing: 'settled',
      source: step('requestData()', '1'),
      statement: 'requestData() leaves a recording recorder recording and a paused one paused.',
    },
    'request-data.fires-data-once': {
      level: 'must',
      standing: 'settled',
      source: step('requestData()', '1.1'),
      statement: 'requestData() brings exactly one dataavailable event, while recording and while paused.',
    },
    'request-data.fires-after-return': {
      level: 'must',
      standing: 'settled',
      source: step('requestData()', '1'),
      statement:
        'The dataavailable event of requestData() is fired from a task, never within the call or its microtasks.',
    },
    'request-data.same-state-in-event': {
      level: 'must',
      standing: 'settled',
      source: step('requestData()', '1.1'),
      statement: 'The state in the dataavailable event of requestData() is the one in which it was called.',
    },
    'request-data.one-event-per-call': {
      level: 'must',
      standing: 'settled',
      source: step('requestData()', '1.1'),
      statement:
        'Each of several calls of requestData() in one task brings a dataavailable event of its own.',
    },
    'request-data.before-the-final-data': {
      level: 'must',
      standing: 'settled',
      source: step('stop()', '4.2'),
      statement:
        'After requestData(), stop() still brings its own dataavailable event before the stop event.',
    },
    'request-data.right-after-start': {
      level: 'must',
      standing: 'settled',
      source: step('requestData()', '1.1'),
      statement:
        'requestData() in the task of start() brings one dataavailable event, and the recording goes on.',
      note: `Which event comes first is open: the start event is queued by steps that run in parallel. ${specIssue(204)}`,
    },
    'request-data.before-any-media': {
      level: 'must',
      standing: 'settled',
      source: step('requestData()', '1.1'),
      statement: 'requestData() brings its event even when nothing has been recorded yet.',
    },
    'request-data.hands-out-once': {
      level: 'must',
      standing: 'settled',
      source: step('requestData()', '1.2'),
      statement:
        'Data that was handed out is not handed out again: while paused the last of several requests brings an empty Blob.',
    },
    'request-data.goes-on-gathering': {
      level: 'must',
      standing: 'settled',
      source: step('requestData()', '1.2'),
      statement: 'What is recorded after requestData() comes later, at the end of the recording at last.',
    },
  },
} as const satisfies Section;
