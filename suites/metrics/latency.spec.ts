import { type Context, joined, measurement, type TracedRecorder } from '../kit/index.ts';
import type { AudioReading } from '../../fixtures/streams/reading/reading.ts';
import { audioIn, firstPictures } from './decoded.ts';
import type { ToneClock } from '../../fixtures/streams/sources/index.ts';
import { report } from './report.ts';
import { soundingsOf } from './soundings.ts';

const ROUNDS = 3;

interface Round {
  readonly start: number;
  readonly first: number | undefined;
  readonly stop: number;
}

async function timed(
  t: Context,
  recorder: TracedRecorder,
): Promise<{ readonly called: number; readonly start: number; readonly stop: number; readonly blob: Blob }> {
  const called = performance.now();
  recorder.start();
  const started = await recorder.event('start');
  // Enough for two tones, whose order tells their time.
  await t.media('plenty');
  const before = performance.now();
  recorder.stop();
  const stopped = await recorder.event('stop');
  return {
    called,
    start: started.event.timeStamp - called,
    stop: stopped.event.timeStamp - before,
    blob: joined(recorder.recordings[0] ?? []),
  };
}

function reportAll(t: Context, of: 'video' | 'audio', rounds: readonly Round[]): void {
  const first = of === 'video' ? 'frame' : 'sound';
  const samples = (pick: (round: Round) => number | undefined): readonly (number | undefined)[] =>
    rounds.map(pick);
  report(
    t,
    [`start() to start event, ${of}`, 'ms'],
    samples(({ start }) => start),
  );
  report(
    t,
    [`start() to first ${first} recorded`, 'ms'],
    samples((round) => round.first),
  );
  report(
    t,
    [`stop() to stop event, ${of}`, 'ms'],
    samples(({ stop }) => stop),
  );
}

measurement(
  'metrics.latency',
  { over: { source: ['canvas'] }, needs: ['web-codecs'] },
  async (t, { source }) => {
    const rounds: Round[] = [];
    const { stream, frames } = await t.source(source);
    for (let round = 0; round < ROUNDS; round += 1) {
      const { called, start, stop, blob } = await timed(t, t.recorder(stream));
      const recorded = firstPictures(await t.read(blob));
      const shown = recorded.find(({ number }) => number !== null)?.number;
      const drawn = frames.drawn[shown ?? -1];
      rounds.push({ start, stop, first: drawn === undefined ? undefined : drawn.at - called });
    }
    reportAll(t, 'video', rounds);
  },
);

/** The time of the audio clock at which what a recording begins with sounded. */
function firstHeard(track: AudioReading | undefined, tones: ToneClock): number | undefined {
  const begin = track?.stretches[0]?.from;
  const [sounding] = track === undefined ? [] : soundingsOf(track, tones);
  if (begin === undefined || sounding === undefined) return undefined;
  return sounding.audio - (sounding.media - begin);
}

measurement(
  'metrics.latency',
  { over: { source: ['tone'] }, profile: 'full', needs: ['web-codecs'] },
  async (t, { source }) => {
    const rounds: Round[] = [];
    const { stream, tones } = await t.source(source);
    for (let round = 0; round < ROUNDS; round += 1) {
      const clock = tones.clock();
      const { start, stop, blob } = await timed(t, t.recorder(stream));
      const heard = firstHeard(audioIn(await t.read(blob)), tones);
      rounds.push({ start, stop, first: heard === undefined ? undefined : (heard - clock) * 1_000 });
    }
    reportAll(t, 'audio', rounds);
  },
);
