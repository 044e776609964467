import type { Section } from './rule.ts';
import { specIssue, step, webIdl } from './source.ts';

/** What pause() does to the state, which event it brings, and when it throws. */
export const pause = {
  id: 'pause',
  title: 'pause()',
  rules: {
    'pause.sets-paused': {
      level: 'must',
      standing: 'settled',
      source: step('pause()', '3'),
      statement: 'When pause() has returned, the recorder is paused.',
    },
    'pause.returns-undefined': {
      level: 'must',
      standing: 'settled',
      source: webIdl('undefined', 'js-undefined'),
      statement: 'pause() returns undefined, while recording and while paused.',
    },
    'pause.throws-before-start': {
      level: 'must',
      standing: 'settled',
      source: step('pause()', '1'),
      statement: 'pause() throws an InvalidStateError DOMException on a recorder that was never started.',
    },
    'pause.throws-after-stop': {
      level: 'must',
      standing: 'settled',
      source: step('pause()', '1'),
      statement:
        'pause() throws an InvalidStateError DOMException as soon as stop() has been called, and after the stop event.',
    },
    'pause.failed-call-does-nothing': {
      level: 'must',
      standing: 'settled',
      source: step('pause()', '1'),
      statement: 'A pause() that throws leaves the recorder inactive and fires no event.',
    },
    'pause.does-nothing-while-paused': {
      level: 'must',
      standing: 'settled',
      source: step('pause()', '2'),
      statement:
        'pause() while paused does not throw, leaves the recorder paused and fires no second pause event.',
    },
    'pause.fires-pause-once': {
      level: 'must',
      standing: 'settled',
      source: step('pause()', '3.2'),
      statement: 'pause() brings exactly one pause event.',
    },
    'pause.fires-after-return': {
      level: 'must',
      standing: 'settled',
      source: step('pause()', '3'),
      statement: 'The pause event is fired from a task, never within the call or its microtasks.',
    },
    'pause.paused-in-pause-event': {
      level: 'must',
      standing: 'settled',
      source: step('pause()', '3'),
      statement: 'The recorder is paused in the pause event.',
    },
    'pause.fires-no-data': {
      level: 'must',
      standing: 'settled',
      source: step('pause()', '3.1'),
      statement: 'pause() hands no data out: what was gathered is kept for later.',
    },
    'pause.again-after-resume': {
      level: 'must',
      standing: 'settled',
      source: step('pause()', '3'),
      statement:
        'A recording can be paused and resumed again and again, each call with its own event, in order.',
    },
    'pause.before-start-event': {
      level: 'must',
      standing: 'settled',
      source: step('pause()', '3.2'),
      statement:
        'pause() in the task of start() leaves the recorder paused and brings one start and one pause event.',
      note: `Which event comes first is open: the start event is queued by steps that run in parallel. ${specIssue(204)}`,
    },
    'pause.can-be-stopped-later': {
      level: 'must',
      standing: 'settled',
      source: step('stop()', '4'),
      statement:
        'What is recorded before a pause and after it is handed out in one Blob: a pause alone cuts nothing.',
    },
    'pause.others-go-on': {
      level: 'must',
      standing: 'settled',
      source: step('pause()', '3.1'),
      statement: 'A recorder that is paused does not keep another recorder of the same stream from its data.',
    },
  },
} as const satisfies Section;
