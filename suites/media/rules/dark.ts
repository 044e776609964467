import { must, type Section } from '../../rule.ts';
import { passage } from '../../source.ts';

const DISABLED = passage('muted and disabled tracks', 'dom-mediarecorder-start');

/** What tracks that are disabled or muted leave in a recording: black and silence. */
export const darkRules = {
  'media.disabled-video-is-black': must(
    DISABLED,
    'A video track that is disabled from the start is recorded as black frames.',
  ),
  'media.disabled-audio-is-silent': must(
    DISABLED,
    'An audio track that is disabled from the start is recorded as silence.',
  ),
  'media.muted-track-is-dark': must(
    DISABLED,
    'A muted track is recorded as black frames or silence beside one that is not.',
  ),
  'media.disabled-in-between': must(
    DISABLED,
    'Nothing that a source shows or sounds while its track is disabled is recorded.',
  ),
  'media.enabled-again': must(
    DISABLED,
    'What a source shows or sounds once its track is enabled again is in the same recording.',
  ),
} as const satisfies Section['rules'];
