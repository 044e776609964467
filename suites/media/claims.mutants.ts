import type { Mutants } from '../../fixtures/recorders/install.ts';
import { configurationFor } from '../../fixtures/recorders/reference/configuration.ts';
import { altered, noticedWhere } from '../../fixtures/recorders/mutants/make.ts';
import {
  configured,
  delivering,
  hearing,
  redated,
  redrawn,
  resounded,
  seeing,
  writing,
} from '../../fixtures/recorders/mutants/make-media.ts';

const HOUR_MICROSECONDS = 3_600_000_000;

/** Recorders that say of their recordings what is not so, or record something else than there was. */
export const claimMutants: Mutants = {
  'type-says-mp4': altered(
    ['media.container-as-said', 'media.blob-type-as-recorded'],
    'mimeType and the Blobs say MP4 whatever the container is.',
    (normal) => ({
      extendedMimeType: (recorder, recording) =>
        recording.container.writer === 'mp4'
          ? 'video/webm;codecs=vp8'
          : normal.extendedMimeType(recorder, recording).replace(/^(\w+)\/\w+/, '$1/mp4'),
    }),
  ),
  'type-says-another-codec': altered(
    ['media.codecs-as-said', 'media.blob-type-as-recorded'],
    'mimeType and the Blobs name another codec than the recording has.',
    (normal) => ({
      extendedMimeType: (recorder, recording) => {
        const said = normal.extendedMimeType(recorder, recording).replace(/;.*/, '');
        return `${said};codecs=${recording.codecs.some(({ codec }) => codec.muxer === 'vp9') ? 'vp8' : 'vp9'}`;
      },
    }),
  ),
  'type-names-no-codecs': altered('media.codecs-as-said', 'mimeType names no codecs.', (normal) => ({
    extendedMimeType: (recorder, recording) =>
      normal.extendedMimeType(recorder, recording).replace(/;.*/, ''),
  })),
  'type-names-the-codec-of-pictures-alone': noticedWhere(
    { source: 'both' },
    altered('media.codecs-as-said', 'mimeType names no codec for sound beside pictures.', (normal) => ({
      extendedMimeType: (recorder, recording) => {
        const video = recording.codecs.find(({ codec }) => codec.kind === 'video');
        const said = normal.extendedMimeType(recorder, recording);
        return video === undefined ? said : `${said.replace(/;.*/, '')};codecs=${video.name}`;
      },
    })),
  ),
  'blobs-of-another-type': delivering(
    'media.blob-type-as-recorded',
    'The Blobs are of a type that the recording is not.',
    () => (data) => data.slice(0, data.size, 'video/mp4;codecs=hvc1'),
  ),
  'asked-codec-ignored': configured(
    'media.type-as-requested',
    'The codecs that were asked for are ignored.',
    ({ configuration, tracks }) => {
      const kinds = (['audio', 'video'] as const).filter((kind) =>
        tracks.some((track) => track.kind === kind),
      );
      const other = configurationFor(configuration.container.essence, kinds);
      const asked = configuration.candidates.video[0]?.codec.muxer;
      const video = (other?.candidates.video ?? []).filter(({ codec }) => codec.muxer !== asked);
      return { configuration: { ...configuration, candidates: { ...configuration.candidates, video } } };
    },
  ),
  'asked-container-ignored': configured(
    'media.type-as-requested',
    'Whatever container was asked for, Matroska is written.',
    ({ configuration, write }) => ({
      write: () => write({ ...configuration.container, writer: 'matroska' }),
    }),
  ),
  'supported-type-without-media': writing(
    'media.supported-type-has-media',
    'Of some types that are said to be supported nothing is recorded.',
    () => () => [],
  ),
  'sound-left-out': noticedWhere(
    { source: 'both' },
    configured(
      ['media.tracks-as-in-the-stream', 'media.whole'],
      'Beside pictures no sound is recorded.',
      ({ tracks }) => ({
        tracks: tracks.some(({ kind }) => kind === 'video')
          ? tracks.filter(({ kind }) => kind === 'video')
          : tracks,
      }),
    ),
  ),
  'pictures-left-out': noticedWhere(
    { source: 'both' },
    configured('media.tracks-as-in-the-stream', 'Beside sound no pictures are recorded.', ({ tracks }) => ({
      tracks: tracks.some(({ kind }) => kind === 'audio')
        ? tracks.filter(({ kind }) => kind === 'audio')
        : tracks,
    })),
  ),
  ...Object.fromEntries(
    (['canvas', 'tone'] as const).map((source) => [
      `first-of-a-kind-alone-${source}`,
      noticedWhere(
        { source },
        configured('media.several-tracks-of-a-kind', 'Of each kind one track is recorded.', ({ tracks }) => ({
          tracks: tracks.filter(
            (track, index) => tracks.findIndex(({ kind }) => kind === track.kind) === index,
          ),
        })),
      ),
    ]),
  ),
  'pictures-halved': seeing(
    'media.picture-size',
    'Pictures are half as wide and half as high.',
    () => (frame) => {
      const size = { width: frame.displayWidth / 2, height: frame.displayHeight / 2 };
      return redrawn(frame, size, (context, drawn) =>
        context.drawImage(drawn, 0, 0, size.width, size.height),
      );
    },
  ),
  'pictures-always-landscape': noticedWhere(
    { size: '96x128' },
    seeing('media.picture-size', 'Pictures that are higher than wide are turned.', () => (frame) => {
      const size = { width: frame.displayHeight, height: frame.displayWidth };
      if (size.width <= size.height) return [frame];
      return redrawn(frame, size, (context, drawn) => context.drawImage(drawn, 0, 0));
    }),
  ),
  'pictures-of-one-size': noticedWhere(
    { size: '320x180' },
    seeing('media.picture-size', 'Pictures are never wider than 160.', () => (frame) => {
      const width = Math.min(160, frame.displayWidth);
      if (width === frame.displayWidth) return [frame];
      const size = { width, height: Math.round((frame.displayHeight * width) / frame.displayWidth) };
      return redrawn(frame, size, (context, drawn) =>
        context.drawImage(drawn, 0, 0, size.width, size.height),
      );
    }),
  ),
  'sound-always-stereo': hearing(
    'media.channels',
    'Sound of one channel is recorded with two.',
    () =>
      ({ channels, ...sound }) => [
        { ...sound, channels: channels.length === 1 ? [...channels, ...channels] : channels },
      ],
  ),
  'sound-too-fast': hearing(
    'media.tempo-of-sound',
    'Sound is recorded a tenth faster than it was.',
    () => (sound) => resounded(sound, (samples) => samples.filter((_sample, index) => index % 10 !== 9)),
  ),
  'sound-too-slow': hearing(
    'media.tempo-of-sound',
    'Sound is recorded at half its speed.',
    () => (sound) =>
      resounded(sound, (samples) =>
        Float32Array.from({ length: samples.length * 2 }, (_, index) => samples[index >> 1] ?? 0),
      ),
  ),
  'sound-too-fast-beside-pictures': noticedWhere(
    { source: 'both' },
    hearing(
      'media.tempo-of-sound',
      'Sound is recorded a tenth faster beside pictures.',
      (_track, { stream }) =>
        (sound) =>
          stream.getVideoTracks().length === 0
            ? [sound]
            : resounded(sound, (samples) => samples.filter((_sample, index) => index % 10 !== 9)),
    ),
  ),
  'pictures-dated-by-their-count': writing(
    'media.times-of-pictures',
    'Pictures are dated as if a hundred came in a second.',
    (kind) => {
      let nth = 0;
      return (chunk) => (kind === 'audio' ? [chunk] : [redated(chunk, (nth += 1) * 10_000)]);
    },
  ),
  'times-begin-late': writing(
    'media.begins-near-zero',
    'The times of a recording begin with an hour.',
    () => (chunk) => [redated(chunk, chunk.timestamp + HOUR_MICROSECONDS)],
  ),
};
