import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sampleResults } from '../../reports/testing/sample-results.ts';
import { recordingsIn } from '../../reports/index.ts';
import { mergeFiles } from './merging.ts';
import { placeRecordings, takeRecordingsAlong } from './recording-files.ts';
import { writeReports } from './reports.ts';

const sample = sampleResults({ targets: 1, rules: 90, casesPerRule: 2 });
const large = { file: 'recordings/other/large-one.webm', mimeType: 'video/webm', bytes: 5_000_000 };
const [target] = sample.targets;
const [first, second, third, ...rest] = target?.cases ?? [];
if (target === undefined || first === undefined || second === undefined || third === undefined)
  throw new Error('the sample has no cases');
const with1 = {
  ...first,
  attempts: [{ outcome: 'fail' as const, message: 'x', durationMs: 1, recording: large }],
};
const results = { ...sample, targets: [{ ...target, cases: [with1, second, third, ...rest] }] };
const small = recordingsIn(results).find(({ file }) => file !== large.file);

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recording-files-'));
  const run = join(folder, 'a run');
  await mkdir(join(run, 'recordings', target.id), { recursive: true });
  await mkdir(join(run, 'recordings', 'other'), { recursive: true });
  await writeFile(join(run, small?.file ?? ''), Buffer.alloc(8044, 1));
  await writeFile(join(run, large.file), 'not as large as it says');
  await writeFile(join(run, 'results.json'), JSON.stringify(results));
});
after(() => rm(folder, { recursive: true }));

test('small recordings are read, large ones are linked from where the report is, others are missing', async () => {
  const { results: read } = await mergeFiles([join(folder, 'a run')], 'refuse');
  const places = await placeRecordings(read, '.', join(folder, 'reports', 'x.html'));
  const placeOf = (file: string | undefined) =>
    [...places].find(([recording]) => recording.file === file)?.[1];
  assert.deepEqual(placeOf(small?.file), {
    kind: 'inside',
    base64: Buffer.alloc(8044, 1).toString('base64'),
  });
  assert.deepEqual(placeOf(large.file), { kind: 'beside', href: `../a%20run/${large.file}` });
  assert.ok([...places.values()].some(({ kind }) => kind === 'missing'));
});

test('joined results take their recordings along, and the page carries them from there', async () => {
  const { results: read } = await mergeFiles([join(folder, 'a run')], 'refuse');
  const merged = join(folder, 'merged');
  await takeRecordingsAlong(read, merged);
  assert.equal(await readFile(join(merged, large.file), 'utf8'), 'not as large as it says');
  const places = { folder: merged, print: () => {}, colour: false, columns: 80 };
  const [page] = await writeReports(read, [{ name: 'html' }], places);
  const placed = await placeRecordings(read, merged, page ?? '');
  assert.ok([...placed.values()].some((place) => place.kind === 'beside' && place.href === large.file));
});
