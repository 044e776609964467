import type { AudioReading, PacketReading } from '../../../fixtures/streams/reading/reading.ts';

/** The most encoded frames that lie between a key frame and the next, or the end. */
export function framesBetweenKeys(packets: readonly Pick<PacketReading, 'key'>[]): number {
  let [most, since] = [0, 0];
  for (const { key } of packets) {
    since = key ? 0 : since + 1;
    most = Math.max(most, since);
  }
  return most;
}

/** Containers round times to milliseconds, on both ends of an interval. */
const ROUNDING_MS = 2;

/** The most frames in a row that come later after a key frame than they may without being one themselves. */
export function lateKeys(packets: readonly Pick<PacketReading, 'key' | 'timestamp'>[], ms: number): number {
  let [most, late] = [0, 0];
  let keyAt = packets[0]?.timestamp ?? 0;
  for (const { key, timestamp } of packets) {
    if (key) [late, keyAt] = [0, timestamp];
    else if ((timestamp - keyAt) * 1_000 > ms + ROUNDING_MS) late += 1;
    most = Math.max(most, late);
  }
  return most;
}

/** Encoders look ahead, so that packets beside the border belong to neither. */
const BORDER_SECONDS = 0.1;

/**
 * How large packets of silence are, compared with packets of the tones before; 0 without any. An encoder of variable
 * bitrate goes on as before for nearly half a second, so that only the last third of the silence is looked at.
 */
export function quietShare({ packets, spans }: Pick<AudioReading, 'packets' | 'spans'>): number {
  const tone = spans.find(({ sound }) => sound === 'tone');
  // A recording may begin with silence as well, which the encoder has not settled down in.
  const [quiet] = spans
    .filter(({ sound, from }) => sound === 'silence' && tone !== undefined && from > tone.from)
    .toSorted((a, b) => b.to - b.from - (a.to - a.from));
  if (tone === undefined || quiet === undefined) return 0;
  /** The median, for single packets may be anything. */
  const sizeWithin = (from: number, to: number): number => {
    const own = packets.filter(
      ({ timestamp }) => timestamp >= from + BORDER_SECONDS && timestamp < to - BORDER_SECONDS,
    );
    return own.map(({ bytes }) => bytes).toSorted((a, b) => a - b)[Math.floor(own.length / 2)] ?? 0;
  };
  const loud = sizeWithin(tone.from, quiet.from);
  const settled = quiet.from + ((quiet.to - quiet.from) * 2) / 3;
  return loud === 0 ? 0 : sizeWithin(settled - BORDER_SECONDS, quiet.to) / loud;
}
