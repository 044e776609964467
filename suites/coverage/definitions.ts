import type { Account } from './account.ts';

const HANDLER = [
  'attributes.handlers-in-recording',
  'attributes.handler-call',
  'attributes.handler-null-at-first',
] as const;

/** What holds each thing that the spec defines by name. */
export const DEFINITIONS = {
  'event MediaRecorder.start': ['start.fires-start-once', 'blob-event.form-in-recording'],
  'event MediaRecorder.stop': ['stop.fires-data-then-stop', 'blob-event.form-in-recording'],
  'event MediaRecorder.dataavailable': ['blob-event.interface-in-recording', 'stop.delivers-data'],
  'event MediaRecorder.pause': ['pause.fires-pause-once', 'blob-event.form-in-recording'],
  'event MediaRecorder.resume': ['resume.fires-resume-once', 'blob-event.form-in-recording'],
  'event MediaRecorder.error': ['tracks.error-event-interface', 'tracks.error-event-form'],
  'constructor constructor': ['constructor.all-options-together', 'idl.interface-object-length'],
  'attribute MediaRecorder.stream': ['constructor.keeps-the-stream', 'attributes.stream-stays'],
  'attribute MediaRecorder.mimeType': ['constructor.keeps-the-type', 'attributes.mime-type-in-start-event'],
  'attribute MediaRecorder.state': ['state.inactive-at-first', 'start.sets-recording', 'pause.sets-paused'],
  'attribute MediaRecorder.onstart': HANDLER,
  'attribute MediaRecorder.onstop': HANDLER,
  'attribute MediaRecorder.ondataavailable': HANDLER,
  'attribute MediaRecorder.onpause': HANDLER,
  'attribute MediaRecorder.onresume': HANDLER,
  'attribute MediaRecorder.onerror': ['attributes.handler-call', 'attributes.handler-null-at-first'],
  'attribute MediaRecorder.videoBitsPerSecond': ['constructor.keeps-bitrates', 'attributes.bitrates-stay'],
  'attribute MediaRecorder.audioBitsPerSecond': ['constructor.keeps-bitrates', 'attributes.bitrates-stay'],
  'attribute MediaRecorder.audioBitrateMode': [
    'constructor.bitrate-mode-default',
    'attributes.bitrate-mode-stays',
  ],
  'method start()': ['start.sets-recording', 'idl.operation-place'],
  'algorithm inactivate the recorder': ['stop.sets-inactive', 'attributes.mime-type-reset-by-stop'],
  'method stop()': ['stop.sets-inactive', 'idl.operation-place'],
  'method pause()': ['pause.sets-paused', 'idl.operation-place'],
  'method resume()': ['resume.sets-recording', 'idl.operation-place'],
  'method requestData()': ['request-data.fires-data-once', 'idl.operation-place'],
  'method isTypeSupported()': ['is-type-supported.returns-a-boolean', 'idl.static-operation-needs-no-object'],
  'term list of synchronously exposed codec identifiers': [
    'is-type-supported.unlisted-codecs',
    'is-type-supported.aliases',
  ],
  'algorithm is type supported': ['is-type-supported.empty-string', 'is-type-supported.no-mime-type'],
  'algorithm is synchronously exposed': ['is-type-supported.unlisted-codecs'],
  'term fire a blob event': ['blob-event.data-is-a-blob', 'blob-event.interface-in-recording'],
  'member MediaRecorderOptions.mimeType': ['constructor.keeps-the-type', 'constructor.no-type-is-empty'],
  'member MediaRecorderOptions.audioBitsPerSecond': [
    'constructor.keeps-bitrates',
    'idl.dictionary-member-is-read',
  ],
  'member MediaRecorderOptions.videoBitsPerSecond': [
    'constructor.keeps-bitrates',
    'idl.dictionary-member-is-read',
  ],
  'member MediaRecorderOptions.bitsPerSecond': [
    'constructor.total-bitrate',
    'constructor.total-bitrate-overrides',
  ],
  'member MediaRecorderOptions.audioBitrateMode': [
    'constructor.bitrate-mode-constant',
    'constructor.bitrate-mode-variable',
  ],
  'member MediaRecorderOptions.videoKeyFrameIntervalDuration': [
    'constructor.accepts-key-frame-options',
    'idl.dictionary-member-is-read',
  ],
  'member MediaRecorderOptions.videoKeyFrameIntervalCount': [
    'constructor.accepts-key-frame-options',
    'idl.dictionary-member-is-read',
  ],
  'value BitrateMode.constant': ['constructor.bitrate-mode-constant', 'idl.enum-refuses'],
  'value BitrateMode.variable': ['constructor.bitrate-mode-variable', 'idl.enum-refuses'],
  'value RecordingState.inactive': ['state.inactive-at-first', 'stop.sets-inactive'],
  'value RecordingState.recording': ['start.sets-recording', 'resume.sets-recording'],
  'value RecordingState.paused': ['pause.sets-paused', 'pause.paused-in-pause-event'],
  'constructor BlobEvent constructor': ['blob-event.keeps-the-type', 'idl.interface-object-length'],
  'attribute BlobEvent.data': ['blob-event.keeps-the-data', 'blob-event.type-of-data'],
  'attribute BlobEvent.timecode': ['blob-event.first-timecode', 'blob-event.timecodes-move-on'],
  'member BlobEventInit.data': ['blob-event.keeps-the-data', 'idl.dictionary-required-member'],
  'member BlobEventInit.timecode': ['blob-event.keeps-the-timecode', 'blob-event.timecode-not-given'],
  'term fire an error event': ['tracks.error-event-interface', 'tracks.error-event-form'],
} as const satisfies Readonly<Record<string, Account>>;
