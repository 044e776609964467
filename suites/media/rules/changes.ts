import { must, type Rule } from '../../rule.ts';
import { passage, step } from '../../source.ts';

const RETRIEVABLE = passage('tracks at playback', 'dom-mediarecorder-start');

/** What becomes of a recording whose source changes while it is made. */
export const changeRules = {
  'media.canvas-resized': must(
    step('start()', '15.6'),
    'When a canvas changes its size, what is drawn afterwards is recorded too, or the recording ends with an UnknownError.',
  ),
  'media.frame-rate-changed': must(
    RETRIEVABLE,
    'Pictures that come in haste, then slowly, then in haste again are recorded from each of the three.',
  ),
  'media.audio-source-switched': must(
    RETRIEVABLE,
    'When other sound is led into the same track, the recording holds first the one, then the other.',
  ),
  'media.one-track-ends': must(
    step('start()', '15.8'),
    'When one of two tracks ends, what the other one brings afterwards is recorded.',
  ),
} as const satisfies Readonly<Record<string, Rule>>;
