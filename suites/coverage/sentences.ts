import type { Account } from './account.ts';

/** What holds the sentences outside the algorithms. */
export const SENTENCES = {
  'overview, sentence 1': ['stop.fires-data-then-stop', 'stop.delivers-data'],
  'constructor, sentence 1': 'It introduces the steps.',
  'MediaRecorder.mimeType, sentence 1': ['media.plays-in-an-element', 'documentation.recipe-media-element'],
  'MediaRecorder.mimeType, sentence 2': ['media.plays-in-an-element'],
  'start(), sentence 1': 'It introduces the steps.',
  'start(), sentence 2': ['media.tracks-as-in-the-stream', 'media.frames-in-order', 'media.tones-in-order'],
  'start(), sentence 3': ['media.whole', 'media.plays-in-an-element'],
  'start(), sentence 4': [
    'media.disabled-video-is-black',
    'media.disabled-audio-is-silent',
    'media.muted-track-is-dark',
    'media.disabled-in-between',
  ],
  'stop(), sentence 1': 'It introduces the steps.',
  'pause(), sentence 1': 'It introduces the steps.',
  'resume(), sentence 1': 'It introduces the steps.',
  'requestData(), sentence 1': 'It introduces the steps.',
  'list of synchronously exposed codec identifiers, sentence 1':
    'It allows a recording to fail for want of resources, which a page cannot take away.',
  'list of synchronously exposed codec identifiers, sentence 2': [
    'is-type-supported.unlisted-codecs',
    'is-type-supported.returns-a-boolean',
  ],
  'MediaRecorderOptions.mimeType, sentence 1': [
    'constructor.keeps-the-type',
    'is-type-supported.other-parameters',
  ],
  'MediaRecorderOptions.audioBitrateMode, sentence 1': [
    'constructor.bitrate-mode-constant',
    'constructor.bitrate-mode-variable',
  ],
  'BlobEvent.timecode, sentence 1': ['blob-event.first-timecode'],
  'error-handling-principles, sentence 1': [
    'start.throws-while-recording',
    'start.throws-without-tracks',
    'constructor.unsupported-type-throws',
  ],
  'error-handling-principles, sentence 2': ['tracks.change-ends-recording', 'tracks.error-event-interface'],
  'error-handling-principles, sentence 3': ['tracks.change-ends-recording', 'tracks.events-in-one-task'],
  'error-handling-principles, sentence 4': ['errors.platform-limits'],
  'error-handling-principles, sentence 5': ['errors.platform-limits'],
  'resource-exhaustion, sentence 1': 'It is advice on measures inside a browser.',
  'fingerprinting, sentence 1': ['attributes.mime-type-in-start-event', 'constructor.chooses-bitrates'],
  'fingerprinting, sentence 2': 'It speaks of what a hostile page might infer, and demands nothing.',
  'fingerprinting, sentence 3': 'It is advice on measures inside a browser.',
  'fingerprinting, sentence 4': 'It is advice on measures inside a browser.',
  'example2, sentence 1': ['start.no-data-unprompted', 'tracks.all-ended'],
} as const satisfies Readonly<Record<string, Account>>;
