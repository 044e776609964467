import { must, should, type Section } from '../rule.ts';
import { passage, specIssue, step, webIdl } from '../source.ts';

/** What start() does to the state, which events it brings, and when it throws. */
export const start = {
  id: 'start',
  title: 'start()',
  rules: {
    'start.sets-recording': must(
      step('start()', '15'),
      'When start() has returned, the recorder is recording.',
    ),
    'start.returns-undefined': must(webIdl('undefined', 'js-undefined'), 'start() returns undefined.'),
    'start.throws-while-recording': must(
      step('start()', '5'),
      'start() throws an InvalidStateError DOMException while recording.',
    ),
    'start.throws-while-paused': must(
      step('start()', '5'),
      'start() throws an InvalidStateError DOMException while paused.',
    ),
    'start.failed-call-keeps-recording': must(
      step('start()', '5'),
      'A start() that throws while recording leaves that recording alone: it goes on, and ends as usual.',
    ),
    'start.failed-call-keeps-paused': must(
      step('start()', '5'),
      'A start() that throws while paused leaves the recorder paused, and it can be resumed.',
    ),
    'start.throws-without-tracks': must(
      step('start()', '7'),
      'start() throws a NotSupportedError DOMException when the stream has no track.',
    ),
    'start.throws-when-tracks-ended': must(
      step('start()', '7'),
      'start() throws a NotSupportedError DOMException when every track of the stream has ended.',
    ),
    'start.failed-call-keeps-inactive': must(
      step('start()', '7'),
      'A start() that throws for an inactive stream leaves the recorder inactive and fires no event.',
    ),
    'start.fires-start-once': must(step('start()', '15.3.4'), 'A recording fires exactly one start event.'),
    'start.fires-start-after-return': must(
      step('start()', '15.3'),
      'The start event is fired from a task, never within the call of start() or its microtasks.',
    ),
    'start.without-media': must(
      step('start()', '15.3'),
      'The start event does not wait for media: it comes when no track has brought any yet.',
      { note: `This was asked, and answered so, in ${specIssue(133)}` },
    ),
    'start.recording-in-start-event': must(
      step('start()', '15.3.4'),
      'The recorder is recording in the start event.',
    ),
    'start.start-event-before-data': must(
      step('start()', '15.3'),
      'The start event comes before the first dataavailable event.',
    ),
    'start.no-data-unprompted': must(
      step('start()', '15.7'),
      'Without a timeslice no dataavailable event comes until requestData(), stop() or the end of the tracks.',
    ),
    'start.again-after-stop': must(
      step('start()', '5'),
      'After a stop event the recorder can be started again, and the second recording has data of its own.',
    ),
    'start.again-fires-the-same-events': must(
      step('start()', '15'),
      'A second recording fires the same sequence of events as the first: start, dataavailable, stop.',
    ),
    'start.again-within-stop-event': must(
      step('stop()', '4.3'),
      'start() works within the stop event, where the recorder is inactive.',
    ),
    'start.state-before-activity': must(
      step('start()', '5'),
      'While recording start() throws an InvalidStateError even when all tracks have just ended: the state is checked before the stream is.',
    ),
    'start.activity-before-type': must(
      step('start()', '7'),
      'That the stream is inactive is found out before its tracks are held against the type and the options.',
      {
        untestable:
          'Each of these checks throws the same exception, and none of them changes anything that can be seen.',
      },
    ),
    'start.type-cannot-hold-a-track': must(
      step('start()', '14'),
      'start() throws a NotSupportedError DOMException when the stream has a video track and the type that was asked for is one of audio.',
    ),
    'start.failed-type-keeps-inactive': must(
      step('start()', '14'),
      'A start() that throws for a track that cannot be recorded leaves the recorder inactive and fires no event; without that track it can be started.',
    ),
    'start.codecs-lack-a-kind': must(
      step('start()', '14'),
      'A stream with a kind of track for which the type names no codec is recorded, or start() throws a NotSupportedError.',
      {
        standing: 'unclear',
        note: `Whether codecs that are given leave room for others is open: ${specIssue(194)}`,
      },
    ),
    'start.both-key-frame-options-throw': should(
      step('start()', '12'),
      'start() throws a NotSupportedError DOMException when both key-frame options were given.',
      {
        note: `A test of Web Platform Tests expects the constructor to throw already; the text places the check in start(): ${specIssue(219)}`,
      },
    ),
    'start.one-key-frame-option': must(
      step('start()', '12'),
      'With either of the key-frame options alone start() does not throw, whatever its value is.',
    ),
    'start.ended-beside-live': must(
      step('start()', '4'),
      'A stream in which one track has ended and another is live can be recorded; mimeType names a codec for the live one only.',
    ),
    'start.ended-beside-live-ends': must(
      step('start()', '15.8'),
      'A recording ends with its own tracks: one that had ended before start() does not keep it waiting.',
    ),
    'start.tracks-of-the-moment': must(
      step('start()', '4'),
      'What is recorded are the tracks that the stream has when start() is called, not those that it had when the recorder was made.',
    ),
    'start.tracks-removed-before': must(
      step('start()', '7'),
      'start() throws a NotSupportedError DOMException when all tracks have been removed from the stream since the recorder was made.',
    ),
    'start.earlier-changes': must(
      step('start()', '15.5'),
      'Changes of the stream before start() do not end the recording, even when they were made in the same task.',
    ),
    'start.then-stop-in-one-task': must(
      step('stop()', '4'),
      'start() and stop() in one task leave the recorder inactive and bring exactly one dataavailable event and then one stop event.',
    ),
    'start.then-stop-fires-start': must(
      step('start()', '15.3.4'),
      'start() and stop() in one task still bring one start event.',
      {
        standing: 'unclear',
        note: `Nothing takes the start event back; whether it comes before or after the others is open, for one task is queued in parallel: ${specIssue(204)}`,
      },
    ),
    'start.before-stop-event': must(
      step('start()', '5'),
      'start() can be called as soon as stop() has returned; the events of the first recording still come, before the start event of the second.',
    ),
    'start.before-stop-event-goes-on': must(
      step('stop()', '4.1'),
      'A recording that was begun before the stop event of the one before can be stopped, with a dataavailable and a stop event of its own.',
      {
        standing: 'unclear',
        note: 'Read literally the task of the first stop() stops gathering data for the second recording, too.',
      },
    ),
    'start.within-final-data-event': must(
      step('stop()', '4.2'),
      'start() works within the final dataavailable event; the stop event still comes before the start event of the new recording.',
    ),
    'start.events-only-from-the-summary': must(
      passage('event summary', 'event-summary'),
      'A recording that nothing disturbs fires no error event.',
    ),
  },
} as const satisfies Section;
