import { measured, type Section } from '../rule.ts';
import { passage, step } from '../source.ts';

/** Qualities that the spec leaves free. They are measured and reported, and nothing judges them. */
export const metrics = {
  id: 'metrics',
  title: 'Measured qualities',
  rules: {
    'metrics.latency': measured(
      step('start()', '15.3'),
      'How long it takes from start() to the start event and to the first recorded frame or sound, and from stop() to the stop event.',
    ),
    'metrics.slices': measured(
      passage('start(timeslice)', 'dom-mediarecorder-start'),
      'How evenly slices arrive that are asked for every 100 ms, and how much media each holds.',
    ),
    'metrics.bitrate': measured(
      step('start()', '10'),
      'How the bitrates of a noisy picture and of sound compare with those that were asked for.',
    ),
    'metrics.frames': measured(
      step('start()', '15.3'),
      'How many of the frames that a canvas handed to its stream are in the recording.',
    ),
    'metrics.sync': measured(
      step('start()', '15.3'),
      'How far the picture is from the sound that was made at the same time, at the start.',
    ),
    'metrics.sync-after-a-minute': measured(
      step('start()', '15.3'),
      'How far the picture is from the sound that was made at the same time, after a minute.',
    ),
    'metrics.file': measured(
      step('start()', '15.1'),
      'How many bytes of a recording are neither picture nor sound, whether it states its duration, and whether an element can seek in it as it is.',
    ),
  },
} as const satisfies Section;
