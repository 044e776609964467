import type { Mutants } from '../../fixtures/recorders/install.ts';
import { configured, delivering } from '../../fixtures/recorders/mutants/make-media.ts';

// The identifiers of two elements of Matroska.
const CLUSTER = [0x1f, 0x43, 0xb6, 0x75] as const;
const SIMPLE_BLOCK = 0xa3;
const KEY_FRAME = 0x80;

/** Where the flags of the first block of the first cluster are; -1 where there is none. */
function firstFlags(bytes: Uint8Array): number {
  const cluster = bytes.findIndex((_byte, at) => CLUSTER.every((part, index) => bytes[at + index] === part));
  // Between its identifier and its first block a cluster has its size and its time.
  const block = cluster < 0 ? -1 : bytes.indexOf(SIMPLE_BLOCK, cluster + CLUSTER.length);
  if (block < 0) return -1;
  const size = Math.clz32(bytes[block + 1] ?? 0) - 23;
  return block + 1 + size + 3;
}

/** Recorders that do not do what their options say. */
export const optionMutants: Mutants = {
  'first-frame-is-no-key': delivering(
    'media.first-frame-is-key',
    'The first picture is not said to be a key frame.',
    () =>
      async (data, { nth }) => {
        const bytes = new Uint8Array(await data.arrayBuffer());
        const flags = nth === 1 ? firstFlags(bytes) : -1;
        if (flags >= 0) bytes[flags] = (bytes[flags] ?? 0) & ~KEY_FRAME;
        return new Blob([bytes], { type: data.type });
      },
  ),
  'key-frame-count-ignored': configured(
    'media.key-frame-count',
    'videoKeyFrameIntervalCount changes nothing.',
    () => ({ keyFrameCount: null }),
  ),
  'key-frame-count-doubled': configured(
    'media.key-frame-count',
    'Twice as many pictures as asked for lie between key frames.',
    ({ keyFrameCount }) => ({ keyFrameCount: keyFrameCount === null ? null : keyFrameCount * 2 }),
  ),
  'key-frame-duration-ignored': configured(
    'media.key-frame-duration',
    'videoKeyFrameIntervalDuration changes nothing.',
    () => ({ keyFrameMilliseconds: null }),
  ),
  'key-frame-duration-in-seconds': configured(
    'media.key-frame-duration',
    'videoKeyFrameIntervalDuration is taken for seconds.',
    ({ keyFrameMilliseconds }) => ({
      keyFrameMilliseconds: keyFrameMilliseconds === null ? null : keyFrameMilliseconds * 1_000,
    }),
  ),
  'constant-bitrate-varies': configured(
    'media.constant-audio-bitrate',
    'audioBitrateMode "constant" changes nothing.',
    () => ({ audioBitrateMode: 'variable' }),
  ),
};
