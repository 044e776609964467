import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { DecodeError } from '../protocol/index.ts';
import { CannotRunError, UsageError } from './errors.ts';
import { makeFolder, makeOutput, parseResults, readResults } from './output.ts';

const NOON = new Date('2026-01-02T12:00:00.123Z');
const home = process.cwd();
let folder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'output-'));
  process.chdir(folder);
});
after(async () => {
  process.chdir(home);
  await rm(folder, { recursive: true });
});

test('without a folder of its own a run writes below results, and latest points to the newest', async () => {
  const first = await makeOutput(undefined, NOON);
  assert.match(first, /results[\\/]2026-01-02T12-00-00$/);
  assert.equal(await readlink(join('results', 'latest')), '2026-01-02T12-00-00');
  await makeOutput(undefined, new Date('2026-01-02T12:00:01Z'));
  assert.equal(await readlink(join('results', 'latest')), '2026-01-02T12-00-01');
  assert.deepEqual(await readdir(first), [], 'nothing is left of trying to write');
});

test('a stated folder is made with all above it, and does not move latest', async () => {
  const stated = join(folder, 'a', 'b', 'c');
  assert.equal(await makeOutput(stated, NOON), stated);
  assert.equal(await readlink(join('results', 'latest')), '2026-01-02T12-00-01');
});

test('what is already in a stated folder stays', async () => {
  await mkdir('kept');
  await writeFile(join('kept', 'mine.txt'), 'mine');
  await makeOutput('kept', NOON);
  assert.equal(await readFile(join('kept', 'mine.txt'), 'utf8'), 'mine');
});

test('a folder that cannot be written to is an error that names it and says what to do', async () => {
  await writeFile('file', '');
  for (const stated of ['/dev/null/x', '/proc/x', 'file', join('file', 'x'), 'nul\0'])
    await assert.rejects(
      makeOutput(stated, NOON),
      (error) => error instanceof CannotRunError && error.message.includes('--output'),
      stated,
    );
});

test('results that were kept as a real folder named latest are not deleted', async () => {
  await mkdir(join(folder, 'other', 'results', 'latest'), { recursive: true });
  await writeFile(join(folder, 'other', 'results', 'latest', 'results.json'), '{}');
  process.chdir(join(folder, 'other'));
  try {
    await makeOutput(undefined, NOON).catch(() => undefined);
    assert.deepEqual(await readdir(join('results', 'latest')), ['results.json']);
  } finally {
    process.chdir(folder);
  }
});

test('making a folder that exists, or that another one makes at the same time, is no fault', async () => {
  await Promise.all([1, 2, 3].map(() => makeFolder(join(folder, 'x', 'y', 'z'))));
  await makeFolder(folder);
});

test('a results file that cannot be read is an error of the operator, and names the file', async () => {
  for (const file of ['nowhere.json', folder])
    await assert.rejects(
      readResults(file),
      (error) => error instanceof UsageError && error.message.includes(file),
    );
});

test('a results file of another form is an error that names the file and the field', async () => {
  await writeFile('text.json', 'no json');
  await writeFile('old.json', '{"schemaVersion": 7}');
  await assert.rejects(readResults('text.json'), /text\.json: is not JSON/);
  await assert.rejects(
    readResults('old.json'),
    (error) => error instanceof DecodeError && error.message.startsWith('old.json: field "'),
  );
  assert.throws(() => parseResults('[]', 'the answer'), /^DecodeError: the answer: field "/);
});
