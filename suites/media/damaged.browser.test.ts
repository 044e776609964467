import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { DAMAGES, slicesOf, withMoofTwice } from '../../fixtures/clips/damage.ts';
import { pageTalk } from '../../fixtures/streams/testing/in-browser.ts';
import type { Reading, TrackReading } from '../../fixtures/streams/reading/reading.ts';
import { discover, preferred, thisMachine, type FoundBrowser } from '../../harness/browsers/index.ts';
import { Engine } from '../../harness/protocol/index.ts';
import { bordersOf, lossAtBorders } from './checks/borders.ts';
import { lateBeginnings } from './checks/claims.ts';
import { framesGoingBack, soundBreaks, tempoDeviation, timesGoingBack } from './checks/order.ts';
import { brokenParts, repeatedPieces } from './checks/wholeness.ts';
import { PACKAGE_ROOT } from '../../harness/api/package-root.ts';

const FOLDER = join(PACKAGE_ROOT, 'fixtures', 'clips');
const CLIPS = ['both.webm', 'hour.webm', 'pictures.mp4', 'tones.ogg'] as const;
const FRAMES = 30;

const clips = new Map<string, Uint8Array>();
let found: readonly FoundBrowser[] = [];

before(async () => {
  for (const name of CLIPS) clips.set(name, new Uint8Array(await readFile(join(FOLDER, name))));
  found = await discover(thisMachine());
});

const clip = (name: (typeof CLIPS)[number]): Uint8Array => clips.get(name) ?? assert.fail(name);

type Damage = 'intact' | 'a moof doubled' | keyof typeof DAMAGES;

/** A clip with a damage, in the slices that a recorder would have handed out. */
function slicesWith(name: (typeof CLIPS)[number], damage: Damage): readonly Uint8Array[] {
  if (damage === 'a moof doubled') return withMoofTwice(clip(name));
  const slices = slicesOf(clip(name));
  return damage === 'intact' ? slices : DAMAGES[damage](slices);
}

type Finds = (damaged: Reading, slices: readonly Uint8Array[], intact: Reading) => string;

const track = <K extends TrackReading['kind']>(
  reading: Reading,
  kind: K,
): Extract<TrackReading, { kind: K }> => {
  const tracks: readonly TrackReading[] = reading.outcome === 'read' ? reading.tracks : [];
  const isOfKind = (each: TrackReading): each is Extract<TrackReading, { kind: K }> => each.kind === kind;
  return tracks.find(isOfKind) ?? assert.fail(`no ${kind}`);
};

const parts = (slices: readonly Uint8Array[]): Blob[] =>
  slices.map((slice) => new Blob([new Uint8Array(slice)]));
const borderLoss: Finds = (damaged, slices, intact) =>
  lossAtBorders(track(damaged, 'video'), bordersOf(parts(slices)), track(intact, 'video'));
const brokenSound: Finds = (reading) => soundBreaks(track(reading, 'audio'));
const broken: Finds = (reading) =>
  brokenParts(reading, reading.outcome === 'read' ? reading.tracks.map(({ kind }) => kind) : []);

const FINDERS: readonly (readonly [(typeof CLIPS)[number], Damage, string, Finds])[] = [
  ['both.webm', 'a slice missing', 'media.no-loss-at-borders', borderLoss],
  ['both.webm', 'a slice missing', 'media.tones-in-order', brokenSound],
  ['both.webm', 'two slices swapped', 'media.times-in-order', timesGoingBack],
  ['both.webm', 'a slice doubled', 'media.no-bytes-twice', repeatedPieces],
  ['both.webm', 'cut off', 'media.whole', broken],
  ['pictures.mp4', 'a slice missing', 'media.no-loss-at-borders', borderLoss],
  ['pictures.mp4', 'two slices swapped', 'media.times-in-order', timesGoingBack],
  ['pictures.mp4', 'a slice doubled', 'media.no-bytes-twice', repeatedPieces],
  ['pictures.mp4', 'a moof doubled', 'media.no-bytes-twice', repeatedPieces],
  ['pictures.mp4', 'cut off', 'media.whole', broken],
  ['tones.ogg', 'a slice missing', 'media.tones-in-order', brokenSound],
  ['tones.ogg', 'two slices swapped', 'media.times-in-order', timesGoingBack],
  ['tones.ogg', 'a slice doubled', 'media.no-bytes-twice', repeatedPieces],
  ['tones.ogg', 'cut off', 'media.whole', broken],
  ['hour.webm', 'intact', 'media.begins-near-zero', lateBeginnings],
];

test('the clips are those of the recipe', async () => {
  const sums = await readFile(join(FOLDER, 'SHA256SUMS'), 'utf8');
  for (const line of sums.trim().split('\n')) {
    const [sum, name = ''] = line.split('  ');
    const bytes = clips.get(name) ?? assert.fail(`${name} is no clip`);
    assert.equal(createHash('sha256').update(bytes).digest('hex'), sum, name);
  }
  assert.equal(sums.trim().split('\n').length, CLIPS.length);
});

/** Why a browser cannot read what is undamaged, where that is for want of a decoder; it can tell nothing of it then. */
function lackIn(reading: Reading): string | undefined {
  const tracks = reading.outcome === 'read' ? reading.tracks : [];
  return tracks.find(({ lacksDecoder }) => lacksDecoder)?.failure ?? undefined;
}

/** Every browser decodes what these hold by itself; H.264 is left to the system by some. */
const EVERYWHERE: readonly string[] = CLIPS.filter((name) => name !== 'pictures.mp4');

type Read = (name: (typeof CLIPS)[number], damage: Damage) => Promise<Reading>;

/** The damages of a clip that no rule found. */
async function missedIn(name: (typeof CLIPS)[number], read: Read): Promise<readonly string[]> {
  const intact = await read(name, 'intact');
  const missed: string[] = [];
  for (const [clipName, damage, rule, finds] of FINDERS) {
    if (clipName !== name) continue;
    const slices = slicesWith(name, damage);
    if (finds(await read(name, damage), slices, intact) === 'none')
      missed.push(`${rule}: ${name}, ${damage}`);
    if (damage === 'intact') continue;
    assert.equal(finds(intact, slicesWith(name, 'intact'), intact), 'none', `${rule} on the intact ${name}`);
  }
  return missed;
}

for (const engine of Engine.options)
  test(
    `in ${engine} clips are read as they were made, and each damage is found by its rule`,
    { timeout: 150_000 },
    async (t) => {
      const browser = preferred(found, engine) ?? assert.fail(`there is no ${engine}`);
      const talk = await pageTalk(browser);
      const readings = new Map<string, Promise<Reading>>();
      const read: Read = (name, damage) => {
        const key = `${name} ${damage}`;
        const reading = readings.get(key) ?? talk.read(Buffer.concat(slicesWith(name, damage)));
        readings.set(key, reading);
        return reading;
      };
      try {
        for (const name of CLIPS)
          await t.test(name, async (clipTest) => {
            const intact = await read(name, 'intact');
            const lack = lackIn(intact);
            if (lack !== undefined && !EVERYWHERE.includes(name)) return clipTest.skip(lack);
            checkIntact(name, intact);
            assert.deepEqual(await missedIn(name, read), []);
          });
      } finally {
        await talk.close();
      }
    },
  );

function checkIntact(name: string, reading: Reading): void {
  assert.equal(reading.outcome, 'read', JSON.stringify(reading));
  assert.equal(broken(reading, [], reading), 'none', name);
  assert.equal(repeatedPieces(reading), 'none', name);
  assert.equal(timesGoingBack(reading), 'none', name);
  if (name !== 'hour.webm') assert.equal(lateBeginnings(reading), 'none', name);
  for (const each of reading.outcome === 'read' ? reading.tracks : []) {
    if (each.kind === 'video') {
      assert.deepEqual(
        each.frames.map(({ number }) => number),
        Array.from({ length: FRAMES }, (_, index) => index),
        name,
      );
      assert.equal(framesGoingBack(each), 'none', name);
    } else {
      assert.equal(soundBreaks(each), 'none', name);
      assert.equal(tempoDeviation(each), 'none', name);
      assert.equal(each.runs[0]?.firstStep, 0, name);
    }
  }
}
