import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { PACKAGE_ROOT } from '../harness/api/package-root.ts';

const PREPARE = join(PACKAGE_ROOT, 'tools', 'prepare.mjs');
const FOLDERS = ['suites', 'fixtures', 'harness', 'reports', 'tools'];
const FILES = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'tsconfig.tests.json',
];

// In npm's place: it writes down what it was asked to do.
const NPM = `require('node:fs').appendFileSync('asked.txt', process.argv.slice(2).join(' ') + '\\n');
console.log('chatter');
process.exit(require('node:fs').existsSync('broken') ? 7 : 0);`;

let clone = '';
before(async () => {
  clone = await mkdtemp(join(tmpdir(), 'prepare-'));
  for (const folder of FOLDERS) await mkdir(join(clone, folder));
  for (const file of FILES) await writeFile(join(clone, file), '{}');
  await cp(PREPARE, join(clone, 'tools', 'prepare.mjs'));
  await writeFile(join(clone, 'suites', 'a.ts'), 'one');
  await writeFile(join(clone, 'npm.cjs'), NPM);
});
after(() => rm(clone, { recursive: true }));

async function prepare() {
  await writeFile(join(clone, 'asked.txt'), '');
  const env = { ...process.env, npm_execpath: join(clone, 'npm.cjs') };
  const { status, stdout } = spawnSync(process.execPath, [join(clone, 'tools', 'prepare.mjs')], { env });
  const asked = (await readFile(join(clone, 'asked.txt'), 'utf8')).trimEnd().split('\n');
  return { status, stdout: String(stdout), asked: asked.map((line) => line.split(' ')[0]).join(' ') };
}

test('a step that fails ends the script with its code, and is done again the next time', async () => {
  await writeFile(join(clone, 'broken'), '');
  assert.deepEqual(await prepare(), { status: 7, stdout: '', asked: 'ci' });
  await rm(join(clone, 'broken'));
});

test('a fresh clone is installed, then built, with all chatter on standard error', async () => {
  assert.deepEqual(await prepare(), { status: 0, stdout: '', asked: 'ci run' });
});

test('a second run does nothing', async () => {
  assert.deepEqual(await prepare(), { status: 0, stdout: '', asked: '' });
});

test('a source that changed is built, and nothing is installed', async () => {
  await writeFile(join(clone, 'suites', 'a.ts'), 'two');
  assert.equal((await prepare()).asked, 'run');
});

test('texts, pictures and golden files build nothing', async () => {
  for (const name of ['README.md', 'a.png', 'a.golden']) await writeFile(join(clone, 'suites', name), 'text');
  assert.deepEqual(await prepare(), { status: 0, stdout: '', asked: '' });
});

test('a source that was removed is built, too', async () => {
  await rm(join(clone, 'suites', 'a.ts'));
  assert.equal((await prepare()).asked, 'run');
});

test('packages that changed are installed and built anew', async () => {
  await writeFile(join(clone, 'package-lock.json'), '{"changed": true}');
  assert.equal((await prepare()).asked, 'ci run');
});
