import { changeRules } from './media-changes.ts';
import { claimRules } from './media-claims.ts';
import { contentRules } from './media-content.ts';
import { darkRules } from './media-dark.ts';
import { optionRules } from './media-options.ts';
import { pauseRules } from './media-pause.ts';
import { seamRules } from './media-seams.ts';
import type { Section } from './rule.ts';

/** What is inside a recording: every one is demuxed and decoded, and its content is known frame by frame. */
export const media = {
  id: 'media',
  title: 'Recorded media',
  rules: {
    ...contentRules,
    ...pauseRules,
    ...claimRules,
    ...darkRules,
    ...optionRules,
    ...changeRules,
    ...seamRules,
  },
} as const satisfies Section;
