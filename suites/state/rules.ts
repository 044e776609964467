import { must, type Section } from '../rule.ts';
import { step } from '../source.ts';

/** The `state` attribute before a recording. */
export const state = {
  id: 'state',
  title: 'state',
  rules: {
    'state.inactive-at-first': must(step('constructor', '12'), 'A new recorder is inactive.'),
    'state.constructing-records-nothing': must(
      step('constructor', '12'),
      'Constructing a recorder starts nothing: it stays inactive and fires no event.',
    ),
    'state.recorders-are-independent': must(
      step('start()', '1'),
      'Starting, pausing and stopping one recorder changes no other recorder of the same stream.',
    ),
  },
} as const satisfies Section;
