import type { Section } from './rule.ts';
import { passage } from './source.ts';

const DISABLED = passage('muted and disabled tracks', 'dom-mediarecorder-start');

/** What tracks that are disabled or muted leave in a recording: black and silence. */
export const darkRules = {
  'media.disabled-video-is-black': {
    level: 'must',
    standing: 'settled',
    source: DISABLED,
    statement: 'A video track that is disabled from the start is recorded as black frames.',
  },
  'media.disabled-audio-is-silent': {
    level: 'must',
    standing: 'settled',
    source: DISABLED,
    statement: 'An audio track that is disabled from the start is recorded as silence.',
  },
  'media.muted-track-is-dark': {
    level: 'must',
    standing: 'settled',
    source: DISABLED,
    statement: 'A muted track is recorded as black frames or silence beside one that is not.',
  },
  'media.disabled-in-between': {
    level: 'must',
    standing: 'settled',
    source: DISABLED,
    statement: 'Nothing that a source shows or sounds while its track is disabled is recorded.',
  },
  'media.enabled-again': {
    level: 'must',
    standing: 'settled',
    source: DISABLED,
    statement: 'What a source shows or sounds once its track is enabled again is in the same recording.',
  },
} as const satisfies Section['rules'];
