import { must, type Section } from '../rule.ts';
import { specIssue, step, webIdl } from '../source.ts';

/** What requestData() hands out, and when it throws. */
export const requestData = {
  id: 'request-data',
  title: 'requestData()',
  rules: {
    'request-data.returns-undefined': must(
      webIdl('undefined', 'js-undefined'),
      'requestData() returns undefined, while recording and while paused.',
    ),
    'request-data.throws-before-start': must(
      step('requestData()', '1'),
      'requestData() throws an InvalidStateError DOMException on a recorder that was never started.',
    ),
    'request-data.throws-after-stop': must(
      step('requestData()', '1'),
      'requestData() throws an InvalidStateError DOMException as soon as stop() has been called, and after the stop event.',
    ),
    'request-data.failed-call-does-nothing': must(
      step('requestData()', '1'),
      'A requestData() that throws leaves the recorder inactive and fires no event.',
    ),
    'request-data.keeps-the-state': must(
      step('requestData()', '1'),
      'requestData() leaves a recording recorder recording and a paused one paused.',
    ),
    'request-data.fires-data-once': must(
      step('requestData()', '1.1'),
      'requestData() brings exactly one dataavailable event, while recording and while paused.',
    ),
    'request-data.fires-after-return': must(
      step('requestData()', '1'),
      'The dataavailable event of requestData() is fired from a task, never within the call or its microtasks.',
    ),
    'request-data.same-state-in-event': must(
      step('requestData()', '1.1'),
      'The state in the dataavailable event of requestData() is the one in which it was called.',
    ),
    'request-data.one-event-per-call': must(
      step('requestData()', '1.1'),
      'Each of several calls of requestData() in one task brings a dataavailable event of its own.',
    ),
    'request-data.before-the-final-data': must(
      step('stop()', '4.2'),
      'After requestData(), stop() still brings its own dataavailable event before the stop event.',
    ),
    'request-data.right-after-start': must(
      step('requestData()', '1.1'),
      'requestData() in the task of start() brings one dataavailable event, and the recording goes on.',
      {
        note: `Which event comes first is open: the start event is queued by steps that run in parallel. ${specIssue(204)}`,
      },
    ),
    'request-data.before-any-media': must(
      step('requestData()', '1.1'),
      'requestData() brings its event even when nothing has been recorded yet.',
    ),
    'request-data.hands-out-once': must(
      step('requestData()', '1.2'),
      'Data that was handed out is not handed out again: while paused the last of several requests brings an empty Blob.',
    ),
    'request-data.goes-on-gathering': must(
      step('requestData()', '1.2'),
      'What is recorded after requestData() comes later, at the end of the recording at last.',
    ),
  },
} as const satisfies Section;
