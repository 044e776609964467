import type { Account } from './account.ts';

const FOLDER = 'https://github.com/web-platform-tests/wpt/blob/master/mediacapture-record';

/** What one file of the other suite asserts, in our words, each with the rules here that assert it too. */
export interface OtherTest {
  readonly file: string;
  readonly url: string;
  readonly asserts: Readonly<Record<string, Account>>;
}

const test = (file: string, asserts: OtherTest['asserts']): OtherTest => ({
  file,
  url: `${FOLDER}/${file}`,
  asserts,
});

/** What Web Platform Tests' folder for this API is known to assert, file by file. */
export const WEB_PLATFORM_TESTS: readonly OtherTest[] = [
  test('BlobEvent-constructor.html', {
    'The length of the constructor is two, and it wants a dictionary with a Blob as its data': [
      'idl.interface-object-length',
      'idl.constructor-too-few-arguments',
      'idl.dictionary-required-member',
      'blob-event.refuses-what-is-no-blob',
    ],
    'An event keeps its type and its data': ['blob-event.keeps-the-type', 'blob-event.keeps-the-data'],
  }),
  test('MediaRecorder-bitrate.https.html', {
    'Without options both bitrates are above zero': ['constructor.chooses-bitrates'],
    'bitsPerSecond of zero gives rates close to zero': ['constructor.total-bitrate-of-zero'],
    'A rate of zero, or another, for one kind is kept, and the other is chosen': [
      'constructor.keeps-bitrates',
      'constructor.keeps-extreme-bitrates',
    ],
    'bitsPerSecond overrides the rates for each kind': ['constructor.total-bitrate-overrides'],
    'The sum is close to bitsPerSecond': ['constructor.total-bitrate'],
    'Rates that were given for each kind are not changed by start()': ['attributes.bitrates-stay'],
    'Rates that the browser chose without options are not changed by start()':
      'Read literally, step 9 of start() lets the browser choose anew where no bitsPerSecond was given, for it compares undefined with null.',
    'With bitsPerSecond and both kinds of tracks, start() changes neither rate': [
      'attributes.total-bitrate-stays',
    ],
    'A rate is kept, and another chosen, for a kind of track that the stream lacks': [
      'constructor.keeps-bitrates',
      'constructor.chooses-bitrates',
    ],
    'With bitsPerSecond, start() gives everything to the only kind of track that there is, and zero to the other':
      'The spec asks for a sum close to bitsPerSecond, and leaves its distribution to the browser; the sum is checked by attributes.total-bitrate-stays.',
  }),
  test('MediaRecorder-blob-timecode.https.html', {
    'The first timecode is 0, later ones are no smaller, and the last one is larger': [
      'blob-event.first-timecode',
      'blob-event.timecodes-never-decrease',
      'blob-event.timecodes-move-on',
    ],
    'With a timeslice of 0 data comes again and again': ['timeslice.zero'],
  }),
  test('MediaRecorder-canvas-media-source.https.html', {
    'Pictures that a track generator in a worker makes from a camera are in the recording': [
      'sources.recorded',
      'media.frames-in-order',
    ],
  }),
  test('legacy/MediaRecorder-canvas-media-source-legacy.https.html', {
    'Pictures that a track generator of the page makes from a camera are in the recording': [
      'sources.recorded',
      'media.frames-in-order',
    ],
  }),
  test('MediaRecorder-creation.https.html', {
    'A recorder of a camera, a microphone or both is inactive, and has bitrates': [
      'state.inactive-at-first',
      'constructor.chooses-bitrates',
      'constructor.accepts-any-stream',
    ],
  }),
  test('MediaRecorder-destroy-script-execution.html', {
    'start() of a recorder whose document is gone throws a NotSupportedError of that document': [
      'lifetime.removed-frame-starts',
    ],
    'No stop event follows when the document goes away in the final dataavailable event of stop()': [
      'lifetime.removed-frame-in-data-handler',
    ],
    'No stop event follows when the document goes away in the final dataavailable event of ended tracks':
      'The spec leaves this as open as what follows stop(), which stands for it: a recorder that is a script does not notice that a script of another document stops a track.',
    'audioBitrateMode can be read when the document is gone': ['lifetime.removed-frame-attributes'],
  }),
  test('MediaRecorder-detached-context.html', {
    'The constructor of a document that is gone throws a NotAllowedError': [
      'lifetime.removed-frame-constructs',
    ],
  }),
  test('MediaRecorder-disabled-tracks.https.html', {
    'With disabled tracks requestData() brings an event while recording, and stop() a stop event, without an error':
      ['sources.disabled'],
  }),
  test('MediaRecorder-error.html', {
    'A track that is added or removed brings a trusted ErrorEvent with an InvalidModificationError': [
      'tracks.change-ends-recording',
      'tracks.error-event-interface',
      'tracks.error-event-form',
      'tracks.error-names-the-reason',
    ],
    'The recorder is inactive in that event': ['tracks.inactive-in-each-event'],
    'start() throws while recording': ['start.throws-while-recording'],
    'The constructor throws a NotSupportedError for both key-frame options at once': [
      'constructor.accepts-both-key-frame-options',
      'start.both-key-frame-options-throw',
    ],
  }),
  test('MediaRecorder-events-and-exceptions.html', {
    'start, pause, resume, dataavailable and stop come in that order, each with its state': [
      'attributes.handlers-in-recording',
      'start.recording-in-start-event',
      'pause.paused-in-pause-event',
      'resume.recording-in-resume-event',
      'stop.inactive-in-data-event',
      'stop.inactive-in-stop-event',
    ],
    'A call within a handler works': ['lifetime.pause-in-start-event', 'lifetime.resume-in-pause-event'],
    'What is not allowed while inactive throws, and stop() does nothing': [
      'pause.throws-before-start',
      'pause.throws-after-stop',
      'resume.throws-before-start',
      'resume.throws-after-stop',
      'request-data.throws-before-start',
      'request-data.throws-after-stop',
      'stop.does-nothing-before-start',
      'stop.does-nothing-after-stop',
    ],
    'start() throws without tracks, and works once the stream has one': [
      'start.throws-without-tracks',
      'start.tracks-of-the-moment',
    ],
    'The constructor throws for an unsupported type': ['constructor.unsupported-type-throws'],
    'The data is not empty': ['stop.delivers-data'],
  }),
  test('MediaRecorder-mimetype.html', {
    'mimeType is what was asked for, or empty, until the start event': [
      'constructor.keeps-the-type',
      'constructor.no-type-is-empty',
      'attributes.mime-type-until-start-event',
    ],
    'The constructor throws for what isTypeSupported() does not support': [
      'is-type-supported.agrees-with-constructor',
      'constructor.type-checked-for-any-stream',
    ],
    'A supported type can be started with tracks that it can hold': ['media.type-as-requested'],
    'mimeType names a type, a subtype and a codec for each kind in the start event': [
      'attributes.mime-type-in-start-event',
    ],
    'A video type can be started for sound alone': ['start.type-cannot-hold-a-track'],
    'The start event comes once': ['start.fires-start-once'],
  }),
  test('MediaRecorder-pause-resume.html', {
    'pause() and resume() set the state at once and fire from a task': [
      'pause.sets-paused',
      'pause.fires-after-return',
      'resume.sets-recording',
      'resume.fires-after-return',
    ],
    'A second call of either does nothing': [
      'pause.does-nothing-while-paused',
      'resume.does-nothing-while-recording',
    ],
    'Both events are trusted': ['blob-event.trusted-in-recording'],
    'start, pause, resume, dataavailable and stop come once each, in that order': [
      'attributes.handlers-in-recording',
    ],
    'stop() while paused brings dataavailable and stop, and the recorder can be started again': [
      'stop.while-paused-fires-data-then-stop',
      'start.again-after-stop',
    ],
  }),
  test('MediaRecorder-peerconnection.https.html', {
    'Slices of remote tracks that are played, too, have data': [
      'sources.recorded',
      'timeslice.comes-unprompted',
    ],
    'When clones of remote tracks are stopped, dataavailable and stop come': [
      'sources.ended',
      'tracks.all-ended',
    ],
  }),
  test('MediaRecorder-peerconnection-no-sink.https.html', {
    'Remote tracks are recorded when nothing else plays them': ['sources.recorded'],
  }),
  test('MediaRecorder-requestData.html', {
    'requestData() in the task of start() brings an empty Blob': [
      'request-data.right-after-start',
      'request-data.before-any-media',
    ],
    'The timecode of that event is a number': ['blob-event.first-timecode'],
    'requestData() right after the start event brings a Blob that is not empty':
      'The start event says that gathering has begun, and not that any data has been gathered.',
    'The type of a Blob is the mimeType of the moment': ['blob-event.type-of-data'],
  }),
  test('MediaRecorder-start.html', {
    'start() throws a NotSupportedError when a type of sound was asked for and the stream has a picture': [
      'start.type-cannot-hold-a-track',
    ],
  }),
  test('MediaRecorder-stop.html', {
    'The state is recording when the last track has just been stopped': ['tracks.all-ended-in-a-task'],
    'The end of the tracks brings dataavailable and a trusted stop event, and no error': [
      'tracks.all-ended',
      'blob-event.form-in-recording',
    ],
    'stop() makes the recorder inactive at once, and brings dataavailable and stop': [
      'stop.sets-inactive',
      'stop.fires-data-then-stop',
    ],
    'stop() does nothing before a recording, or after one': [
      'stop.does-nothing-before-start',
      'stop.does-nothing-after-stop',
    ],
    'start() and stop() in one task still fire start': ['start.then-stop-fires-start'],
    'start() and a track removed in one task fire start, error, dataavailable, stop': [
      'tracks.change-before-start-event',
    ],
    'stop() right after a track was removed fires no error': ['stop.with-a-removed-track'],
    'stop() right after the tracks were stopped fires no error': ['stop.with-the-tracks'],
    'With a timeslice of 0, start comes first, then data, then stop': [
      'start.start-event-before-data',
      'timeslice.ends-as-without',
    ],
  }),
  test('MediaRecorder-video-key-frame-distance.html', {
    'The constructor reads either key-frame option': ['idl.dictionary-member-is-read'],
  }),
  test('passthrough/MediaRecorder-passthrough.https.html', {
    'Without a type, mimeType names the codec in which a remote track comes':
      'The spec allows it and does not ask for it: which codec is used is left to the browser.',
    'A codec that changes in mid-recording': ['sources.remote-codec-switched'],
  }),
  test('idlharness.window.js', {
    'Interfaces, attributes and methods are as the Web IDL says': [
      'idl.interface-object',
      'idl.attribute-on-prototype',
      'idl.operation-place',
      'idl.class-string',
    ],
  }),
];
