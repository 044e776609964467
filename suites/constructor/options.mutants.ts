import type { Mutant, Mutants } from '../../fixtures/recorders/install.ts';
import type { Recorder, RecorderOptions } from '../../fixtures/recorders/reference/recorder.ts';
import { functionOf } from '../../fixtures/recorders/mutants/interfaces.ts';
import { altered, damaged, noticedWhere, redefine } from '../../fixtures/recorders/mutants/make.ts';

const LARGEST = 2 ** 32 - 1;
const BITRATES = ['videoBitsPerSecond', 'audioBitsPerSecond'] as const;

/** A recorder that was made with an option and is changed afterwards, or whose maker refuses it. */
function afterConstruction(
  rule: string,
  misdeed: string,
  change: (recorder: Recorder, options: RecorderOptions) => void,
): Mutant {
  return altered(`constructor.${rule}`, misdeed, (normal) => ({
    construct: (recorder, stream, options) => {
      normal.construct(recorder, stream, options);
      change(recorder, options);
    },
  }));
}

function refuse(refused: boolean): void {
  if (refused) throw new DOMException('no such option', 'NotSupportedError');
}

/** Key-frame options that the constructor refuses, under the names that the cases give them. */
const REFUSED: Readonly<Record<string, (options: RecorderOptions) => boolean>> = {
  duration: ({ videoKeyFrameIntervalDuration }) => videoKeyFrameIntervalDuration === 1000,
  'duration-fraction': ({ videoKeyFrameIntervalDuration }) => videoKeyFrameIntervalDuration === 0.5,
  'duration-zero': ({ videoKeyFrameIntervalDuration }) => videoKeyFrameIntervalDuration === 0,
  'duration-negative': ({ videoKeyFrameIntervalDuration = 0 }) => videoKeyFrameIntervalDuration < 0,
  'duration-large': ({ videoKeyFrameIntervalDuration = 0 }) => videoKeyFrameIntervalDuration > 1e9,
  count: ({ videoKeyFrameIntervalCount }) => videoKeyFrameIntervalCount === 10,
  'count-zero': ({ videoKeyFrameIntervalCount }) => videoKeyFrameIntervalCount === 0,
  'count-largest': ({ videoKeyFrameIntervalCount }) => videoKeyFrameIntervalCount === LARGEST,
};

/** What becomes of extreme bitrates, and the cases that ask for them. */
const EXTREMES: readonly (readonly [bits: number, instead: number])[] = [
  [0, 1000],
  [1, 1000],
  [999, 1000],
  [10_000_000, 5_000_000],
  [LARGEST, 2 ** 31 - 1],
];

const SPECIFIC: Readonly<Record<string, readonly (typeof BITRATES)[number][]>> = {
  videoBitsPerSecond: ['videoBitsPerSecond'],
  audioBitsPerSecond: ['audioBitsPerSecond'],
  both: BITRATES,
};

const bitrateMutants: Mutants = Object.fromEntries([
  ...BITRATES.flatMap((member): readonly (readonly [string, Mutant])[] => [
    [
      `constructor-ignores-${member}`,
      noticedWhere(
        { member },
        afterConstruction('keeps-bitrates', `${member} is ignored.`, (recorder) => {
          recorder[member] =
            recorder.algorithms.reasonableBitrates()[member === 'audioBitsPerSecond' ? 'audio' : 'video'];
        }),
      ),
    ],
    [
      `constructor-chooses-no-${member}`,
      noticedWhere(
        { member },
        afterConstruction(
          'chooses-bitrates',
          `${member} is no number without options.`,
          (recorder, options) => {
            if (options[member] === undefined) recorder[member] = Number.NaN;
          },
        ),
      ),
    ],
    ...EXTREMES.map(
      ([bits, instead]) =>
        [
          `constructor-${member}-not-${bits}`,
          noticedWhere(
            { member, bits },
            afterConstruction('keeps-extreme-bitrates', `${member} is never ${bits}.`, (recorder) => {
              if (recorder[member] === bits) recorder[member] = instead;
            }),
          ),
        ] as const,
    ),
  ]),
  ...[0, 1, 999, 2 ** 31, LARGEST].flatMap((bits) =>
    [...BITRATES, 'bitsPerSecond' as const].map((member): readonly [string, Mutant] => [
      `constructor-refuses-${member}-${bits}`,
      noticedWhere(
        { member, bits },
        afterConstruction(
          'accepts-any-bitrate',
          `The constructor refuses a ${member} of ${bits}.`,
          (_recorder, options) => refuse(options[member] === bits),
        ),
      ),
    ]),
  ),
  ...Object.entries(SPECIFIC).map(([given, members]): readonly [string, Mutant] => [
    `constructor-specific-wins-${given}`,
    noticedWhere(
      { with: given },
      afterConstruction(
        'total-bitrate-overrides',
        `What is said of ${given} wins over the total.`,
        (recorder, options) => {
          for (const member of members) recorder[member] = options[member] ?? recorder[member];
        },
      ),
    ),
  ]),
  ...Object.entries(REFUSED).map(([given, refused]): readonly [string, Mutant] => [
    `constructor-refuses-key-frame-${given}`,
    noticedWhere(
      { given },
      afterConstruction(
        'accepts-key-frame-options',
        `The constructor refuses key frames: ${given}.`,
        (_recorder, options) => refuse(refused(options)),
      ),
    ),
  ]),
]);

/** Constructors that lose, change or refuse options. */
export const constructorOptionMutants: Mutants = {
  ...bitrateMutants,
  'constructor-keeps-one-bitrate': afterConstruction(
    'keeps-both-bitrates',
    'Of two bitrates only the one for video is kept.',
    (recorder, { videoBitsPerSecond, audioBitsPerSecond }) => {
      if (videoBitsPerSecond !== undefined && audioBitsPerSecond !== undefined) {
        recorder.audioBitsPerSecond = 128_000;
      }
    },
  ),
  'constructor-swaps-bitrates': afterConstruction(
    'keeps-both-bitrates',
    'Both bitrates together are swapped.',
    (recorder, { videoBitsPerSecond, audioBitsPerSecond }) => {
      if (audioBitsPerSecond === undefined || videoBitsPerSecond === undefined) return;
      recorder.videoBitsPerSecond = audioBitsPerSecond;
      recorder.audioBitsPerSecond = videoBitsPerSecond;
    },
  ),
  'constructor-ignores-total': afterConstruction('total-bitrate', 'bitsPerSecond is ignored.', (recorder) => {
    const { audio, video } = recorder.algorithms.reasonableBitrates();
    Object.assign(recorder, { audioBitsPerSecond: audio, videoBitsPerSecond: video });
  }),
  'constructor-total-for-each': afterConstruction(
    'total-bitrate',
    'Either kind gets all of bitsPerSecond.',
    (recorder, { bitsPerSecond }) => {
      if (bitsPerSecond === undefined) return;
      Object.assign(recorder, { audioBitsPerSecond: bitsPerSecond, videoBitsPerSecond: bitsPerSecond });
    },
  ),
  'constructor-divides-by-total': afterConstruction(
    'total-bitrate-of-zero',
    'A total of zero is shared by a division through zero.',
    (recorder, { bitsPerSecond }) => {
      if (bitsPerSecond !== undefined) recorder.videoBitsPerSecond *= bitsPerSecond / bitsPerSecond;
    },
  ),
  'constructor-constant-by-default': afterConstruction(
    'bitrate-mode-default',
    'The bitrate mode is constant at first.',
    (recorder) => {
      recorder.audioBitrateMode = 'constant';
    },
  ),
  'constructor-variable-is-constant': afterConstruction(
    'bitrate-mode-variable',
    'Who asks for a variable bitrate gets a constant one.',
    (recorder, { audioBitrateMode }) => {
      if (audioBitrateMode === 'variable') recorder.audioBitrateMode = 'constant';
    },
  ),
  'constructor-mode-abbreviated': damaged(
    'constructor.bitrate-mode-constant',
    'The attribute abbreviates a constant bitrate.',
    ({ prototype }) => {
      const get = functionOf(prototype, 'audioBitrateMode', 'get');
      redefine(prototype, 'audioBitrateMode', {
        get(this: unknown): unknown {
          const mode: unknown = Reflect.apply(get, this, []);
          return mode === 'constant' ? 'cbr' : mode;
        },
      });
    },
  ),
  'constructor-refuses-both-key-frames': afterConstruction(
    'accepts-both-key-frame-options',
    'The constructor refuses what only start() should.',
    (_recorder, { videoKeyFrameIntervalCount, videoKeyFrameIntervalDuration }) =>
      refuse(videoKeyFrameIntervalCount !== undefined && videoKeyFrameIntervalDuration !== undefined),
  ),
  'constructor-refuses-many-options': afterConstruction(
    'all-options-together',
    'The constructor refuses key frames where bitrates are given.',
    (_recorder, { videoBitsPerSecond, videoKeyFrameIntervalCount }) =>
      refuse(videoBitsPerSecond !== undefined && videoKeyFrameIntervalCount !== undefined),
  ),
  'constructor-type-without-bitrates': afterConstruction(
    'all-options-together',
    'Bitrates are lost where a type is given.',
    (recorder, { mimeType }) => {
      if (mimeType !== '') recorder.videoBitsPerSecond = 2_500_000;
    },
  ),
};
