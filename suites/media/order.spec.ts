import { type Context, conformance, joined } from '../kit/index.ts';
import { bordersOf, lossAtBorders } from './checks/borders.ts';
import { framesGoingBack, numberedFrames, soundBreaks, timesGoingBack } from './checks/order.ts';
import { audioOf, CHOICES, chosenType, CUTS, KINDS_OF, record, started, videoOf } from './record.ts';

const needs = ['web-codecs'] as const;
const FEWEST = 5;
// A lone tone stands in no order.
const FEWEST_TONES = 2;

conformance(
  'media.frames-in-order',
  {
    over: { source: ['canvas', 'both'], cut: CUTS, container: CHOICES },
    needs,
    assertions: 2,
    profile: ({ source, cut, container }) =>
      container === 'default' && source === 'canvas' && cut === 'timeslice' ? 'default' : 'full',
  },
  async (t, { source: name, cut, container }) => {
    const mimeType = chosenType(t, container, KINDS_OF[name]);
    const { reading } = await record(t, { source: await t.source(name), cut, mimeType });
    const video = videoOf(reading);
    t.assert.isAtLeast(numberedFrames(video).length, FEWEST, 'frames whose number can be read');
    t.assert.equal(framesGoingBack(video), 'none', 'frames that come after later ones');
  },
);

conformance(
  'media.times-in-order',
  {
    over: { source: ['canvas', 'tone', 'both'], cut: CUTS, container: CHOICES },
    needs,
    assertions: 2,
    profile: ({ source, cut, container }) =>
      container === 'default' && source === 'both' && cut === 'timeslice' ? 'default' : 'full',
  },
  async (t, { source: name, cut, container }) => {
    const mimeType = chosenType(t, container, KINDS_OF[name]);
    const source = await t.source(name);
    const { reading } = await record(t, { source, cut, mimeType, depth: 'container' });
    const packets = reading.outcome === 'read' ? reading.tracks.flatMap((track) => track.packets) : [];
    t.assert.isAtLeast(packets.length, FEWEST, 'encoded frames');
    t.assert.equal(timesGoingBack(reading), 'none', 'times that go back');
  },
);

conformance(
  'media.tones-in-order',
  {
    over: { source: ['tone', 'both'], cut: CUTS, container: CHOICES },
    needs,
    assertions: 2,
    profile: ({ source, cut, container }) =>
      container === 'default' && source === 'tone' && cut === 'timeslice' ? 'default' : 'full',
  },
  async (t, { source: name, cut, container }) => {
    const mimeType = chosenType(t, container, KINDS_OF[name]);
    const { reading } = await record(t, { source: await t.source(name), cut, mimeType });
    const audio = audioOf(reading);
    const tones = audio.runs.reduce((sum, run) => sum + run.tones, 0);
    t.assert.isAtLeast(tones, FEWEST_TONES, 'tones that are heard');
    t.assert.equal(soundBreaks(audio), 'none', 'where the sound is broken');
  },
);

conformance(
  'media.no-loss-at-borders',
  {
    over: { cut: ['timeslice', 'request-data'], container: CHOICES },
    needs: ['canvas-capture', 'web-codecs'],
    assertions: 3,
    profile: ({ cut, container }) => (cut === 'timeslice' && container === 'default' ? 'default' : 'full'),
  },
  async (t, { cut, container }) => {
    const mimeType = chosenType(t, container, ['video']);
    const source = await t.source('canvas');
    const whole = await started(t, { source, mimeType });
    const { parts, reading } = await record(t, { source, mimeType, cut });
    whole.stop();
    await whole.event('stop');
    const other = await readBeside(t, whole.recordings[0] ?? []);
    t.keep(joined(parts));
    const sliced = videoOf(reading);
    t.assert.isAtLeast(numberedFrames(sliced).length, FEWEST, 'frames of the sliced recording');
    t.assert.isAtLeast(numberedFrames(other).length, FEWEST, 'frames of the concurrent recording');
    t.assert.equal(lossAtBorders(sliced, bordersOf(parts), other), 'none', 'what is missing at borders');
  },
);

async function readBeside(t: Context, parts: readonly Blob[]): Promise<ReturnType<typeof videoOf>> {
  return videoOf(await t.read(joined(parts)));
}
