import { may, must, type Section } from '../rule.ts';
import { mdn, MICROPHONE_PATTERN, specIssue } from '../source.ts';

/** What the documentation promises beside the spec, what it says otherwise, and its examples, as they stand there. */
export const documentation = {
  id: 'documentation',
  title: 'Documentation',
  rules: {
    'documentation.ignore-muted-media': may(
      mdn('ignoreMutedMedia'),
      'A recorder either has no ignoreMutedMedia, or it is false at first.',
      { standing: 'obsolete', note: 'The spec had it once and has dropped it.' },
    ),
    'documentation.warning-event': may(
      mdn('onwarning'),
      'A recorder either has no onwarning, or it is null at first; a recording that nothing disturbs fires no warning event.',
      { standing: 'obsolete', note: 'The spec had it once and has dropped it.' },
    ),
    'documentation.error-event-interface': may(
      mdn('error_event'),
      'The event of a changed stream is a MediaRecorderErrorEvent or an ErrorEvent, and its error is a DOMException.',
      {
        standing: 'obsolete',
        note: `The spec has dropped MediaRecorderErrorEvent for ErrorEvent (${specIssue(212)}), which decides: tracks.error-event-interface.`,
      },
    ),
    'documentation.pause-in-a-task': may(
      mdn('pause'),
      'When pause() returns the recorder is still recording, as the documentation has it, or paused already, as the spec has it; in the pause event it is paused.',
      {
        standing: 'documented',
        note: 'The documentation lets a task set the state; the spec decides: pause.sets-paused.',
      },
    ),
    'documentation.resume-in-a-task': may(
      mdn('resume'),
      'When resume() returns the recorder is still paused, as the documentation has it, or recording already, as the spec has it; in the resume event it is recording.',
      {
        standing: 'documented',
        note: 'The documentation lets a task set the state; the spec decides: resume.sets-recording.',
      },
    ),
    'documentation.start-on-changed-tracks': may(
      mdn('start'),
      'When tracks were added since the recorder was made, start() throws an InvalidModificationError, as the documentation has it, or records what the stream has now, as the spec has it.',
      {
        standing: 'documented',
        note: 'The spec reads the tracks in start(), and knows that error as an event only: tracks.change-while-inactive and tracks.error-names-the-reason decide.',
      },
    ),
    'documentation.stop-when-inactive': may(
      mdn('stop'),
      'stop() on an inactive recorder throws an InvalidStateError, as older documentation has it, or does nothing, as the spec has it.',
      {
        standing: 'documented',
        note: 'The spec decides: stop.does-nothing-before-start and stop.does-nothing-after-stop.',
      },
    ),
    'documentation.listener-after-start': must(
      MICROPHONE_PATTERN,
      'A listener that is added right after start(), in the same task, hears every event.',
      { standing: 'documented' },
    ),
    'documentation.state-tells-the-last-data': must(
      MICROPHONE_PATTERN,
      'The state in a dataavailable event tells whether it is the last one: inactive in that, and in no other.',
      { standing: 'documented' },
    ),
    'documentation.microphone-is-webm': may(
      MICROPHONE_PATTERN,
      'A recording of a microphone, made without options, is WebM.',
      { standing: 'documented', note: 'The spec leaves the container to the browser.' },
    ),
    'documentation.recipe-dictaphone': must(
      mdn(),
      'The dictaphone of the documentation works: a microphone is recorded, the chunks become one Blob in the stop event, and an audio element loads it.',
      { standing: 'documented' },
    ),
    'documentation.recipe-microphone-file': must(
      MICROPHONE_PATTERN,
      'Writing chunks to a file as they come, and closing it when the state is inactive, closes it once, after the last chunk, whether stop() or the end of the tracks ended the recording.',
      { standing: 'documented' },
    ),
    'documentation.recipe-media-element': must(
      {
        label: 'MDN, Recording a media element',
        url: 'https://developer.mozilla.org/en-US/docs/Web/API/MediaStream_Recording_API/Recording_a_media_element',
      },
      'What a media element plays can be captured and recorded while it plays, and another media element loads the recording.',
      { standing: 'documented' },
    ),
  },
} as const satisfies Section;
