import { measurement } from '../kit/index.ts';
import { report } from './report.ts';

const TIMESLICE_MS = 100;
/** So many amounts of half a second are recorded: some fifteen slices. */
const HALF_SECONDS = 3;

measurement(
  'metrics.slices',
  {
    over: { source: ['both', 'canvas', 'tone'] },
    profile: ({ source }) => (source === 'both' ? 'default' : 'full'),
  },
  async (t, { source }) => {
    const { stream } = await t.source(source);
    const recorder = t.recorder(stream);
    recorder.start(TIMESLICE_MS);
    await recorder.event('start');
    for (let more = 0; more < HALF_SECONDS; more += 1) await t.media('plenty');
    const slices = recorder.events.filter(({ name }) => name === 'dataavailable');
    const arrivals = slices.map(({ event }) => event.timeStamp);
    const intervals = arrivals.slice(1).map((at, index) => at - (arrivals[index] ?? at));
    const sizes = slices.flatMap(({ data }) => (data === null ? [] : [data.size]));
    t.assert.notEqual(sizes.length, 0, 'slices that came unprompted');
    const name = `at 100 ms, ${source}`;
    report(t, [`time between slices ${name}`, 'ms'], intervals);
    report(t, [`size of slices ${name}`, 'bytes'], sizes);
  },
);
