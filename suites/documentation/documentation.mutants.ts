import type { Mutant, Mutants } from '../../fixtures/recorders/install.ts';
import type { Algorithms } from '../../fixtures/recorders/reference/algorithms/index.ts';
import { altered, damaged, noticedWhere } from '../../fixtures/recorders/mutants/make.ts';

const changed = (
  rule: string,
  misdeed: string,
  change: (normal: Algorithms) => Partial<Algorithms>,
): Mutant => altered(`documentation.${rule}`, misdeed, change);

/** A recorder whose recordings are not made of what was recorded. */
const garbled = (rule: string, source: string): Mutant =>
  noticedWhere(
    { source },
    changed(rule, 'What is recorded cannot be played.', (normal) => ({
      fireBlobEvent: (recorder, gathered) => {
        const { type, size } = gathered.data;
        normal.fireBlobEvent(recorder, { ...gathered, data: new Blob([new Uint8Array(size)], { type }) });
      },
    })),
  );

/** A recorder whose final event comes in another state, or more than once. */
const ending = (
  end: string,
  misdeed: string,
  fire: (normal: Algorithms) => Algorithms['fireBlobEvent'],
): Mutant =>
  noticedWhere(
    { end },
    altered(
      ['documentation.state-tells-the-last-data', 'documentation.recipe-microphone-file'],
      misdeed,
      (normal) => ({ fireBlobEvent: fire(normal) }),
    ),
  );

const twice =
  (normal: Algorithms): Algorithms['fireBlobEvent'] =>
  (recorder, gathered) => {
    normal.fireBlobEvent(recorder, gathered);
    if (recorder.state === 'inactive') normal.fireBlobEvent(recorder, gathered);
  };

const recordingStill =
  (normal: Algorithms): Algorithms['fireBlobEvent'] =>
  (recorder, gathered) => {
    const { state } = recorder;
    recorder.state = 'recording';
    normal.fireBlobEvent(recorder, gathered);
    recorder.state = state;
  };

/** Recorders that neither the spec nor the documentation would recognize. */
export const documentationMutants: Mutants = {
  'ignores-muted-media': damaged(
    'documentation.ignore-muted-media',
    'ignoreMutedMedia is true at first.',
    ({ prototype }) => void Object.defineProperty(prototype, 'ignoreMutedMedia', { get: () => true }),
  ),
  'onwarning-undefined': damaged(
    'documentation.warning-event',
    'onwarning is there without a value.',
    ({ prototype }) => void Object.defineProperty(prototype, 'onwarning', { get: () => undefined }),
  ),
  'warns-of-nothing': changed('warning-event', 'Every recording brings a warning.', (normal) => ({
    fireEvent: (recorder, name) => {
      if (name === 'stop') recorder.target.dispatchEvent(new Event('warning'));
      normal.fireEvent(recorder, name);
    },
  })),
  ...Object.fromEntries(
    (['pause', 'resume'] as const).map((method) => [
      `${method}-seems-inactive`,
      changed(`${method}-in-a-task`, `After ${method}() the recorder seems to be inactive.`, (normal) => ({
        [method]: (recorder: Parameters<Algorithms['pause']>[0]): void => {
          normal[method](recorder);
          recorder.state = 'inactive';
        },
      })),
    ]),
  ),
  ...Object.fromEntries(
    (['InvalidStateError', 'InvalidModificationError'] as const).map((name) => [
      `start-on-changed-tracks-${name}`,
      changed(
        'start-on-changed-tracks',
        `start() throws an ${name} for tracks that were added.`,
        (normal) => {
          const known = new WeakMap<object, number>();
          return {
            construct: (recorder, stream, options) => {
              normal.construct(recorder, stream, options);
              known.set(recorder, stream.getTracks().length);
            },
            start: (recorder, timeslice) => {
              const same = known.get(recorder) === recorder.stream.getTracks().length;
              // The documented exception is allowed, but not in a recorder that records all the same.
              if (same || name === 'InvalidModificationError') normal.start(recorder, timeslice);
              if (!same) throw new DOMException('tracks were added', name);
            },
          };
        },
      ),
    ]),
  ),
  'stop-when-inactive-type-error': changed('stop-when-inactive', 'stop() throws a TypeError.', (normal) => ({
    stop: (recorder) => {
      if (recorder.state === 'inactive') throw new TypeError('nothing to stop');
      normal.stop(recorder);
    },
  })),
  ...Object.fromEntries(
    ['stop', 'tracks'].flatMap((end) => [
      [
        `last-data-while-recording-${end}`,
        ending(end, 'The last data comes before the state changes.', recordingStill),
      ],
      [`last-data-twice-${end}`, ending(end, 'The last data comes twice.', twice)],
    ]),
  ),
  'microphone-is-ogg': changed(
    'microphone-is-webm',
    'Audio is recorded as Ogg without options.',
    (normal) => ({
      extendedMimeType: (recorder, recording) =>
        normal.extendedMimeType(recorder, recording).replace('audio/webm', 'audio/ogg'),
    }),
  ),
  'dictaphone-plays-nothing': garbled('recipe-dictaphone', 'microphone'),
  'element-recording-plays-nothing': garbled('recipe-media-element', 'element'),
};
