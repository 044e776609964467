import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { watchedBy } from './watched.ts';

const FILES = {
  'work/own.js': `import './beside.js'; import 'some-recorder'; export const install = () => class {};`,
  'work/beside.js': 'export {};',
  'work/node_modules/some-recorder/package.json': '{ "name": "some-recorder", "main": "lib/index.js" }',
  'work/node_modules/some-recorder/lib/index.js': `import './part.js'; import 'its-dependency';
    export const install = () => class {};`,
  'work/node_modules/some-recorder/lib/part.js': 'export {};',
  'work/node_modules/its-dependency/index.js': 'export {};',
  'work/node_modules/broken/index.js': 'const',
  'elsewhere/linked/index.js': 'export const install = () => class {};',
} as const;

let folder = '';
before(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'watched-')));
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  await symlink(join(folder, 'elsewhere', 'linked'), join(folder, 'work', 'node_modules', 'linked'));
});
after(() => rm(folder, { recursive: true }));

/** The files and folders that are watched for a polyfill, but for a clone's own. */
async function watchedFor(polyfill: string): Promise<readonly string[]> {
  const watched = await watchedBy({ polyfills: [polyfill] }, join(folder, 'work'));
  for (const file of watched.files) assert.ok(watched.counts(file), file);
  return [...watched.files, ...watched.folders]
    .filter((path) => path.startsWith(folder))
    .map((path) => path.slice(folder.length + 1))
    .toSorted();
}

test('a polyfill is watched with what it imports from its own folders', async () => {
  assert.deepEqual(await watchedFor('./own.js'), ['work', 'work/beside.js', 'work/own.js']);
});

test('an installed package is watched where its files are, without what it depends on', async () => {
  const lib = 'work/node_modules/some-recorder/lib';
  assert.deepEqual(await watchedFor('some-recorder'), [lib, `${lib}/index.js`, `${lib}/part.js`]);
});

test('a package that is only linked is watched where it really is', async () => {
  assert.deepEqual(await watchedFor('linked'), ['elsewhere/linked', 'elsewhere/linked/index.js']);
});

test('nothing is watched of a package that is not there or does not parse', async () => {
  for (const name of ['not-there', 'broken']) assert.deepEqual(await watchedFor(name), []);
});
