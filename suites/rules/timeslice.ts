import type { Section } from './rule.ts';
import { passage, specIssue, step, webIdl } from './source.ts';

/** Data that comes while a recording goes on, and the argument of start() that asks for it. */
export const timeslice = {
  id: 'timeslice',
  title: 'Timeslice',
  rules: {
    'timeslice.refused': {
      level: 'must',
      standing: 'settled',
      source: webIdl('unsigned long', 'js-unsigned-long'),
      statement:
        'start() throws a TypeError when its timeslice is a Symbol or a BigInt, and what the conversion throws comes out unchanged; nothing is started.',
    },
    'timeslice.converted-first': {
      level: 'must',
      standing: 'settled',
      source: webIdl('overload resolution', 'dfn-overload-resolution-algorithm'),
      statement:
        'The timeslice is converted before the state and the stream are looked at: a wrong one is a TypeError in every state.',
    },
    'timeslice.converted-once': {
      level: 'must',
      standing: 'settled',
      source: webIdl('unsigned long', 'js-unsigned-long'),
      statement: 'The timeslice is converted exactly once, also in a call that throws for another reason.',
    },
    'timeslice.zero': {
      level: 'must',
      standing: 'settled',
      source: webIdl('unsigned long', 'js-unsigned-long'),
      statement:
        'What converts to zero, such as null, NaN, a negative fraction or 2 to the 32, is a timeslice: data comes unprompted.',
    },
    'timeslice.small': {
      level: 'must',
      standing: 'settled',
      source: webIdl('unsigned long', 'js-unsigned-long'),
      statement:
        'A timeslice is cut to an integer and taken modulo 2 to the 32, so that strings, fractions and numbers beyond bring data unprompted.',
    },
    'timeslice.endless': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '15.7'),
      statement:
        'An undefined timeslice is as if none was given, and -1 is the largest of all: no data comes unprompted.',
    },
    'timeslice.comes-unprompted': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '15.7'),
      statement: 'With a timeslice data comes again and again while the recording goes on.',
    },
    'timeslice.never-early': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '15.7'),
      statement: 'The data of so many timeslices never comes before so much time has passed since start().',
    },
    'timeslice.state-in-event': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '15.7'),
      statement: 'The recorder is recording in the dataavailable events of a timeslice.',
    },
    'timeslice.ends-as-without': {
      level: 'must',
      standing: 'settled',
      source: step('stop()', '4'),
      statement:
        'With a timeslice, too, stop() brings one last dataavailable event and then the stop event, and nothing follows.',
    },
    'timeslice.longer-than-recording': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '15.7'),
      statement:
        'With a timeslice that is longer than the recording all data comes at its end, in one event.',
    },
    'timeslice.while-paused': {
      level: 'must',
      standing: 'unclear',
      source: step('pause()', '3.1'),
      statement: 'While paused no timeslice can fill: at most one that was begun before brings data.',
      note: `What the browser does with data that is on its way when it is paused is open: ${specIssue(191)}`,
    },
    'timeslice.after-resume': {
      level: 'must',
      standing: 'settled',
      source: step('resume()', '3.1'),
      statement: 'After resume() data comes unprompted again.',
    },
    'timeslice.of-its-own-recording': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '2'),
      statement: 'A timeslice holds for the recording that it was given to: the next one without is not cut.',
    },
    'timeslice.with-request-data': {
      level: 'must',
      standing: 'settled',
      source: step('requestData()', '1.1'),
      statement: 'requestData() brings an event of its own beside those of the timeslice, and those go on.',
    },
    'timeslice.disabled-tracks': {
      level: 'must',
      standing: 'settled',
      source: passage('start(), muted and disabled tracks', 'dom-mediarecorder-start'),
      statement:
        'A recording whose tracks are all disabled goes on, and brings data unprompted when they are enabled again.',
    },
    'timeslice.silent-tracks': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '15.7'),
      statement:
        'A recording of sound that is silent goes on, and brings data unprompted at the latest when there is something to hear.',
      note: 'Whether silence fills a timeslice is left open here, for an encoder may need next to no data for it; what was seen is shown.',
    },
  },
} as const satisfies Section;
