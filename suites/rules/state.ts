import type { Section } from './rule.ts';
import { step } from './source.ts';

/** The `state` attribute before a recording. */
export const state = {
  id: 'state',
  title: 'state',
  rules: {
    'state.inactive-at-first': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '12'),
      statement: 'A new recorder is inactive.',
    },
    'state.constructing-records-nothing': {
      level: 'must',
      standing: 'settled',
      source: step('constructor', '12'),
      statement: 'Constructing a recorder starts nothing: it stays inactive and fires no event.',
    },
    'state.recorders-are-independent': {
      level: 'must',
      standing: 'settled',
      source: step('start()', '1'),
      statement: 'Starting, pausing and stopping one recorder changes no other recorder of the same stream.',
    },
  },
} as const satisfies Section;
