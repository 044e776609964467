import { type Context, measurement } from '../kit/index.ts';
import type { VideoReading } from '../../fixtures/streams/reading/reading.ts';
import { finished } from '../media/record.ts';
import { audioIn, videoIn } from './decoded.ts';
import type { BothSource, FrameLog } from '../../fixtures/streams/sources/index.ts';
import { ClockLine } from './clock-line.ts';
import { report } from './report.ts';
import { soundingsOf } from './soundings.ts';

/** For so long what was made at one time is compared, in seconds of media. */
const WINDOW_SECONDS = 0.5;

/** When something is in the recording, in seconds, and how long after its making, by whatever zero the recording has. */
interface Delay {
  readonly media: number;
  readonly delay: number;
}

/** The delay of each frame that can be read. */
function pictureDelays({ frames }: VideoReading, log: FrameLog): readonly Delay[] {
  return frames.flatMap(({ number, timestamp }, index) => {
    // A frame that is repeated later was on time only the first time.
    const drawn = number === null || number === frames[index - 1]?.number ? undefined : log.drawn[number];
    return drawn === undefined ? [] : [{ media: timestamp, delay: timestamp * 1_000 - drawn.at }];
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

interface Recorded {
  readonly t: Context;
  readonly source: BothSource;
  readonly wait: () => Promise<void>;
}

/** Records both and gives how far the picture is behind the sound in each window, in milliseconds. */
async function offsets({ t, source, wait }: Recorded): Promise<(from: number) => number | undefined> {
  const recorder = t.recorder(source.stream);
  const line = new ClockLine(source.tones);
  recorder.start();
  await recorder.event('start');
  await wait();
  const { reading } = await finished(t, recorder);
  const moment = line.end();
  const [video, audio] = [videoIn(reading), audioIn(reading)];
  if (video === undefined || audio === undefined) return () => undefined;
  const pictures = pictureDelays(video, source.frames);
  const sounds = soundingsOf(audio, source.tones).map((sounding) => ({
    media: sounding.media,
    delay: sounding.media * 1_000 - moment(sounding.audio),
  }));
  return (from) => {
    const within = ({ media }: Delay): boolean => media >= from && media < from + WINDOW_SECONDS;
    const delay = (all: readonly Delay[]): number => median(all.filter(within).map((each) => each.delay));
    return delay(pictures) - delay(sounds);
  };
}

const NEEDS = ['web-codecs'] as const;

measurement('metrics.sync', { over: { source: ['both'] }, needs: NEEDS }, async (t, { source }) => {
  const samples: (number | undefined)[] = [];
  const opened = await t.source(source);
  for (let round = 0; round < 3; round += 1) {
    const at = await offsets({ t, source: opened, wait: () => t.media('plenty') });
    samples.push(at(0));
  }
  report(t, ['picture behind sound at the start', 'ms'], samples);
});

measurement(
  'metrics.sync-after-a-minute',
  {
    over: { source: ['both'] },
    needs: [...NEEDS, 'steady-audio-clock'],
    profile: 'full',
    limitMs: 150_000,
  },
  async (t, { source }) => {
    const opened = await t.source(source);
    const at = await offsets({
      t,
      source: opened,
      wait: () => t.waits.during('a minute of sound', opened.tones.reached(opened.tones.clock() + 61.5)),
    });
    report(t, ['picture behind sound after a minute', 'ms'], [60, 60.5].map(at));
  },
);
