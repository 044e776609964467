import { ISOLATION } from './beyond-scripts.ts';
import type { Section } from './rule.ts';
import { passage, specIssue, step } from './source.ts';

/** The exceptions and error events that are not those of one method alone. */
export const errors = {
  id: 'errors',
  title: 'Errors',
  rules: {
    'errors.unknown-codec-is-refused': {
      level: 'must',
      standing: 'recent',
      source: step('start()', '15.2'),
      statement:
        'A codec that nobody supports is never recorded: the constructor or start() throws a NotSupportedError, or an error and a stop event come and no data.',
      note: `That the constructor may not be the one is a rule of its own, since March 2026: ${specIssue(226)}`,
    },
    'errors.message-says-why': {
      level: 'should',
      standing: 'settled',
      source: passage('exception summary', 'exception-summary'),
      statement: 'The message of a NotSupportedError is not empty.',
    },
    'errors.isolated-stream': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '6'),
      statement:
        'start() throws a SecurityError DOMException when the stream is isolated from the page, and leaves the recorder inactive.',
      beyondScripts: ISOLATION,
    },
    'errors.isolation-before-activity': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '6'),
      statement: 'That a stream is isolated is found out before that its tracks have ended.',
      beyondScripts: ISOLATION,
    },
    'errors.tainted-canvas-leaks-nothing': {
      level: 'must',
      standing: 'settled',
      source: {
        label: 'Media Capture from DOM Elements, HTMLCanvasElement.captureStream()',
        url: 'https://w3c.github.io/mediacapture-fromelement/#dom-htmlcanvaselement-capturestream',
      },
      statement:
        'Nothing that a captured canvas shows after a picture of another origin was drawn on it is in the recording.',
    },
    'errors.foreign-element': {
      level: 'must',
      standing: 'unclear',
      source: step('start()', '6'),
      statement:
        'What a media element plays from another origin is not recorded: capturing it or start() throws a SecurityError, or silence is recorded.',
      note: 'The stream is to be muted, says https://w3c.github.io/mediacapture-fromelement/#security-considerations; browsers that refuse it protect it as well.',
    },
    'errors.isolated-in-mid-recording': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '15.4'),
      statement:
        'A stream that becomes isolated while it is recorded ends the recording: error, an empty dataavailable, stop.',
      untestable:
        'The isolation of a track changes only with an identity provider, which no browser takes from a loopback address; a captured element that goes to another origin changes its tracks as well.',
    },
    'errors.unable-to-continue': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '15.6'),
      statement: 'A browser that cannot go on gathering data ends the recording: error, dataavailable, stop.',
      untestable: 'Nothing that a page can do makes an encoder fail for certain.',
    },
    'errors.platform-limits': {
      level: 'may',
      standing: 'settled',
      source: passage('general principles', 'error-handling-principles'),
      statement:
        'A browser may limit the size of a Blob and the number of tracks, and signals an error beyond.',
      untestable:
        "The limits are the browser's own, and reaching them would take more memory than a test may use.",
    },
    'errors.deleted-source': {
      level: 'must',
      standing: 'settled',
      source: passage('exception summary', 'exception-summary'),
      statement:
        'A request that is made on a source object that was deleted or removed is an InvalidStateError.',
      untestable: 'None of the algorithms has such an object or such a request.',
    },
  },
} as const satisfies Section;
