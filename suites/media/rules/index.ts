import { changeRules } from './changes.ts';
import { claimRules } from './claims.ts';
import { contentRules } from './content.ts';
import { darkRules } from './dark.ts';
import { optionRules } from './options.ts';
import { pauseRules } from './pause.ts';
import { seamRules } from './seams.ts';
import type { Section } from '../../rule.ts';

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
