import { must, should, type Section } from '../../rule.ts';
import { passage, step } from '../../source.ts';

const PLAYABLE = passage('the Blobs of a recording together', 'dom-mediarecorder-start');
const RETRIEVABLE = passage('tracks at playback', 'dom-mediarecorder-start');

/** That a recording is whole, and holds what there was to record in its order. */
export const contentRules = {
  'media.whole': must(
    PLAYABLE,
    'The Blobs of a recording joined in order are one file, with every track of the stream, that can be decoded to its end.',
  ),
  'media.second-recording-whole': must(
    PLAYABLE,
    'A second recording of the same recorder is a whole file by itself.',
  ),
  'media.plays-in-an-element': should(
    passage('mimeType', 'dom-mediarecorder-mimetype'),
    'A media element of the same browser plays a recording to its end.',
  ),
  'media.no-bytes-twice': must(
    step('requestData()', '1.2'),
    'What one Blob has delivered no later one delivers again: no part of the container is in the file twice.',
  ),
  'media.frames-in-order': must(RETRIEVABLE, 'Pictures are shown in the order in which they were drawn.'),
  'media.times-in-order': must(
    RETRIEVABLE,
    'The times of what a recording holds never go back within a track.',
  ),
  'media.no-loss-at-borders': must(
    step('start()', '15.7'),
    'Where one slice ends and the next begins no more pictures are missing than elsewhere in the recording.',
    {
      note: 'Encoders drop single pictures on their own account; what is missing is what a concurrent recorder of the same stream kept.',
    },
  ),
  'media.tones-in-order': must(
    RETRIEVABLE,
    'Sound follows in its order, without a gap, a jump or a silence in between.',
  ),
  'media.recorded-from-the-start': must(
    step('start()', '15.3'),
    'What a source shows or sounds once the start event has come is in the recording.',
    {
      note: 'A quarter of a second is allowed for: what was shown at that moment is captured with the next pictures.',
    },
  ),
  'media.recorded-until-the-stop': must(
    step('stop()', '4.1'),
    'What a source showed or sounded well before stop() was called is in the recording.',
    {
      note: 'A whole recording of another recorder comes in between, for what was shown may be on its way for a while. Encoders may drop single pictures, so a quarter of a second of pictures and half a second of sound are allowed for.',
    },
  ),
} as const satisfies Section['rules'];
