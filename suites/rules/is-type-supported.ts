import type { Section } from './rule.ts';
import { mimeSniffing, passage, specIssue, step, webIdl } from './source.ts';

/** Which types isTypeSupported() supports, however they are written. */
export const isTypeSupported = {
  id: 'is-type-supported',
  title: 'isTypeSupported()',
  rules: {
    'is-type-supported.empty-string': {
      level: 'must',
      standing: 'settled',
      source: step('is type supported', '1'),
      statement: 'isTypeSupported() is true for the empty string.',
    },
    'is-type-supported.returns-a-boolean': {
      level: 'must',
      standing: 'settled',
      source: webIdl('boolean', 'js-boolean'),
      statement: 'isTypeSupported() returns true or false.',
    },
    'is-type-supported.converts-to-string': {
      level: 'must',
      standing: 'settled',
      source: webIdl('DOMString', 'js-DOMString'),
      statement: 'isTypeSupported() converts what it is given to a string, and answers for that string.',
    },
    'is-type-supported.refuses-symbols': {
      level: 'must',
      standing: 'settled',
      source: webIdl('DOMString', 'js-DOMString'),
      statement: 'isTypeSupported() throws a TypeError for a Symbol.',
    },
    'is-type-supported.no-mime-type': {
      level: 'must',
      standing: 'settled',
      source: step('is type supported', '2'),
      statement: 'isTypeSupported() is false for a string that is no MIME type.',
    },
    'is-type-supported.no-container': {
      level: 'must',
      standing: 'settled',
      source: step('is type supported', '3'),
      statement: 'isTypeSupported() is false for a MIME type that names no container of recordings.',
    },
    'is-type-supported.surrounding-space': {
      level: 'must',
      standing: 'recent',
      source: step('is type supported', '2'),
      statement:
        'isTypeSupported() is false for a type with a space before or after it: such a string is no valid MIME type.',
    },
    'is-type-supported.container-case': {
      level: 'must',
      standing: 'settled',
      source: mimeSniffing('parsing a MIME type', 'parsing-a-mime-type'),
      statement: 'Type and subtype may be written in upper case.',
    },
    'is-type-supported.space-before-parameter': {
      level: 'must',
      standing: 'settled',
      source: mimeSniffing('valid MIME type string', 'valid-mime-type'),
      statement: 'A space between the semicolon and the codecs parameter makes no difference.',
    },
    'is-type-supported.other-parameters': {
      level: 'must',
      standing: 'recent',
      source: step('is type supported', '4'),
      statement: 'Parameters other than codecs make no difference.',
      note: `It was asked for the opposite once: ${specIssue(92)}`,
    },
    'is-type-supported.agrees-with-constructor': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '4'),
      statement:
        'For listed codecs, the constructor accepts what isTypeSupported() supports, and throws a NotSupportedError for all else.',
    },
    'is-type-supported.codec-case': {
      level: 'must',
      standing: 'recent',
      source: step('is type supported', '7.1'),
      statement: 'Codec identifiers may be written in upper case.',
    },
    'is-type-supported.ignores-profiles': {
      level: 'must',
      standing: 'recent',
      source: step('is type supported', '7.1'),
      statement: 'What follows the first dot of a codec makes no difference.',
    },
    'is-type-supported.unlisted-codecs': {
      level: 'must',
      standing: 'recent',
      source: step('is type supported', '9'),
      statement:
        'isTypeSupported() is false for codecs that are not in the list of synchronously exposed identifiers.',
    },
    'is-type-supported.long-names-of-vp': {
      level: 'must',
      standing: 'unclear',
      source: step('is type supported', '8'),
      statement: 'isTypeSupported() answers for vp08 and vp09, the names of VP8 and VP9 outside WebM.',
      note: `Whether they are to join the list is open: ${specIssue(231)}`,
    },
    'is-type-supported.two-of-a-kind': {
      level: 'must',
      standing: 'recent',
      source: step('is type supported', '5'),
      statement: 'isTypeSupported() is false for two video codecs, and for two audio codecs.',
      note: 'However quotes and commas are read, the answer is the same.',
    },
    'is-type-supported.lists-and-quotes': {
      level: 'must',
      standing: 'unclear',
      source: step('is type supported', '4'),
      statement:
        'A type with two codecs is not supported unless each of them is; quotes do not make a codec supported that is not without them.',
      note: `Read literally, no string with two codecs can be supported: an unquoted comma is no part of a valid MIME type, and a quoted list is split with its quotes. ${specIssue(226)}`,
    },
    'is-type-supported.aliases': {
      level: 'must',
      standing: 'unclear',
      source: passage(
        'list of synchronously exposed codec identifiers',
        'list-of-synchronously-exposed-codec-identifiers',
      ),
      statement: 'isTypeSupported() answers for h264 and avc1, and for av1 and av01.',
      note: `The list says that they are the same, the steps compare names: ${specIssue(231)}`,
    },
    'is-type-supported.video-codec-in-audio-type': {
      level: 'must',
      standing: 'interop',
      source: step('is type supported', '8.1'),
      statement: 'An audio type does not support a video codec.',
      note: `The spec leaves it to the browser which combinations it supports: ${specIssue(92)}`,
    },
    'is-type-supported.foreign-codec-in-webm': {
      level: 'must',
      standing: 'interop',
      source: { label: 'WebM Container Guidelines', url: 'https://www.webmproject.org/docs/container/' },
      statement: 'WebM does not support codecs that its specification leaves out.',
      note: 'The MediaRecorder spec leaves it to the browser which combinations it supports; applications that ask for WebM expect WebM.',
    },
    'is-type-supported.can-be-recorded': {
      level: 'must',
      standing: 'settled',
      source: passage('isTypeSupported()', 'dom-mediarecorder-istypesupported'),
      statement:
        'A type that is supported can be recorded where there are tracks for it: its Blob has data, and is of that type and subtype.',
    },
  },
} as const satisfies Section;
