import type {
  AudioReading,
  Reading,
  TrackReading,
  VideoReading,
} from '../../fixtures/streams/reading/reading.ts';

/** The pictures that a recording begins with, be there later ones that cannot be decoded or not. */
export function firstPictures(reading: Reading): VideoReading['frames'] {
  const video = tracksOf(reading).find((track) => track.kind === 'video');
  return video?.frames ?? [];
}

/** The video track of a recording, if it has one that can be decoded to its end, should it have been decoded. */
export function videoIn(reading: Reading): VideoReading | undefined {
  return tracksOf(reading)
    .filter((track) => track.kind === 'video')
    .find(isWhole);
}

/** The audio track of a recording, if it has one that can be decoded to its end, should it have been decoded. */
export function audioIn(reading: Reading): AudioReading | undefined {
  return tracksOf(reading)
    .filter((track) => track.kind === 'audio')
    .find(isWhole);
}

function tracksOf(reading: Reading): readonly TrackReading[] {
  return reading.outcome === 'read' ? reading.tracks : [];
}

/** Nothing can be measured in a track that breaks off: other rules say that it does. */
function isWhole({ failure, packets }: TrackReading): boolean {
  return failure === null && packets.length > 0;
}
