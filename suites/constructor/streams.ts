import type { Context } from '../kit/index.ts';

/** The kinds of stream that a constructor takes alike. */
export const STREAMS = ['without-tracks', 'ended', 'live'] as const;

/** A stream of a kind; what it has ends with the case. */
export async function streamOf(t: Context, kind: (typeof STREAMS)[number]): Promise<MediaStream> {
  if (kind === 'without-tracks') return new MediaStream();
  const { stream } = await t.source('canvas');
  if (kind === 'ended') for (const track of stream.getTracks()) track.stop();
  return stream;
}
