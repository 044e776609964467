import type { Section } from './rule.ts';
import { passage, specIssue, step, webIdl } from './source.ts';

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
    'start.without-media': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '15.3'),
      statement: 'The start event does not wait for media: it comes when no track has brought any yet.',
      note: `This was asked, and answered so, in ${specIssue(133)}`,
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
    'start.state-before-activity': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '5'),
      statement:
        'While recording start() throws an InvalidStateError even when all tracks have just ended: the state is checked before the stream is.',
    },
    'start.activity-before-type': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '7'),
      statement:
        'That the stream is inactive is found out before its tracks are held against the type and the options.',
      untestable:
        'Each of these checks throws the same exception, and none of them changes anything that can be seen.',
    },
    'start.type-cannot-hold-a-track': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '14'),
      statement:
        'start() throws a NotSupportedError DOMException when the stream has a video track and the type that was asked for is one of audio.',
    },
    'start.failed-type-keeps-inactive': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '14'),
      statement:
        'A start() that throws for a track that cannot be recorded leaves the recorder inactive and fires no event; without that track it can be started.',
    },
    'start.codecs-lack-a-kind': {
      level: 'must',
      standing: 'unclear',
      source: step('start()', '14'),
      statement:
        'A stream with a kind of track for which the type names no codec is recorded, or start() throws a NotSupportedError.',
      note: `Whether codecs that are given leave room for others is open: ${specIssue(194)}`,
    },
    'start.both-key-frame-options-throw': {
      level: 'should',
      standing: 'settled',
      source: step('start()', '12'),
      statement: 'start() throws a NotSupportedError DOMException when both key-frame options were given.',
      note: `A test of Web Platform Tests expects the constructor to throw already; the text places the check in start(): ${specIssue(219)}`,
    },
    'start.one-key-frame-option': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '12'),
      statement: 'With either of the key-frame options alone start() does not throw, whatever its value is.',
    },
    'start.ended-beside-live': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '4'),
      statement:
        'A stream in which one track has ended and another is live can be recorded; mimeType names a codec for the live one only.',
    },
    'start.ended-beside-live-ends': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '15.8'),
      statement:
        'A recording ends with its own tracks: one that had ended before start() does not keep it waiting.',
    },
    'start.tracks-of-the-moment': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '4'),
      statement:
        'What is recorded are the tracks that the stream has when start() is called, not those that it had when the recorder was made.',
    },
    'start.tracks-removed-before': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '7'),
      statement:
        'start() throws a NotSupportedError DOMException when all tracks have been removed from the stream since the recorder was made.',
    },
    'start.earlier-changes': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '15.5'),
      statement:
        'Changes of the stream before start() do not end the recording, even when they were made in the same task.',
    },
    'start.then-stop-in-one-task': {
      level: 'must',
      standing: 'settled',
      source: step('stop()', '4'),
      statement:
        'start() and stop() in one task leave the recorder inactive and bring exactly one dataavailable event and then one stop event.',
    },
    'start.then-stop-fires-start': {
      level: 'must',
      standing: 'unclear',
      source: step('start()', '15.3.4'),
      statement: 'start() and stop() in one task still bring one start event.',
      note: `Nothing takes the start event back; whether it comes before or after the others is open, for one task is queued in parallel: ${specIssue(204)}`,
    },
    'start.before-stop-event': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '5'),
      statement:
        'start() can be called as soon as stop() has returned; the events of the first recording still come, before the start event of the second.',
    },
    'start.before-stop-event-goes-on': {
      level: 'must',
      standing: 'unclear',
      source: step('stop()', '4.1'),
      statement:
        'A recording that was begun before the stop event of the one before can be stopped, with a dataavailable and a stop event of its own.',
      note: 'Read literally the task of the first stop() stops gathering data for the second recording, too.',
    },
    'start.within-final-data-event': {
      level: 'must',
      standing: 'settled',
      source: step('stop()', '4.2'),
      statement:
        'start() works within the final dataavailable event; the stop event still comes before the start event of the new recording.',
    },
    'start.events-only-from-the-summary': {
      level: 'must',
      standing: 'settled',
      source: passage('event summary', 'event-summary'),
      statement: 'A recording that nothing disturbs fires no error event.',
    },
  },
} as const satisfies Section;
