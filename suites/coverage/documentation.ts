import type { Account } from './account.ts';

/** What one page of the documentation states, in our words, each statement with its rules or a reason. */
export interface DocumentedPage {
  readonly page: string;
  readonly url: string;
  readonly statements: Readonly<Record<string, Account>>;
}

const MDN = 'https://developer.mozilla.org/en-US/docs/Web/API/MediaRecorder';

/** The documentation, page by page and statement by statement. */
export const DOCUMENTATION: readonly DocumentedPage[] = [
  {
    page: 'MDN, MediaRecorder',
    url: MDN,
    statements: {
      'The constructor takes a stream, and options for the type and the bitrates': [
        'constructor.accepts-any-stream',
        'constructor.all-options-together',
      ],
      'mimeType is the type that was chosen for the recording': [
        'constructor.keeps-the-type',
        'attributes.mime-type-in-start-event',
      ],
      'state is inactive, recording or paused': [
        'state.inactive-at-first',
        'start.sets-recording',
        'pause.sets-paused',
      ],
      'stream is what the constructor was given': ['constructor.keeps-the-stream', 'attributes.stream-stays'],
      'ignoreMutedMedia is false by default, and says whether muted tracks are recorded': [
        'documentation.ignore-muted-media',
        'sources.disabled',
      ],
      'The bitrates in use can be read, and may differ from those asked for': [
        'constructor.keeps-bitrates',
        'constructor.chooses-bitrates',
      ],
      'pause() pauses': ['pause.sets-paused', 'pause.fires-pause-once'],
      'requestData() brings what was recorded since the last time, and recording goes on in a new Blob': [
        'request-data.fires-data-once',
        'request-data.keeps-the-state',
        'request-data.before-the-final-data',
      ],
      'resume() resumes': ['resume.sets-recording', 'resume.fires-resume-once'],
      'start() with a timeslice brings chunks of that duration, and without it one large chunk': [
        'start.no-data-unprompted',
        'timeslice.comes-unprompted',
      ],
      'stop() brings a last Blob, and nothing is recorded afterwards': [
        'stop.fires-data-then-stop',
        'stop.delivers-data',
        'stop.fires-nothing-afterwards',
      ],
      'isTypeSupported() says true or false': ['is-type-supported.returns-a-boolean'],
      'dataavailable is a BlobEvent with the media in its data': [
        'blob-event.interface-in-recording',
        'blob-event.data-is-a-blob',
      ],
      'An error ends the recording': ['tracks.change-ends-recording', 'tracks.inactive-in-each-event'],
      'The event of an error is a MediaRecorderErrorEvent, whose error is a DOMException': [
        'documentation.error-event-interface',
        'tracks.error-names-the-reason',
      ],
      'pause, resume and start events come when recording pauses, resumes and starts': [
        'pause.fires-pause-once',
        'resume.fires-resume-once',
        'start.fires-start-once',
      ],
      'The stop event comes after stop(), or when the stream ends': [
        'stop.fires-data-then-stop',
        'tracks.all-ended',
      ],
      'A warning event tells of what does not end the recording': ['documentation.warning-event'],
      'onwarning is a method that fires a warning event':
        'The page contradicts itself: onwarning is its event handler attribute, and no revision had such a method.',
      'Events can be listened to with addEventListener() or an on-attribute': [
        'attributes.handlers-in-recording',
        'attributes.handler-order',
      ],
      'An error event comes when recording was not allowed or a codec is not supported': [
        'errors.isolated-stream',
        'start.throws-without-tracks',
        'constructor.unsupported-type-throws',
      ],
      'Example: a dictaphone': ['documentation.recipe-dictaphone'],
      'See also: the recording of a media element': ['documentation.recipe-media-element'],
    },
  },
  {
    page: 'MDN, MediaRecorder: pause()',
    url: `${MDN}/pause`,
    statements: {
      'A task does the work of pause()': ['documentation.pause-in-a-task', 'pause.fires-after-return'],
      'pause() raises an error when inactive': ['pause.throws-before-start', 'pause.throws-after-stop'],
      'It sets the state to paused': ['pause.sets-paused', 'pause.paused-in-pause-event'],
      'It keeps what was gathered': ['pause.fires-no-data', 'stop.while-paused-delivers-data'],
      'It raises a pause event': ['pause.fires-pause-once'],
      'It returns undefined': ['pause.returns-undefined'],
      'It does nothing while paused': ['pause.does-nothing-while-paused'],
    },
  },
  {
    page: 'MDN, MediaRecorder: resume()',
    url: `${MDN}/resume`,
    statements: {
      'A task does the work of resume()': ['documentation.resume-in-a-task', 'resume.fires-after-return'],
      'resume() raises an error when inactive': ['resume.throws-before-start', 'resume.throws-after-stop'],
      'It sets the state to recording': ['resume.sets-recording', 'resume.recording-in-resume-event'],
      'It goes on with the current Blob': ['resume.fires-no-data'],
      'It raises a resume event': ['resume.fires-resume-once'],
      'It returns undefined': ['resume.returns-undefined'],
      'It does nothing while recording': ['resume.does-nothing-while-recording'],
      'Example: a button that pauses and resumes by the state': [
        'pause.again-after-resume',
        'pause.sets-paused',
        'resume.sets-recording',
      ],
    },
  },
  {
    page: 'MDN, MediaRecorder: start()',
    url: `${MDN}/start`,
    statements: {
      'start() records into one Blob, or into one for each time slice': [
        'start.no-data-unprompted',
        'timeslice.comes-unprompted',
      ],
      'The state becomes recording': ['start.sets-recording'],
      'When the source ends the state is inactive; a last dataavailable and a stop event come': [
        'tracks.all-ended',
        'tracks.all-ended-inactive',
        'tracks.all-ended-delivers-data',
      ],
      'What cannot go on brings an error, then the data gathered, then stop': [
        'tracks.change-ends-recording',
        'tracks.change-delivers-data',
      ],
      'It returns undefined': ['start.returns-undefined'],
      'Errors that are seen at once are thrown as DOM exceptions, others come as error events': [
        'start.throws-while-recording',
        'tracks.change-ends-recording',
      ],
      'It throws an InvalidModificationError when the number of tracks has changed': [
        'documentation.start-on-changed-tracks',
        'tracks.change-while-inactive',
      ],
      'It throws an InvalidStateError unless inactive': [
        'start.throws-while-recording',
        'start.throws-while-paused',
      ],
      'It throws a NotSupportedError for an inactive stream': [
        'start.throws-without-tracks',
        'start.throws-when-tracks-ended',
      ],
      'It throws a NotSupportedError for tracks that the configuration cannot record': [
        'start.type-cannot-hold-a-track',
      ],
      'It throws a SecurityError for a stream that may not be recorded': ['errors.isolated-stream'],
      'A SecurityError comes as an error event when that changes later': ['errors.isolated-in-mid-recording'],
      'It throws an UnknownError when something else goes wrong': ['errors.unable-to-continue'],
    },
  },
  {
    page: 'web.dev, How to record audio from a microphone',
    url: 'https://web.dev/patterns/media/microphone-record',
    statements: {
      'A microphone is recorded in WebM': ['documentation.microphone-is-webm'],
      'A listener that is added after start() gets the chunks': ['documentation.listener-after-start'],
      'The last chunk comes with the state inactive, which closes the file': [
        'documentation.state-tells-the-last-data',
        'documentation.recipe-microphone-file',
      ],
      'Stopping the tracks ends the recording': ['documentation.recipe-microphone-file', 'tracks.all-ended'],
      'stop() ends the recording': ['documentation.recipe-microphone-file', 'stop.fires-data-then-stop'],
      'The file is chosen with showSaveFilePicker()': 'It is not about recording, and needs a user.',
    },
  },
];
