import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { readBelow } from './static-files.ts';

const SECRET = 'what lies outside';
let folder = '';
let root = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'static-files-'));
  root = join(folder, 'root');
  await mkdir(join(root, 'inner'), { recursive: true });
  await mkdir(join(folder, 'root-beside'));
  await writeFile(join(folder, 'secret.txt'), SECRET);
  await writeFile(join(folder, 'root-beside', 'secret.txt'), SECRET);
  await writeFile(join(root, 'page.html'), '<p>');
  await writeFile(join(root, 'inner', 'a file.js'), 'js');
  await writeFile(join(root, '..dots.json'), '{}');
  await symlink(join(folder, 'secret.txt'), join(root, 'link.txt'));
  await symlink(folder, join(root, 'linked-folder'));
  await symlink(join(root, 'page.html'), join(root, 'inside.html'));
});
after(() => rm(folder, { recursive: true }));

const textOf = async (path: string) => (await readBelow(root, path))?.body.toString('utf8');

test('files below the root are read, with their type', async () => {
  assert.deepEqual(await readBelow(root, 'page.html'), {
    type: 'text/html; charset=utf-8',
    body: Buffer.from('<p>'),
  });
  assert.equal(await textOf('inner/a%20file.js'), 'js');
  assert.equal(await textOf('inner/../page.html'), '<p>', 'dots that stay inside do no harm');
  assert.equal(await textOf('inside.html'), '<p>', 'nor does a link that stays inside');
  assert.equal(await textOf('..dots.json'), '{}', 'nor does a name that begins with dots');
});

test('nothing outside the root is read, however the way there is written', async () => {
  const ways = [
    '../secret.txt',
    '..%2fsecret.txt',
    '..%2Fsecret.txt',
    '%2e%2e/secret.txt',
    '%2e%2e%2fsecret.txt',
    '.%2e/secret.txt',
    '%252e%252e/secret.txt',
    '%252e%252e%252fsecret.txt',
    '..%5csecret.txt',
    '..\\secret.txt',
    '....//secret.txt',
    'inner/../../secret.txt',
    'inner/..%2f..%2fsecret.txt',
    '../root-beside/secret.txt',
    '%2e%2e/root-beside/secret.txt',
    join(folder, 'secret.txt'),
    encodeURIComponent(join(folder, 'secret.txt')),
    `/${join(folder, 'secret.txt')}`,
    '//etc/passwd',
    '/etc/passwd',
    '%2fetc%2fpasswd',
    'C:\\secret.txt',
    'file:///etc/passwd',
    'link.txt',
    'linked-folder/secret.txt',
    'linked-folder/root/../secret.txt',
    '\u2025/secret.txt',
    '%c0%ae%c0%ae/secret.txt',
    '\uff0e\uff0e/secret.txt',
  ];
  for (const way of ways) assert.equal(await readBelow(root, way), undefined, way);
});

test('a path that is none is no file: malformed escapes, NUL, the root itself, folders, endless names', async () => {
  const paths = [
    '%',
    '%zz',
    '%e0%a4',
    'page.html%00',
    'page.html\0.js',
    '%00',
    '',
    '.',
    '/',
    'inner',
    'inner/',
  ];
  for (const path of [...paths, 'x'.repeat(5_000), 'no-such-file', 'page.html/more'])
    assert.equal(await readBelow(root, path), undefined, path.slice(0, 20));
});

test('a root that is not there holds nothing', async () => {
  assert.equal(await readBelow(join(folder, 'nowhere'), 'page.html'), undefined);
});

test('no mixture of dots, slashes, links and escapes leads outside', async () => {
  const part = fc.constantFrom(
    '..',
    '.',
    '/',
    '\\',
    '%2e',
    '%2f',
    '%5c',
    '%25',
    'inner',
    'linked-folder',
    'root',
    'secret.txt',
    'x',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 10 }), async (parts) => {
      assert.notEqual(await textOf(parts.join('')), SECRET);
    }),
    { numRuns: 1_000 },
  );
});
