import { must, type Section } from '../../rule.ts';
import { passage, step } from '../../source.ts';

const RETRIEVABLE = passage('tracks at playback', 'dom-mediarecorder-start');
const BEGIN = step('start()', '15.3.2');

/** That the bytes of a recording are what the recorder says of them, and what the stream was. */
export const claimRules = {
  'media.container-as-said': must(
    BEGIN,
    'The container of a recording is the one that mimeType names when recording has begun.',
  ),
  'media.codecs-as-said': must(
    BEGIN,
    'The codecs of a recording are those that mimeType names when recording has begun.',
  ),
  'media.blob-type-as-recorded': must(
    passage('BlobEvent data', 'dom-blobevent-data'),
    'The type of a Blob names the container and the codecs that are in its bytes.',
  ),
  'media.type-as-requested': must(
    step('start()', '8'),
    'A recording has the container and the codecs that its recorder was asked for.',
  ),
  'media.supported-type-has-media': must(
    passage('isTypeSupported()', 'dom-mediarecorder-istypesupported'),
    'A recording of a type that isTypeSupported() says is supported has media in each track.',
  ),
  'media.tracks-as-in-the-stream': must(
    step('start()', '15.3'),
    'A recording has as many tracks of each kind as the stream.',
  ),
  'media.several-tracks-of-a-kind': must(
    step('start()', '14'),
    'A stream with two tracks of a kind is recorded with both, or start() throws a NotSupportedError DOMException.',
  ),
  'media.picture-size': must(
    RETRIEVABLE,
    'The pictures of a recording are as wide and as high as those of the source.',
    { standing: 'interop' },
  ),
  'media.channels': must(RETRIEVABLE, 'Sound of one channel is recorded with one channel.', {
    standing: 'interop',
  }),
  'media.tempo-of-sound': must(RETRIEVABLE, 'Sound is recorded at the speed and pitch that it had.'),
  'media.times-of-pictures': must(
    RETRIEVABLE,
    'Pictures are as far apart in the recording as they were when they were drawn.',
    { standing: 'interop' },
  ),
  'media.begins-near-zero': must(RETRIEVABLE, 'The times of a recording begin near zero.', {
    standing: 'interop',
    note: 'Nothing says from when times count; players that trust the first timestamp show a recording that lasts for hours.',
  }),
} as const satisfies Section['rules'];
