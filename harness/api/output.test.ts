import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { DecodeError } from '../protocol/index.ts';
import { CannotRunError, UsageError } from './errors.ts';
import { dropEmpty, makeFolder, makeOutput, parseResults, pointLatest, readResults } from './output.ts';

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

test('without a folder of its own a run writes below results', async () => {
  const made = await makeOutput(undefined, NOON);
  assert.match(made, /results[\\/]2026-01-02T12-00-00$/);
  assert.deepEqual(await readdir(made), [], 'nothing is left of trying to write');
  assert.deepEqual(await readdir('results'), ['2026-01-02T12-00-00'], 'latest moves when there are results');
});

test('runs that begin in the same second get folders of their own', async () => {
  const [first, second] = [await makeOutput(undefined, NOON), await makeOutput(undefined, NOON)];
  assert.notEqual(first, second);
});

test('latest points to the newest results', async () => {
  for (const second of ['00', '01']) {
    const made = await makeOutput(undefined, new Date(`2026-01-02T13:00:${second}Z`));
    await pointLatest(made);
    assert.equal(await readlink(join('results', 'latest')), `2026-01-02T13-00-${second}`);
  }
});

test('a folder that nothing was written to is removed, any other one stays', async () => {
  const made = await makeOutput(join('dropped', 'here'), NOON);
  await writeFile(join(made, 'x'), '');
  await dropEmpty(made);
  await rm(join(made, 'x'));
  await dropEmpty(made);
  await dropEmpty(made);
  assert.deepEqual(await readdir('dropped'), []);
});

test('a stated folder is made with all above it', async () => {
  const stated = join(folder, 'a', 'b', 'c');
  assert.equal(await makeOutput(stated, NOON), stated);
  assert.deepEqual(await readdir(stated), []);
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
    await pointLatest(await makeOutput(undefined, NOON));
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
  await writeFile('old.json', '{"schemaVersion": 1, "suite": 7}');
  await assert.rejects(readResults('text.json'), /text\.json: is not JSON/);
  await assert.rejects(
    readResults('old.json'),
    (error) => error instanceof DecodeError && error.message.startsWith('old.json: field "'),
  );
  assert.throws(() => parseResults('[]', 'the answer'), /^DecodeError: the answer: field "/);
});
