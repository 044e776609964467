import { must, type Section } from '../rule.ts';
import { step, webIdl, specIssue } from '../source.ts';

/** What the constructor accepts, what it checks, and what a new recorder looks like. */
export const construction = {
  id: 'constructor',
  title: 'Constructor',
  rules: {
    'constructor.refuses-what-is-no-stream': must(
      webIdl('interface types', 'js-interface'),
      'The constructor throws a TypeError when its first argument is anything but a MediaStream.',
    ),
    'constructor.accepts-any-stream': must(
      step('constructor', '1'),
      'A recorder can be made for a stream without tracks, and for one whose tracks have ended.',
    ),
    'constructor.accepts-a-track': must(
      step('constructor', '1'),
      'A recorder can be made for a stream with audio, with video, and with both.',
    ),
    'constructor.keeps-the-stream': must(
      step('constructor', '10'),
      'The stream attribute is the very object that the constructor was given.',
    ),
    'constructor.leaves-the-stream-alone': must(
      step('constructor', '10'),
      'Making a recorder changes nothing about the stream and its tracks.',
    ),
    'constructor.several-on-one-stream': must(
      step('constructor', '5'),
      'Any number of recorders can be made for one stream; each is an object of its own.',
    ),
    'constructor.converts-the-stream-first': must(
      webIdl('overload resolution', 'dfn-overload-resolution-algorithm'),
      'The first argument is converted before the options are looked at.',
    ),
    'constructor.unsupported-type-throws': must(
      step('constructor', '4'),
      'The constructor throws a NotSupportedError DOMException for a mimeType that is no MIME type or names no container for recordings.',
    ),
    'constructor.type-checked-for-any-stream': must(
      step('constructor', '4'),
      'An unsupported mimeType makes the constructor throw whatever the tracks of the stream are.',
    ),
    'constructor.converts-before-it-checks': must(
      webIdl('overload resolution', 'dfn-overload-resolution-algorithm'),
      'A wrong option is a TypeError even when the mimeType is not supported: all options are converted before the type is checked.',
    ),
    'constructor.keeps-the-type': must(
      step('constructor', '11'),
      'The mimeType attribute of a new recorder is the mimeType option, letter for letter.',
    ),
    'constructor.no-type-is-empty': must(
      step('constructor', '11'),
      'The mimeType attribute of a new recorder is the empty string when no type was asked for.',
    ),
    'constructor.type-is-made-a-string': must(
      webIdl('DOMString', 'js-DOMString'),
      'A mimeType that is no string is converted to one before it is checked.',
    ),
    'constructor.defers-unlisted-codecs': must(
      step('is type supported', '9'),
      'The constructor does not throw for a codec that is not in the list of synchronously exposed ones, if the container is supported.',
      {
        standing: 'recent',
        note: `Since March 2026 such a codec is checked when the recording starts: ${specIssue(226)}`,
      },
    ),
    'constructor.does-not-keep-the-options': must(
      webIdl('dictionary types', 'js-dictionary'),
      'What happens to the options object after the constructor has returned does not matter.',
    ),
    'constructor.keeps-bitrates': must(
      step('constructor', '13 and 14'),
      'videoBitsPerSecond and audioBitsPerSecond are what the options said.',
    ),
    'constructor.keeps-extreme-bitrates': must(
      step('constructor', '13 and 14'),
      'videoBitsPerSecond and audioBitsPerSecond are what the options said, however small or large.',
    ),
    'constructor.keeps-both-bitrates': must(
      step('constructor', '13 and 14'),
      'Both bitrates can be given together, and both are kept.',
    ),
    'constructor.chooses-bitrates': must(
      step('constructor', '13 and 14'),
      'Without options the bitrates are what the browser finds reasonable.',
      {
        standing: 'unclear',
        note: `Whether zero is a reasonable target before a recording, or stands for one that is not known yet, is not said: ${specIssue(205)}`,
      },
    ),
    'constructor.total-bitrate': must(
      step('constructor', '15'),
      'With bitsPerSecond the sum of both bitrates is close to it.',
      { note: 'The spec does not say how close; from half to one and a half of it is accepted.' },
    ),
    'constructor.total-bitrate-overrides': must(
      step('constructor', '15'),
      'bitsPerSecond wins over videoBitsPerSecond and audioBitsPerSecond when both kinds are given.',
      {
        note: 'The spec does not say how close the sum must be; from half to one and a half of it is accepted.',
      },
    ),
    'constructor.total-bitrate-of-zero': must(
      step('constructor', '15'),
      'With a bitsPerSecond of zero the bitrates are numbers.',
      {
        standing: 'unclear',
        note: 'A sum close to zero leaves nothing to record with, so that zero, a smallest target, and the default all have something for them.',
      },
    ),
    'constructor.accepts-any-bitrate': must(
      step('constructor', '13 to 15'),
      'No bitrate makes the constructor throw.',
    ),
    'constructor.bitrate-mode-default': must(
      step('constructor', '16'),
      'audioBitrateMode is variable when the options do not say.',
    ),
    'constructor.bitrate-mode-variable': must(
      step('constructor', '16'),
      'audioBitrateMode is variable when the options ask for it.',
    ),
    'constructor.bitrate-mode-constant': must(
      step('constructor', '16'),
      'audioBitrateMode is constant when the options ask for it and it is supported, and variable otherwise.',
    ),
    'constructor.accepts-key-frame-options': must(
      step('constructor', '8 and 9'),
      'Either key-frame option is accepted with any number.',
    ),
    'constructor.accepts-both-key-frame-options': must(
      step('start()', '12'),
      'The constructor accepts both key-frame options together: it is start() that throws for them.',
      {
        note: `A test of Web Platform Tests expects the constructor to throw; the text places the check in start(): ${specIssue(219)}`,
      },
    ),
    'constructor.all-options-together': must(
      step('constructor', '5 to 16'),
      'Options that do not contradict each other can be given together, and each has its effect.',
    ),
  },
} as const satisfies Section;
