import type { Section } from './rule.ts';
import { step } from './source.ts';

/** What a pause leaves out of a recording, and what it does not. */
export const pauseRules = {
  'media.pause-leaves-out': {
    level: 'must',
    standing: 'settled',
    source: step('pause()', '3.1'),
    statement:
      'Nothing that a source first showed or sounded between the pause event and resume() is recorded.',
  },
  'media.pause-keeps-what-was': {
    level: 'must',
    standing: 'settled',
    source: step('pause()', '3.1'),
    statement: 'What was gathered before a pause is in the recording.',
  },
  'media.resume-continues': {
    level: 'must',
    standing: 'settled',
    source: step('resume()', '3.1'),
    statement: 'What a source shows or sounds after the resume event is in the same recording.',
  },
  'media.pause-takes-no-time': {
    level: 'must',
    standing: 'interop',
    source: step('resume()', '3.1'),
    statement:
      'A pause takes no time of the recording: what follows it is dated right behind what came before.',
    note: 'The spec says what is gathered and not how it is dated; applications rely on pauses being cut out.',
  },
} as const satisfies Section['rules'];
