import { must, type Section } from '../rule.ts';
import { mimeSniffing, passage, specIssue, step, webIdl } from '../source.ts';

/** Which types isTypeSupported() supports, however they are written. */
export const isTypeSupported = {
  id: 'is-type-supported',
  title: 'isTypeSupported()',
  rules: {
    'is-type-supported.empty-string': must(
      step('is type supported', '1'),
      'isTypeSupported() is true for the empty string.',
    ),
    'is-type-supported.returns-a-boolean': must(
      webIdl('boolean', 'js-boolean'),
      'isTypeSupported() returns true or false.',
    ),
    'is-type-supported.converts-to-string': must(
      webIdl('DOMString', 'js-DOMString'),
      'isTypeSupported() converts what it is given to a string, and answers for that string.',
    ),
    'is-type-supported.refuses-symbols': must(
      webIdl('DOMString', 'js-DOMString'),
      'isTypeSupported() throws a TypeError for a Symbol.',
    ),
    'is-type-supported.no-mime-type': must(
      step('is type supported', '2'),
      'isTypeSupported() is false for a string that is no MIME type.',
    ),
    'is-type-supported.no-container': must(
      step('is type supported', '3'),
      'isTypeSupported() is false for a MIME type that names no container of recordings.',
    ),
    'is-type-supported.surrounding-space': must(
      step('is type supported', '2'),
      'isTypeSupported() is false for a type with a space before or after it: such a string is no valid MIME type.',
      { standing: 'recent' },
    ),
    'is-type-supported.container-case': must(
      mimeSniffing('parsing a MIME type', 'parsing-a-mime-type'),
      'Type and subtype may be written in upper case.',
    ),
    'is-type-supported.space-before-parameter': must(
      mimeSniffing('valid MIME type string', 'valid-mime-type'),
      'A space between the semicolon and the codecs parameter makes no difference.',
    ),
    'is-type-supported.other-parameters': must(
      step('is type supported', '4'),
      'Parameters other than codecs make no difference.',
      { standing: 'recent', note: `It was asked for the opposite once: ${specIssue(92)}` },
    ),
    'is-type-supported.agrees-with-constructor': must(
      step('constructor', '4'),
      'For listed codecs, the constructor accepts what isTypeSupported() supports, and throws a NotSupportedError for all else.',
    ),
    'is-type-supported.codec-case': must(
      step('is type supported', '7.1'),
      'Codec identifiers may be written in upper case.',
      { standing: 'recent' },
    ),
    'is-type-supported.ignores-profiles': must(
      step('is type supported', '7.1'),
      'What follows the first dot of a codec makes no difference.',
      { standing: 'recent' },
    ),
    'is-type-supported.unlisted-codecs': must(
      step('is type supported', '9'),
      'isTypeSupported() is false for codecs that are not in the list of synchronously exposed identifiers.',
      { standing: 'recent' },
    ),
    'is-type-supported.long-names-of-vp': must(
      step('is type supported', '8'),
      'isTypeSupported() answers for vp08 and vp09, the names of VP8 and VP9 outside WebM.',
      { standing: 'unclear', note: `Whether they are to join the list is open: ${specIssue(231)}` },
    ),
    'is-type-supported.two-of-a-kind': must(
      step('is type supported', '5'),
      'isTypeSupported() is false for two video codecs, and for two audio codecs.',
      { standing: 'recent', note: 'However quotes and commas are read, the answer is the same.' },
    ),
    'is-type-supported.lists-and-quotes': must(
      step('is type supported', '4'),
      'A type with two codecs is not supported unless each of them is; quotes do not make a codec supported that is not without them.',
      {
        standing: 'unclear',
        note: `Read literally, no string with two codecs can be supported: an unquoted comma is no part of a valid MIME type, and a quoted list is split with its quotes. ${specIssue(226)}`,
      },
    ),
    'is-type-supported.aliases': must(
      passage(
        'list of synchronously exposed codec identifiers',
        'list-of-synchronously-exposed-codec-identifiers',
      ),
      'isTypeSupported() answers for h264 and avc1, and for av1 and av01.',
      {
        standing: 'unclear',
        note: `The list says that they are the same, the steps compare names: ${specIssue(231)}`,
      },
    ),
    'is-type-supported.video-codec-in-audio-type': must(
      step('is type supported', '8.1'),
      'An audio type does not support a video codec.',
      {
        standing: 'interop',
        note: `The spec leaves it to the browser which combinations it supports: ${specIssue(92)}`,
      },
    ),
    'is-type-supported.foreign-codec-in-webm': must(
      { label: 'WebM Container Guidelines', url: 'https://www.webmproject.org/docs/container/' },
      'WebM does not support codecs that its specification leaves out.',
      {
        standing: 'interop',
        note: 'The MediaRecorder spec leaves it to the browser which combinations it supports; applications that ask for WebM expect WebM.',
      },
    ),
    'is-type-supported.can-be-recorded': must(
      passage('isTypeSupported()', 'dom-mediarecorder-istypesupported'),
      'A type that is supported can be recorded where there are tracks for it: its Blob has data, and is of that type and subtype.',
    ),
  },
} as const satisfies Section;
