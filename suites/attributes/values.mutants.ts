import type { Mutants } from '../../fixtures/recorders/install.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { altered, noticedWhere } from '../../fixtures/recorders/mutants/make.ts';

const isAsked = ({ constrainedMimeType }: Recorder): boolean => constrainedMimeType !== '';
const ANNOUNCED = 'video/webm;codecs="vp8,opus"';

/** Attributes of recorders whose type changes at the wrong time, or to the wrong value. */
const mimeTypes: Mutants = {
  ...Object.fromEntries(
    (['none', 'container'] as const).map((constraint) => [
      `mime-type-by-start-${constraint}`,
      noticedWhere(
        { constraint },
        altered('attributes.mime-type-until-start-event', 'start() names the codecs itself.', (normal) => ({
          start: (recorder, timeslice) => {
            normal.start(recorder, timeslice);
            if (isAsked(recorder) === (constraint === 'container')) recorder.mimeType = ANNOUNCED;
          },
        })),
      ),
    ]),
  ),
  'mime-type-never-extended': altered(
    ['attributes.mime-type-in-start-event', 'attributes.mime-type-stays-while-recording'],
    'mimeType stays what was asked for.',
    (normal) => ({
      fireEvent: (recorder, name) => {
        recorder.mimeType = recorder.constrainedMimeType;
        normal.fireEvent(recorder, name);
      },
    }),
  ),
  'mime-type-extended-after-start-event': altered(
    'attributes.mime-type-in-start-event',
    'mimeType is extended only after the start event.',
    (normal) => ({
      fireEvent: (recorder, name) => {
        const { mimeType } = recorder;
        if (name === 'start') recorder.mimeType = recorder.constrainedMimeType;
        normal.fireEvent(recorder, name);
        if (name === 'start') recorder.mimeType = mimeType;
      },
    }),
  ),
  'mime-type-without-codecs': altered(
    'attributes.mime-type-in-start-event',
    'The extended type names no codec.',
    (normal) => ({
      extendedMimeType: (recorder, recording) =>
        normal.extendedMimeType(recorder, recording).split(';')[0] ?? '',
    }),
  ),
  'mime-type-with-one-codec': noticedWhere(
    { source: 'both' },
    altered(
      'attributes.mime-type-in-start-event',
      'The extended type names the first codec only.',
      (normal) => ({
        extendedMimeType: (recorder, { container, codecs }) =>
          normal.extendedMimeType(recorder, { container, codecs: codecs.slice(0, 1) }),
      }),
    ),
  ),
  'mime-type-of-another-container': noticedWhere(
    { constraint: 'container' },
    altered(
      'attributes.mime-type-in-start-event',
      'The extended type names another container.',
      (normal) => ({
        extendedMimeType: (recorder, recording) =>
          normal.extendedMimeType(recorder, recording).replace('video/webm', 'video/x-matroska'),
      }),
    ),
  ),
  'mime-type-reset-by-refusal': altered(
    'attributes.mime-type-after-failed-start',
    'A start() that is refused resets mimeType.',
    (normal) => ({
      start: (recorder, timeslice) => {
        if (recorder.state !== 'inactive') recorder.mimeType = recorder.constrainedMimeType;
        normal.start(recorder, timeslice);
      },
    }),
  ),
  ...Object.fromEntries(
    ['canvas', 'tone'].map((source) => [
      `mime-type-forgets-codecs-${source}`,
      noticedWhere(
        { source },
        altered(
          'attributes.mime-type-keeps-codecs',
          'Codecs that were asked for are replaced.',
          (normal) => ({
            extendedMimeType: (recorder, recording) => {
              const type = normal.extendedMimeType(recorder, recording);
              return isAsked(recorder) ? type.replace(/vp8|opus/, 'vp9') : type;
            },
          }),
        ),
      ),
    ]),
  ),
  'mime-type-changes-with-data': altered(
    'attributes.mime-type-stays-while-recording',
    'Each dataavailable event changes mimeType.',
    (normal) => ({
      fireBlobEvent: (recorder, gathered) => {
        recorder.mimeType = recorder.constrainedMimeType;
        normal.fireBlobEvent(recorder, gathered);
      },
    }),
  ),
  ...Object.fromEntries(
    (['pause', 'resume'] as const).map((method) => [
      `mime-type-changes-with-${method}`,
      altered('attributes.mime-type-stays-while-recording', `${method}() resets mimeType.`, (normal) => ({
        [method]: (recorder: Recorder): void => {
          normal[method](recorder);
          recorder.mimeType = recorder.constrainedMimeType;
        },
      })),
    ]),
  ),
  ...keptAfter('stop', 'reset-by-stop', 'stop()'),
  ...keptAfter('tracksEnded', 'reset-by-ended-tracks', 'the end of the tracks'),
  ...keptAfter('streamChanged', 'reset-by-error', 'a changed stream'),
  'mime-type-emptied-by-stop': noticedWhere(
    { constraint: 'container' },
    altered('attributes.mime-type-reset-by-stop', 'stop() empties mimeType.', (normal) => ({
      inactivate: (recorder) => {
        normal.inactivate(recorder);
        recorder.mimeType = '';
      },
    })),
  ),
  'mime-type-emptied-by-late-start': altered(
    'attributes.mime-type-when-stopped-at-once',
    'The start event of a recording that is over empties mimeType.',
    (normal) => ({
      fireEvent: (recorder, name) => {
        if (name === 'start' && recorder.state === 'inactive') recorder.mimeType = '';
        normal.fireEvent(recorder, name);
      },
    }),
  ),
  'mime-type-extended-once': altered(
    'attributes.mime-type-extended-again',
    'The type is extended in the first recording only.',
    (normal) => {
      const known = new WeakSet<object>();
      return {
        fireEvent: (recorder, name) => {
          if (name === 'start' && known.has(recorder)) recorder.mimeType = recorder.constrainedMimeType;
          known.add(recorder);
          normal.fireEvent(recorder, name);
        },
      };
    },
  ),
};

/** Recorders that keep the extended type after one of the ends of a recording. */
function keptAfter(end: 'stop' | 'tracksEnded' | 'streamChanged', rule: string, what: string): Mutants {
  return {
    [`mime-type-kept-after-${end}`]: altered(
      `attributes.mime-type-${rule}`,
      `mimeType is not reset by ${what}.`,
      (normal) => {
        const ended = new WeakSet<object>();
        const mark = (recorder: Recorder): void => void ended.add(recorder);
        const inactivate = (recorder: Recorder): void => {
          const { mimeType } = recorder;
          normal.inactivate(recorder);
          if (ended.has(recorder)) recorder.mimeType = mimeType;
        };
        if (end === 'stop') {
          const stop = (recorder: Recorder): void => {
            mark(recorder);
            normal.stop(recorder);
          };
          return { inactivate, stop };
        }
        const over: typeof normal.tracksEnded = (recorder, gathering) => {
          mark(recorder);
          normal[end](recorder, gathering);
        };
        return { inactivate, [end]: over };
      },
    ),
  };
}

/** Changes something when start() has returned, or when a recording has been inactivated. */
function changedBy(
  rules: readonly [string, ...string[]],
  misdeed: string,
  change: (recorder: Recorder) => void,
): Mutants {
  return Object.fromEntries(
    rules.flatMap((rule) =>
      (['start', 'inactivate'] as const).map((step) => [
        `${rule}-by-${step}`,
        altered(`attributes.${rule}`, `${step}: ${misdeed}`, (normal) => ({
          start: (recorder, timeslice) => {
            normal.start(recorder, timeslice);
            if (step === 'start') change(recorder);
          },
          inactivate: (recorder) => {
            normal.inactivate(recorder);
            if (step === 'inactivate') change(recorder);
          },
        })),
      ]),
    ),
  );
}

/** Recorders whose attributes do not outlast a recording. */
export const attributeValueMutants: Mutants = {
  ...mimeTypes,
  ...changedBy(['stream-stays'], 'The stream is replaced by a copy.', (recorder) => {
    recorder.stream = new MediaStream(recorder.stream.getTracks());
  }),
  ...changedBy(['bitrate-mode-stays'], 'The bitrate mode becomes constant.', (recorder) => {
    recorder.audioBitrateMode = 'constant';
  }),
  ...changedBy(['total-bitrate-stays'], 'The bitrates are doubled.', (recorder) => {
    recorder.videoBitsPerSecond *= 2;
    recorder.audioBitsPerSecond *= 2;
  }),
  'given-bitrates-lost': altered(
    'attributes.bitrates-stay',
    'start() chooses the bitrates anew.',
    (normal) => ({
      start: (recorder, timeslice) => {
        normal.start(recorder, timeslice);
        recorder.videoBitsPerSecond = 2_500_000;
      },
    }),
  ),
  'bitrate-of-missing-kind-zero': altered(
    'attributes.bitrates-stay',
    'start() sets the bitrate of a kind without tracks to zero.',
    (normal) => ({
      start: (recorder, timeslice) => {
        normal.start(recorder, timeslice);
        if (recorder.stream.getAudioTracks().length === 0) recorder.audioBitsPerSecond = 0;
      },
    }),
  ),
  ...Object.fromEntries(
    (['given', 'chosen'] as const).map((whose) => [
      `${whose}-bitrates-undefined-afterwards`,
      altered(
        `attributes.${whose}-bitrates-afterwards`,
        'The bitrates are no numbers after a recording.',
        (normal) => ({
          inactivate: (recorder) => {
            normal.inactivate(recorder);
            recorder.videoBitsPerSecond = Number.NaN;
          },
        }),
      ),
    ]),
  ),
};
