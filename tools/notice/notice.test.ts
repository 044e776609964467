import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { bundle } from '../bundle.ts';
import { bundledPackages, copyrightComments, LicenceError } from './packages.ts';
import { noticeText } from './text.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notice-'));
});
after(() => rm(folder, { recursive: true }));

/** The files of an installed package. */
function installed(name: string, more: Readonly<Record<string, string>> = {}, at = 'node_modules') {
  const files = {
    'package.json': JSON.stringify({ name, version: '1.2.3', license: 'MIT', main: 'index.js' }),
    'index.js': `export const ${name.replace(/\W/g, '')} = 1;\n`,
    LICENSE: `Copyright the people of ${name}\n`,
    ...more,
  };
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [`${at}/${name}/${file}`, text]));
}

async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(folder, 'root-'));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return root;
}

/** Bundles `main.js` of a project, and reads the licences of what is inside the bundle. */
async function packagesIn(files: Readonly<Record<string, string>>) {
  const root = await project(files);
  const built = await bundle(root, join(root, 'dist', 'main.js'), {
    bundle: true,
    format: 'esm',
    entryPoints: [join(root, 'main.js')],
    logLevel: 'silent',
  });
  return bundledPackages(root, [built]);
}

test('every package that is left in a bundle is in the notice, with its licence text', async () => {
  const packages = await packagesIn({
    'main.js': `import { left } from 'left'; import { unused } from 'unused';
      import { part } from '@some/part'; console.log(left, part);`,
    ...installed('left'),
    ...installed('unused', {
      'package.json': JSON.stringify({ name: 'unused', version: '1.0.0', sideEffects: false }),
    }),
    ...installed('@some/part', {
      'index.js': `import { nested } from 'nested'; export const part = nested;`,
      'package.json': JSON.stringify({
        name: '@some/part',
        version: '2.0.0',
        license: 'ISC',
        repository: { url: 'git+https://example.org/part.git' },
      }),
    }),
    ...installed('nested', {}, 'node_modules/@some/part/node_modules'),
  });
  assert.deepEqual(
    packages.map(({ name }) => name),
    ['@some/part', 'left', 'nested'],
  );
  const notice = noticeText(packages);
  assert.match(notice, /^- @some\/part 2\.0\.0: ISC\n- left 1\.2\.3: MIT\n- nested 1\.2\.3: MIT$/m);
  for (const name of ['@some/part', 'left', 'nested'])
    assert.ok(notice.includes(`\nCopyright the people of ${name}\n`), name);
  assert.match(notice, /^Source: git\+https:\/\/example\.org\/part\.git\nIn: dist\/main\.js$/m);
});

const USES_LEFT = `import { left } from 'left'; console.log(left);`;

test('a package without a licence text fails the build', async () => {
  const { 'node_modules/left/LICENSE': _, ...files } = installed('left');
  await assert.rejects(packagesIn({ 'main.js': USES_LEFT, ...files }), (error) => {
    assert.ok(error instanceof LicenceError);
    assert.match(error.message, /^left 1\.2\.3 is in dist\/main\.js, but its package has no licence text: /);
    return true;
  });
});

test('a package that names no licence fails the build', async () => {
  const files = installed('left', { 'package.json': '{"name": "left", "version": "1.2.3"}' });
  await assert.rejects(packagesIn({ 'main.js': USES_LEFT, ...files }), {
    name: 'LicenceError',
    message: /^left 1\.2\.3 is in dist\/main\.js, but its package\.json names no licence: /,
  });
});

const PREBUILT = `// node_modules/marked/lib/a.js\nexport const a = 1;\n`;
const MAP = JSON.stringify({ sources: ['../node_modules/mapped/index.js', '../src/own.js', null] });

test('packages that came inside another package are in the notice, too', async () => {
  const packages = await packagesIn({
    'main.js': `import { a } from 'outer'; console.log(a);`,
    ...installed('outer', { 'index.js': PREBUILT, 'index.js.map': MAP }),
    ...installed('marked'),
    ...installed('mapped'),
  });
  assert.deepEqual(
    packages.map(({ name, inside }) => [name, inside]),
    [
      ['mapped', 'outer 1.2.3'],
      ['marked', 'outer 1.2.3'],
      ['outer', undefined],
    ],
  );
  assert.match(noticeText(packages), /^- marked 1\.2\.3 \(inside outer 1\.2\.3\): MIT$/m);
});

test('a package inside another one has to be installed, for its licence', async () => {
  const files = { 'main.js': `import { a } from 'outer'; console.log(a);` };
  await assert.rejects(packagesIn({ ...files, ...installed('outer', { 'index.js': PREBUILT }) }), {
    name: 'LicenceError',
    message: /^outer 1\.2\.3 has marked inside, which is not installed: add it to devDependencies/,
  });
});

test('copyright in comments is kept, without the signs of comments', () => {
  const text = `/*!
 * Copyright (c) someone
 *
 * All rights.
 */
const types = '*/*'; // Copyright of nothing
// An ordinary comment.

    // Copyright another,
    // in two lines.
/* @license MIT */
`;
  assert.deepEqual(copyrightComments(text), [
    'Copyright (c) someone\n\nAll rights.',
    'Copyright another,\nin two lines.',
    '@license MIT',
  ]);
});
