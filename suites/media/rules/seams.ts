import { must, type Rule } from '../../rule.ts';
import { passage } from '../../source.ts';

const RETRIEVABLE = passage('tracks at playback', 'dom-mediarecorder-start');

/** Sources at the edge of what recorders are made for. */
export const seamRules = {
  'media.many-slices': must(
    passage('the Blobs of a recording together', 'dom-mediarecorder-start'),
    'However many slices of 100 ms a recording has, together they are one whole file, in order.',
  ),
  'media.still-picture': must(
    RETRIEVABLE,
    'A picture that is drawn once, or again and again the same, is recorded.',
  ),
  'media.silent-sound': must(RETRIEVABLE, 'Sound that is silent throughout is recorded as silence.'),
  'media.sample-rates': must(
    RETRIEVABLE,
    'Sound of any usual sample rate is recorded without a gap and at its own speed.',
  ),
  'media.channel-counts': must(RETRIEVABLE, 'Sound of one, two or six channels is recorded without a gap.'),
  'media.odd-sizes': must(
    RETRIEVABLE,
    'Pictures of unusual sizes are recorded; where the encoder wants even sizes, with one pixel more or less.',
    { standing: 'interop' },
  ),
} as const satisfies Readonly<Record<string, Rule>>;
