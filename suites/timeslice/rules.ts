import { must, type Section } from '../rule.ts';
import { passage, specIssue, step, webIdl } from '../source.ts';

/** Data that comes while a recording goes on, and the argument of start() that asks for it. */
export const timeslice = {
  id: 'timeslice',
  title: 'Timeslice',
  rules: {
    'timeslice.refused': must(
      webIdl('unsigned long', 'js-unsigned-long'),
      'start() throws a TypeError when its timeslice is a Symbol or a BigInt, and what the conversion throws comes out unchanged; nothing is started.',
    ),
    'timeslice.converted-first': must(
      webIdl('overload resolution', 'dfn-overload-resolution-algorithm'),
      'The timeslice is converted before the state and the stream are looked at: a wrong one is a TypeError in every state.',
    ),
    'timeslice.converted-once': must(
      webIdl('unsigned long', 'js-unsigned-long'),
      'The timeslice is converted exactly once, also in a call that throws for another reason.',
    ),
    'timeslice.zero': must(
      webIdl('unsigned long', 'js-unsigned-long'),
      'What converts to zero, such as null, NaN, a negative fraction or 2 to the 32, is a timeslice: data comes unprompted.',
    ),
    'timeslice.small': must(
      webIdl('unsigned long', 'js-unsigned-long'),
      'A timeslice is cut to an integer and taken modulo 2 to the 32, so that strings, fractions and numbers beyond bring data unprompted.',
    ),
    'timeslice.endless': must(
      step('start()', '15.7'),
      'An undefined timeslice is as if none was given, and -1 is the largest of all: no data comes unprompted.',
    ),
    'timeslice.comes-unprompted': must(
      step('start()', '15.7'),
      'With a timeslice data comes again and again while the recording goes on.',
    ),
    'timeslice.never-early': must(
      step('start()', '15.7'),
      'The data of so many timeslices never comes before so much time has passed since start().',
    ),
    'timeslice.state-in-event': must(
      step('start()', '15.7'),
      'The recorder is recording in the dataavailable events of a timeslice.',
    ),
    'timeslice.ends-as-without': must(
      step('stop()', '4'),
      'With a timeslice, too, stop() brings one last dataavailable event and then the stop event, and nothing follows.',
    ),
    'timeslice.longer-than-recording': must(
      step('start()', '15.7'),
      'With a timeslice that is longer than the recording all data comes at its end, in one event.',
    ),
    'timeslice.while-paused': must(
      step('pause()', '3.1'),
      'While paused no timeslice can fill: at most one that was begun before brings data.',
      {
        standing: 'unclear',
        note: `What the browser does with data that is on its way when it is paused is open: ${specIssue(191)}`,
      },
    ),
    'timeslice.after-resume': must(step('resume()', '3.1'), 'After resume() data comes unprompted again.'),
    'timeslice.of-its-own-recording': must(
      step('start()', '2'),
      'A timeslice holds for the recording that it was given to: the next one without is not cut.',
    ),
    'timeslice.with-request-data': must(
      step('requestData()', '1.1'),
      'requestData() brings an event of its own beside those of the timeslice, and those go on.',
    ),
    'timeslice.disabled-tracks': must(
      passage('start(), muted and disabled tracks', 'dom-mediarecorder-start'),
      'A recording whose tracks are all disabled goes on, and brings data unprompted when they are enabled again.',
    ),
    'timeslice.silent-tracks': must(
      step('start()', '15.7'),
      'A recording of sound that is silent goes on, and brings data unprompted at the latest when there is something to hear.',
      {
        note: 'Whether silence fills a timeslice is left open here, for an encoder may need next to no data for it; what was seen is shown.',
      },
    ),
  },
} as const satisfies Section;
