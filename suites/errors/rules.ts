import { ISOLATION } from '../beyond-scripts.ts';
import { may, must, should, type Section } from '../rule.ts';
import { passage, specIssue, step } from '../source.ts';

/** The exceptions and error events that are not those of one method alone. */
export const errors = {
  id: 'errors',
  title: 'Errors',
  rules: {
    'errors.unknown-codec-is-refused': must(
      step('start()', '15.2'),
      'A codec that nobody supports is never recorded: the constructor or start() throws a NotSupportedError, or an error and a stop event come and no data.',
      {
        standing: 'recent',
        note: `That the constructor may not be the one is a rule of its own, since March 2026: ${specIssue(226)}`,
      },
    ),
    'errors.message-says-why': should(
      passage('exception summary', 'exception-summary'),
      'The message of a NotSupportedError is not empty.',
    ),
    'errors.isolated-stream': must(
      step('start()', '6'),
      'start() throws a SecurityError DOMException when the stream is isolated from the page, and leaves the recorder inactive.',
      { beyondScripts: ISOLATION },
    ),
    'errors.isolation-before-activity': must(
      step('start()', '6'),
      'That a stream is isolated is found out before that its tracks have ended.',
      { beyondScripts: ISOLATION },
    ),
    'errors.tainted-canvas-leaks-nothing': must(
      {
        label: 'Media Capture from DOM Elements, HTMLCanvasElement.captureStream()',
        url: 'https://w3c.github.io/mediacapture-fromelement/#dom-htmlcanvaselement-capturestream',
      },
      'Nothing that a captured canvas shows after a picture of another origin was drawn on it is in the recording.',
    ),
    'errors.foreign-element': must(
      step('start()', '6'),
      'What a media element plays from another origin is not recorded: capturing it or start() throws a SecurityError, or silence is recorded.',
      {
        standing: 'unclear',
        note: 'The stream is to be muted, says https://w3c.github.io/mediacapture-fromelement/#security-considerations; browsers that refuse it protect it as well.',
      },
    ),
    'errors.isolated-in-mid-recording': must(
      step('start()', '15.4'),
      'A stream that becomes isolated while it is recorded ends the recording: error, an empty dataavailable, stop.',
      {
        untestable:
          'The isolation of a track changes only with an identity provider, which no browser takes from a loopback address; a captured element that goes to another origin changes its tracks as well.',
      },
    ),
    'errors.unable-to-continue': must(
      step('start()', '15.6'),
      'A browser that cannot go on gathering data ends the recording: error, dataavailable, stop.',
      { untestable: 'Nothing that a page can do makes an encoder fail for certain.' },
    ),
    'errors.platform-limits': may(
      passage('general principles', 'error-handling-principles'),
      'A browser may limit the size of a Blob and the number of tracks, and signals an error beyond.',
      {
        untestable:
          "The limits are the browser's own, and reaching them would take more memory than a test may use.",
      },
    ),
    'errors.deleted-source': must(
      passage('exception summary', 'exception-summary'),
      'A request that is made on a source object that was deleted or removed is an InvalidStateError.',
      { untestable: 'None of the algorithms has such an object or such a request.' },
    ),
  },
} as const satisfies Section;
