import type { Section } from './rule.ts';
import { passage, step } from './source.ts';

const RETRIEVABLE = passage('tracks at playback', 'dom-mediarecorder-start');
const BEGIN = step('start()', '15.3.2');

/** That the bytes of a recording are what the recorder says of them, and what the stream was. */
export const claimRules = {
  'media.container-as-said': {
    level: 'must',
    standing: 'settled',
    source: BEGIN,
    statement: 'The container of a recording is the one that mimeType names when recording has begun.',
  },
  'media.codecs-as-said': {
    level: 'must',
    standing: 'settled',
    source: BEGIN,
    statement: 'The codecs of a recording are those that mimeType names when recording has begun.',
  },
  'media.blob-type-as-recorded': {
    level: 'must',
    standing: 'settled',
    source: passage('BlobEvent data', 'dom-blobevent-data'),
    statement: 'The type of a Blob names the container and the codecs that are in its bytes.',
  },
  'media.type-as-requested': {
    level: 'must',
    standing: 'settled',
    source: step('start()', '8'),
    statement: 'A recording has the container and the codecs that its recorder was asked for.',
  },
  'media.supported-type-has-media': {
    level: 'must',
    standing: 'settled',
    source: passage('isTypeSupported()', 'dom-mediarecorder-istypesupported'),
    statement: 'A recording of a type that isTypeSupported() says is supported has media in each track.',
  },
  'media.tracks-as-in-the-stream': {
    level: 'must',
    standing: 'settled',
    source: step('start()', '15.3'),
    statement: 'A recording has as many tracks of each kind as the stream.',
  },
  'media.several-tracks-of-a-kind': {
    level: 'must',
    standing: 'settled',
    source: step('start()', '14'),
    statement:
      'A stream with two tracks of a kind is recorded with both, or start() throws a NotSupportedError DOMException.',
  },
  'media.picture-size': {
    level: 'must',
    standing: 'interop',
    source: RETRIEVABLE,
    statement: 'The pictures of a recording are as wide and as high as those of the source.',
  },
  'media.channels': {
    level: 'must',
    standing: 'interop',
    source: RETRIEVABLE,
    statement: 'Sound of one channel is recorded with one channel.',
  },
  'media.tempo-of-sound': {
    level: 'must',
    standing: 'settled',
    source: RETRIEVABLE,
    statement: 'Sound is recorded at the speed and pitch that it had.',
  },
  'media.times-of-pictures': {
    level: 'must',
    standing: 'interop',
    source: RETRIEVABLE,
    statement: 'Pictures are as far apart in the recording as they were when they were drawn.',
  },
  'media.begins-near-zero': {
    level: 'must',
    standing: 'interop',
    source: RETRIEVABLE,
    statement: 'The times of a recording begin near zero.',
    note: 'Nothing says from when times count; players that trust the first timestamp show a recording that lasts for hours.',
  },
} as const satisfies Section['rules'];
