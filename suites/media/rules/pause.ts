import { must, type Section } from '../../rule.ts';
import { step } from '../../source.ts';

/** What a pause leaves out of a recording, and what it does not. */
export const pauseRules = {
  'media.pause-leaves-out': must(
    step('pause()', '3.1'),
    'Nothing that a source first showed or sounded between the pause event and resume() is recorded.',
  ),
  'media.pause-keeps-what-was': must(
    step('pause()', '3.1'),
    'What was gathered before a pause is in the recording.',
  ),
  'media.resume-continues': must(
    step('resume()', '3.1'),
    'What a source shows or sounds after the resume event is in the same recording.',
  ),
  'media.pause-takes-no-time': must(
    step('resume()', '3.1'),
    'A pause takes no time of the recording: what follows it is dated right behind what came before.',
    {
      standing: 'interop',
      note: 'The spec says what is gathered and not how it is dated; applications rely on pauses being cut out.',
    },
  ),
} as const satisfies Section['rules'];
