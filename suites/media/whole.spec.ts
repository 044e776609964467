import type { Reading } from '../../fixtures/streams/reading/reading.ts';
import { conformance, EVERY_KIND, joined, LIMITS } from '../kit/index.ts';
import { play } from './play.ts';
import { numberedFrames } from './checks/order.ts';
import { brokenParts, repeatedPieces } from './checks/wholeness.ts';
import {
  audioOf,
  CHOICES,
  chosenType,
  CUTS,
  finished,
  KINDS_OF,
  record,
  started,
  videoOf,
} from './record.ts';
import { firstStepOf, lastStepOf } from './steps.ts';

const needs = ['web-codecs'] as const;

conformance(
  'media.whole',
  {
    over: { source: EVERY_KIND, cut: CUTS, container: CHOICES },
    needs,
    // Cut or not, the stream with both kinds of track has everything that can break.
    profile: ({ source, cut, container }) =>
      container === 'default' && source === 'both' && cut !== 'request-data' ? 'default' : 'full',
  },
  async (t, { source: name, cut, container }) => {
    const mimeType = chosenType(t, container, KINDS_OF[name]);
    const { reading } = await record(t, { source: await t.source(name), cut, mimeType });
    t.assert.equal(brokenParts(reading, KINDS_OF[name]), 'none', 'what is wrong with the joined Blobs');
  },
);

// A picture that still stands, or a tone that still sounds, may be the last of one recording and the first of the next.
const SHARED = 1;

/** The first and the last that a recording shows, or sounds where it shows nothing; of nothing there is neither. */
function edgesOf(reading: Reading): { readonly first: number; readonly last: number } {
  const kinds = reading.outcome === 'read' ? reading.tracks.map(({ kind }) => kind) : [];
  if (kinds.length === 0) return { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
  if (!kinds.includes('video'))
    return { first: firstStepOf(audioOf(reading)), last: lastStepOf(audioOf(reading)) };
  const frames = numberedFrames(videoOf(reading));
  return {
    first: frames[0]?.number ?? Number.POSITIVE_INFINITY,
    last: frames.at(-1)?.number ?? Number.NEGATIVE_INFINITY,
  };
}

conformance(
  'media.second-recording-whole',
  {
    over: { source: EVERY_KIND },
    needs,
    assertions: 2,
    profile: ({ source }) => (source === 'both' ? 'default' : 'full'),
  },
  async (t, { source: name }) => {
    const recorder = await started(t, { source: await t.source(name) });
    await t.media('plenty');
    const first = await finished(t, recorder);
    recorder.start();
    await recorder.event('start', 2);
    await t.media('plenty');
    const second = await finished(t, recorder, { nth: 2 });
    t.assert.equal(
      brokenParts(second.reading, KINDS_OF[name]),
      'none',
      'what is wrong with the second recording',
    );
    t.assert.isAtLeast(
      edgesOf(second.reading).first,
      edgesOf(first.reading).last - SHARED,
      'the first frame or tone of the second recording, and the last one of the first',
    );
  },
);

conformance(
  'media.no-bytes-twice',
  {
    over: { source: EVERY_KIND, cut: CUTS, container: CHOICES },
    assertions: 2,
    profile: ({ source, cut, container }) =>
      container === 'default' && source === 'both' && cut === 'timeslice' ? 'default' : 'full',
  },
  async (t, { source: name, cut, container }) => {
    const mimeType = chosenType(t, container, KINDS_OF[name]);
    const source = await t.source(name);
    const { reading } = await record(t, { source, cut, mimeType, depth: 'container' });
    t.assert.isAbove(reading.pieces.length, 2, 'parts of the container');
    t.assert.equal(repeatedPieces(reading), 'none', 'parts that are there twice');
  },
);

conformance(
  'media.plays-in-an-element',
  {
    over: { source: EVERY_KIND, cut: CUTS },
    profile: ({ source, cut }) => (source === 'both' && cut === 'timeslice' ? 'default' : 'full'),
  },
  async (t, { source: name, cut }) => {
    const { parts } = await record(t, { source: await t.source(name), cut });
    const recording = joined(parts);
    t.assert.equal(await play(recording, LIMITS.playMs), 'ended', 'how playing went');
  },
);
