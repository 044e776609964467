import type { Rule } from './rule.ts';
import { passage, step } from './source.ts';

const RETRIEVABLE = passage('tracks at playback', 'dom-mediarecorder-start');

/** What the options of a recorder do to the bytes that it makes. */
export const optionRules = {
  'media.first-frame-is-key': {
    level: 'must',
    standing: 'interop',
    source: RETRIEVABLE,
    statement: 'The first picture of a recording is a key frame, which can be decoded without any other.',
  },
  'media.key-frame-count': {
    level: 'should',
    standing: 'recent',
    source: step('start()', '12'),
    statement:
      'With videoKeyFrameIntervalCount no more than so many encoded frames, and one to spare, lie between key frames.',
  },
  'media.key-frame-duration': {
    level: 'should',
    standing: 'recent',
    source: step('start()', '12'),
    statement:
      'With videoKeyFrameIntervalDuration the first frame after so many milliseconds, or the one after it, is a key frame.',
  },
  'media.constant-audio-bitrate': {
    level: 'must',
    standing: 'settled',
    source: step('start()', '13'),
    statement:
      'With audioBitrateMode "constant" silence takes as many bytes as tones do, give or take a half.',
    note: 'What counts is the last third of the silence: an encoder of variable bitrate goes on as before for half a second, and gives silence hardly anything from then on.',
  },
} as const satisfies Readonly<Record<string, Rule>>;
