import { CONTAINERS, thrownBy } from '../kit/index.ts';

/** The spec's list of codec identifiers that isTypeSupported() knows, by kind. */
export const LISTED = {
  video: ['vp8', 'vp9', 'h264', 'avc1', 'av1', 'av01', 'hvc1', 'hev1', 'avc3'],
  audio: ['opus', 'pcm'],
} as const;

/** All identifiers of the list. */
export const LISTED_CODECS = [...LISTED.video, ...LISTED.audio] as const;

/** What the recorder under test says of a type. */
export const supports = (type: string): boolean => MediaRecorder.isTypeSupported(type);

/** Every usual container with every listed codec. */
export const PAIRS = CONTAINERS.flatMap((container) => LISTED_CODECS.map((codec) => ({ container, codec })));

type Spelling = (container: string, codec: string) => string;

/** The plain way to write a container with a codec. */
export const plain: Spelling = (container, codec) => `${container};codecs=${codec}`;

/** The types for which another spelling gets another answer than the plain one; none is how it should be. */
export function differing(other: Spelling, from: typeof PAIRS = PAIRS): string {
  const found = from.filter(
    ({ container, codec }) => supports(plain(container, codec)) !== supports(other(container, codec)),
  );
  return found.map(({ container, codec }) => other(container, codec)).join(' and ') || 'none';
}

/** The types of a list that are said to be supported. */
export function supported(types: readonly string[]): string {
  return types.filter((type) => supports(type)).join(' and ') || 'none';
}

/** The types of a list for which the recorder under test throws, or says neither yes nor no. */
export function unanswered(types: readonly string[]): string {
  const found = types.filter((type) => {
    let answer: unknown;
    const thrown = thrownBy(() => {
      answer = supports(type);
    });
    return thrown !== 'nothing' || typeof answer !== 'boolean';
  });
  return found.join(' and ') || 'none';
}
