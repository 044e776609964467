import { measurement } from '../kit/index.ts';
import type { TrackReading } from '../../fixtures/streams/reading/reading.ts';
import { finished } from '../media/record.ts';
import { audioIn, videoIn } from './decoded.ts';
import { noisyCanvas } from './noise.ts';
import { report } from './report.ts';

/** Encoders need a while to come to what they were asked for. */
const SECONDS = 2;

/** The bitrate that a track came to, as a percentage of what was asked for. */
function reached(track: TrackReading | undefined, asked: number): number | undefined {
  if (track === undefined) return undefined;
  const { packets } = track;
  const times = packets.map(({ timestamp }) => timestamp);
  const seconds = Math.max(...times) - Math.min(...times);
  // The last packet's own duration is often not stated, so its bytes are left out instead.
  const bytes = packets.slice(0, -1).reduce((sum, packet) => sum + packet.bytes, 0);
  return ((bytes * 8) / seconds / asked) * 100;
}

measurement(
  'metrics.bitrate',
  {
    over: { video: [200_000, 800_000, 2_500_000], audio: [32_000, 128_000] },
    profile: ({ video, audio }) => (video === 800_000 && audio === 128_000 ? 'default' : 'full'),
    needs: ['canvas-capture', 'audio-clock', 'web-codecs'],
  },
  async (t, { video, audio }) => {
    const sound = await t.source('tone');
    const picture = noisyCanvas();
    try {
      const stream = new MediaStream([...sound.stream.getTracks(), ...picture.stream.getTracks()]);
      const recorder = t.recorder(stream, { videoBitsPerSecond: video, audioBitsPerSecond: audio });
      recorder.start();
      await recorder.event('start');
      await t.waits.during('media', sound.tones.reached(sound.tones.clock() + SECONDS));
      const { reading } = await finished(t, recorder, { depth: 'container' });
      t.assert.equal(reading.outcome, 'read', 'what reading the recording back came to');
      const of = (kind: string, asked: number) =>
        [`${kind} bitrate of ${asked / 1_000} kbit/s asked`, '%'] as const;
      report(t, of('video', video), [reached(videoIn(reading), video)]);
      report(t, of('audio', audio), [reached(audioIn(reading), audio)]);
    } finally {
      picture.stop();
    }
  },
);
