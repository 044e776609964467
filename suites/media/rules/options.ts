import { must, should, type Rule } from '../../rule.ts';
import { passage, step } from '../../source.ts';

const RETRIEVABLE = passage('tracks at playback', 'dom-mediarecorder-start');

/** What the options of a recorder do to the bytes that it makes. */
export const optionRules = {
  'media.first-frame-is-key': must(
    RETRIEVABLE,
    'The first picture of a recording is a key frame, which can be decoded without any other.',
    { standing: 'interop' },
  ),
  'media.key-frame-count': should(
    step('start()', '12'),
    'With videoKeyFrameIntervalCount no more than so many encoded frames, and one to spare, lie between key frames.',
    { standing: 'recent' },
  ),
  'media.key-frame-duration': should(
    step('start()', '12'),
    'With videoKeyFrameIntervalDuration the first frame after so many milliseconds, or the one after it, is a key frame.',
    { standing: 'recent' },
  ),
  'media.constant-audio-bitrate': must(
    step('start()', '13'),
    'With audioBitrateMode "constant" silence takes as many bytes as tones do, give or take a half.',
    {
      note: 'What counts is the last third of the silence: an encoder of variable bitrate goes on as before for half a second, and gives silence hardly anything from then on.',
    },
  ),
} as const satisfies Readonly<Record<string, Rule>>;
