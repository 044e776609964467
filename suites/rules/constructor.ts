import type { Section } from './rule.ts';
import { step, webIdl, specIssue } from './source.ts';

/** What the constructor accepts, what it checks, and what a new recorder looks like. */
export const construction = {
  id: 'constructor',
  title: 'Constructor',
  rules: {
    'constructor.refuses-what-is-no-stream': {
      level: 'must',
      standing: 'settled',
      source: webIdl('interface types', 'js-interface'),
      statement: 'The constructor throws a TypeError when its first argument is anything but a MediaStream.',
    },
    'constructor.accepts-any-stream': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '1'),
      statement: 'A recorder can be made for a stream without tracks, and for one whose tracks have ended.',
    },
    'constructor.accepts-a-track': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '1'),
      statement: 'A recorder can be made for a stream with audio, with video, and with both.',
    },
    'constructor.keeps-the-stream': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '10'),
      statement: 'The stream attribute is the very object that the constructor was given.',
    },
    'constructor.leaves-the-stream-alone': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '10'),
      statement: 'Making a recorder changes nothing about the stream and its tracks.',
    },
    'constructor.several-on-one-stream': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '5'),
      statement: 'Any number of recorders can be made for one stream; each is an object of its own.',
    },
    'constructor.converts-the-stream-first': {
      level: 'must',
      standing: 'settled',
      source: webIdl('overload resolution', 'dfn-overload-resolution-algorithm'),
      statement: 'The first argument is converted before the options are looked at.',
    },
    'constructor.unsupported-type-throws': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '4'),
      statement:
        'The constructor throws a NotSupportedError DOMException for a mimeType that is no MIME type or names no container for recordings.',
    },
    'constructor.type-checked-for-any-stream': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '4'),
      statement: 'An unsupported mimeType makes the constructor throw whatever the tracks of the stream are.',
    },
    'constructor.converts-before-it-checks': {
      level: 'must',
      standing: 'settled',
      source: webIdl('overload resolution', 'dfn-overload-resolution-algorithm'),
      statement:
        'A wrong option is a TypeError even when the mimeType is not supported: all options are converted before the type is checked.',
    },
    'constructor.keeps-the-type': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '11'),
      statement: 'The mimeType attribute of a new recorder is the mimeType option, letter for letter.',
    },
    'constructor.no-type-is-empty': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '11'),
      statement: 'The mimeType attribute of a new recorder is the empty string when no type was asked for.',
    },
    'constructor.type-is-made-a-string': {
      level: 'must',
      standing: 'settled',
      source: webIdl('DOMString', 'js-DOMString'),
      statement: 'A mimeType that is no string is converted to one before it is checked.',
    },
    'constructor.defers-unlisted-codecs': {
      level: 'must',
      standing: 'recent',
      source: step('is type supported', '9'),
      statement:
        'The constructor does not throw for a codec that is not in the list of synchronously exposed ones, if the container is supported.',
      note: `Since March 2026 such a codec is checked when the recording starts: ${specIssue(226)}`,
    },
    'constructor.does-not-keep-the-options': {
      level: 'must',
      standing: 'settled',
      source: webIdl('dictionary types', 'js-dictionary'),
      statement: 'What happens to the options object after the constructor has returned does not matter.',
    },
    'constructor.keeps-bitrates': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '13 and 14'),
      statement: 'videoBitsPerSecond and audioBitsPerSecond are what the options said.',
    },
    'constructor.keeps-extreme-bitrates': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '13 and 14'),
      statement:
        'videoBitsPerSecond and audioBitsPerSecond are what the options said, however small or large.',
    },
    'constructor.keeps-both-bitrates': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '13 and 14'),
      statement: 'Both bitrates can be given together, and both are kept.',
    },
    'constructor.chooses-bitrates': {
      level: 'must',
      standing: 'unclear',
      source: step('constructor', '13 and 14'),
      statement: 'Without options the bitrates are what the browser finds reasonable.',
      note: `Whether zero is a reasonable target before a recording, or stands for one that is not known yet, is not said: ${specIssue(205)}`,
    },
    'constructor.total-bitrate': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '15'),
      statement: 'With bitsPerSecond the sum of both bitrates is close to it.',
      note: 'The spec does not say how close; from half to one and a half of it is accepted.',
    },
    'constructor.total-bitrate-overrides': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '15'),
      statement:
        'bitsPerSecond wins over videoBitsPerSecond and audioBitsPerSecond when both kinds are given.',
      note: 'The spec does not say how close the sum must be; from half to one and a half of it is accepted.',
    },
    'constructor.total-bitrate-of-zero': {
      level: 'must',
      standing: 'unclear',
      source: step('constructor', '15'),
      statement: 'With a bitsPerSecond of zero the bitrates are numbers.',
      note: 'A sum close to zero leaves nothing to record with, so that zero, a smallest target, and the default all have something for them.',
    },
    'constructor.accepts-any-bitrate': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '13 to 15'),
      statement: 'No bitrate makes the constructor throw.',
    },
    'constructor.bitrate-mode-default': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '16'),
      statement: 'audioBitrateMode is variable when the options do not say.',
    },
    'constructor.bitrate-mode-variable': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '16'),
      statement: 'audioBitrateMode is variable when the options ask for it.',
    },
    'constructor.bitrate-mode-constant': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '16'),
      statement:
        'audioBitrateMode is constant when the options ask for it and it is supported, and variable otherwise.',
    },
    'constructor.accepts-key-frame-options': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '8 and 9'),
      statement: 'Either key-frame option is accepted with any number.',
    },
    'constructor.accepts-both-key-frame-options': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '12'),
      statement:
        'The constructor accepts both key-frame options together: it is start() that throws for them.',
      note: `A test of Web Platform Tests expects the constructor to throw; the text places the check in start(): ${specIssue(219)}`,
    },
    'constructor.all-options-together': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '5 to 16'),
      statement: 'Options that do not contradict each other can be given together, and each has its effect.',
    },
  },
} as const satisfies Section;
