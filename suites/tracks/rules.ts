import { TRUST } from '../beyond-scripts.ts';
import { must, type Section } from '../rule.ts';
import { dom, passage, specIssue, step } from '../source.ts';

/** What becomes of a recording whose stream changes, or whose tracks end. */
export const tracks = {
  id: 'tracks',
  title: 'Tracks that change or end',
  rules: {
    'tracks.change-ends-recording': must(
      step('start()', '15.5'),
      'A track that is added to the stream or removed from it ends the recording: error, then dataavailable, then stop.',
      { note: `Whether the data should come before the error was asked once: ${specIssue(118)}` },
    ),
    'tracks.inactive-in-each-event': must(
      step('start()', '15.5.1'),
      'The recorder is inactive in the error, the dataavailable and the stop event of a changed stream.',
    ),
    'tracks.change-ends-in-a-task': must(
      step('start()', '15.5'),
      'A changed stream ends the recording from a task: when the call that changed it returns the recorder is still recording and no event has come.',
    ),
    'tracks.events-in-one-task': must(
      step('start()', '15.5'),
      'The three events of a changed stream are fired in one task: no other task runs between them.',
    ),
    'tracks.error-event-interface': must(
      passage('error events', 'errorevent-section'),
      'The error event of a changed stream is an ErrorEvent.',
    ),
    'tracks.error-event-form': must(
      dom('firing events', 'firing-events'),
      'The error event does not bubble, cannot be cancelled, and has the recorder as its target.',
    ),
    'tracks.error-event-is-trusted': must(
      dom('firing events', 'firing-events'),
      'The error event is trusted.',
      { beyondScripts: TRUST },
    ),
    'tracks.error-names-the-reason': must(
      passage('exception summary', 'exception-summary'),
      'The error of the error event of a changed stream is a DOMException named InvalidModificationError.',
      {
        standing: 'interop',
        note: 'The spec fires an error event "named InvalidModificationError" and does not say which attribute holds that name.',
      },
    ),
    'tracks.change-delivers-data': must(
      step('start()', '15.5.3'),
      'What was recorded before the stream changed is delivered.',
    ),
    'tracks.nothing-after-the-end': must(
      step('start()', '15.5.4'),
      'A changed stream brings one error event, and nothing follows the stop event.',
    ),
    'tracks.error-then-start-again': must(
      step('start()', '5'),
      'A recorder that an error has ended can be started again.',
    ),
    'tracks.change-while-inactive': must(
      step('start()', '15.5'),
      'A stream that changes before the recording starts brings no event.',
    ),
    'tracks.same-track-added': must(
      {
        label: 'Media Capture and Streams, addTrack()',
        url: 'https://w3c.github.io/mediacapture-main/#dom-mediastream-addtrack',
      },
      'Adding a track that the stream has already changes nothing, and the recording goes on.',
    ),
    'tracks.unknown-track-removed': must(
      {
        label: 'Media Capture and Streams, removeTrack()',
        url: 'https://w3c.github.io/mediacapture-main/#dom-mediastream-removetrack',
      },
      'Removing a track that the stream does not have changes nothing, and the recording goes on.',
    ),
    'tracks.clone-changed': must(
      {
        label: 'Media Capture and Streams, clone()',
        url: 'https://w3c.github.io/mediacapture-main/#dom-mediastream-clone',
      },
      'What happens to a clone of the stream and its tracks does not touch the recording.',
    ),
    'tracks.all-ended': must(
      step('start()', '15.8'),
      'When all tracks have ended the recording ends: dataavailable, then stop, and no error.',
    ),
    'tracks.all-ended-inactive': must(
      step('start()', '15.8.1'),
      'The recorder is inactive in both events of a recording whose tracks have ended.',
    ),
    'tracks.all-ended-while-paused': must(
      step('start()', '15.8'),
      'When all tracks end while paused the recording ends, with its data.',
    ),
    'tracks.all-ended-delivers-data': must(
      step('start()', '15.8.2'),
      'What was recorded before the tracks ended is delivered.',
    ),
    'tracks.one-of-two-ended': must(
      step('start()', '15.8'),
      'A recording goes on while one of its tracks is live.',
    ),
    'tracks.added-and-removed': must(
      step('start()', '15.5'),
      'A track that is added and removed again in one task ends the recording as any change does.',
    ),
    'tracks.ended-track-changed': must(
      step('start()', '15.5'),
      'A track that has ended counts as any other: adding it or removing it ends the recording.',
    ),
    'tracks.several-changes': must(
      step('start()', '15.5'),
      'Several changes in one task end the recording once, or once for each.',
      {
        standing: 'unclear',
        note: 'The text speaks of any point at which a track is added or removed, and does not say that the first ends the matter.',
      },
    ),
    'tracks.ended-and-removed': must(
      step('start()', '15.8'),
      'When the only track ends and is removed in one task, the recording ends as one whose tracks have ended, as one whose stream has changed, or as both.',
      {
        standing: 'unclear',
        note: 'Each of the two queues its own events, and nothing in the text takes either back.',
      },
    ),
    'tracks.change-before-start-event': must(
      step('start()', '15.5'),
      'A change in the task of start() ends the recording: error, dataavailable, stop.',
    ),
    'tracks.element-switches': must(
      {
        label: 'Media Capture from DOM Elements, HTMLMediaElement.captureStream()',
        url: 'https://w3c.github.io/mediacapture-fromelement/#dom-htmlmediaelement-capturestream',
      },
      'A captured element that goes to another source ends the recording: as a changed stream, or as one whose tracks have ended.',
      {
        standing: 'unclear',
        note: 'Its old tracks end and leave the stream; which of the two the recorder sees first is not said.',
      },
    ),
    'tracks.renegotiation': must(
      step('start()', '15.5'),
      'A remote stream that gets or loses a track by renegotiation ends the recording: error, dataavailable, stop.',
    ),
    'tracks.all-ended-in-a-task': must(
      step('start()', '15.8'),
      'Tracks that end do so for the recorder in a task: when the call that stopped the last one returns it is still recording and no event has come.',
    ),
    'tracks.all-ended-in-one-task': must(
      step('start()', '15.8'),
      'The dataavailable and the stop event of a recording whose tracks have ended are fired in one task.',
    ),
    'tracks.ended-one-by-one': must(
      step('start()', '15.8'),
      'A recording whose tracks end one after the other ends once, with the last of them.',
    ),
  },
} as const satisfies Section;
