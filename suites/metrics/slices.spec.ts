import { measurement } from '../kit/index.ts';
import type { PacketReading } from '../../fixtures/streams/reading/reading.ts';
import { bordersOf } from '../media/checks/borders.ts';
import { finished } from '../media/record.ts';
import { audioIn, videoIn } from './decoded.ts';
import { report } from './report.ts';

const TIMESLICE_MS = 100;
/** So many amounts of a third of a second are recorded: some nine slices. */
const AMOUNTS = 3;
/** A busy machine may bring slices late; with these there are intervals to measure. */
const FEWEST = 3;

/** How much further each slice comes in the media than the one before, in milliseconds. */
function mediaInSlices(packets: readonly PacketReading[], borders: readonly number[]): readonly number[] {
  const reached = borders.map((border) =>
    Math.max(
      ...packets.flatMap(({ offset, timestamp }) =>
        offset !== null && offset < border ? [timestamp * 1_000] : [],
      ),
    ),
  );
  return reached.slice(1).map((to, index) => to - (reached[index] ?? to));
}

measurement(
  'metrics.slices',
  {
    over: { source: ['both', 'canvas', 'tone'] },
    needs: ['web-codecs'],
    profile: ({ source }) => (source === 'both' ? 'default' : 'full'),
  },
  async (t, { source }) => {
    const { stream } = await t.source(source);
    const recorder = t.recorder(stream);
    recorder.start(TIMESLICE_MS);
    await recorder.event('start');
    for (let more = 0; more < AMOUNTS; more += 1) await t.media('plenty');
    await recorder.event('dataavailable', FEWEST);
    const slices = recorder.events.filter(({ name }) => name === 'dataavailable');
    const arrivals = slices.map(({ event }) => event.timeStamp);
    const intervals = arrivals.slice(1).map((at, index) => at - (arrivals[index] ?? at));
    const sizes = slices.flatMap(({ data }) => (data === null ? [] : [data.size]));
    const name = `at 100 ms, ${source}`;
    report(t, [`time between slices ${name}`, 'ms'], intervals);
    report(t, [`size of slices ${name}`, 'bytes'], sizes);
    const { parts, reading } = await finished(t, recorder);
    const track = videoIn(reading) ?? audioIn(reading);
    report(t, [`media in slices ${name}`, 'ms'], mediaInSlices(track?.packets ?? [], bordersOf(parts)));
  },
);
