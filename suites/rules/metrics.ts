import type { Section } from './rule.ts';
import { passage, step } from './source.ts';

/** Qualities that the spec leaves free. They are measured and reported, and nothing judges them. */
export const metrics = {
  id: 'metrics',
  title: 'Measured qualities',
  rules: {
    'metrics.latency': {
      level: 'may',
      standing: 'measured',
      source: step('start()', '15.3'),
      statement:
        'How long it takes from start() to the start event and to the first recorded frame or sound, and from stop() to the stop event.',
    },
    'metrics.slices': {
      level: 'may',
      standing: 'measured',
      source: passage('start(timeslice)', 'dom-mediarecorder-start'),
      statement: 'How evenly slices arrive that are asked for every 100 ms, and how much media each holds.',
    },
    'metrics.bitrate': {
      level: 'may',
      standing: 'measured',
      source: step('start()', '10'),
      statement: 'How the bitrates of a noisy picture and of sound compare with those that were asked for.',
    },
    'metrics.frames': {
      level: 'may',
      standing: 'measured',
      source: step('start()', '15.3'),
      statement: 'How many of the frames that a canvas handed to its stream are in the recording.',
    },
    'metrics.sync': {
      level: 'may',
      standing: 'measured',
      source: step('start()', '15.3'),
      statement: 'How far the picture is from the sound that was made at the same time, at the start.',
    },
    'metrics.sync-after-a-minute': {
      level: 'may',
      standing: 'measured',
      source: step('start()', '15.3'),
      statement: 'How far the picture is from the sound that was made at the same time, after a minute.',
    },
    'metrics.file': {
      level: 'may',
      standing: 'measured',
      source: step('start()', '15.1'),
      statement:
        'How many bytes of a recording are neither picture nor sound, whether it states its duration, and whether an element can seek in it as it is.',
    },
  },
} as const satisfies Section;
