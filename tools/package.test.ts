import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join, posix } from 'node:path';
import { before, test } from 'node:test';
import * as v from 'valibot';
import { decodeJson } from '../harness/protocol/index.ts';
import { importsOf } from './published-types.ts';
import { PACKAGE_ROOT } from '../harness/api/package-root.ts';

const MOST_BYTES = 6_000_000;

const Listing = v.tuple([
  v.object({
    unpackedSize: v.number(),
    files: v.array(v.object({ path: v.string(), size: v.number() })),
  }),
]);
const Package = v.looseObject({
  bin: v.record(v.string(), v.string()),
  exports: v.record(v.string(), v.union([v.string(), v.record(v.string(), v.string())])),
  dependencies: v.record(v.string(), v.string()),
  license: v.string(),
  author: v.string(),
});

const read = (file: string): Promise<string> => readFile(join(PACKAGE_ROOT, file), 'utf8');

let unpackedSize = 0;
let files: ReadonlySet<string> = new Set();
let own: v.InferOutput<typeof Package>;
before(async () => {
  // Without its scripts: what is packed is the build that this test belongs to.
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const { stdout, stderr } = spawnSync('npm', args, { cwd: PACKAGE_ROOT, encoding: 'utf8' });
  const [listed] = decodeJson(Listing, stdout, `npm pack: ${stderr}`);
  unpackedSize = listed.unpackedSize;
  files = new Set(listed.files.map(({ path }) => path));
  own = decodeJson(Package, await read('package.json'), 'package.json');
});

const shipped = (ending: string): readonly string[] => [...files].filter((file) => file.endsWith(ending));

test('the package is small', () => {
  assert.ok(unpackedSize < MOST_BYTES, `${unpackedSize} bytes`);
});

test('the package holds what it is used with, and nothing that it is made of or tested with', () => {
  const places = [...files].map((file) => {
    const [top = '', second, third] = file.split('/');
    return third === undefined ? file : `${top}/${second}/`;
  });
  assert.deepEqual(
    [...new Set(places)].sort(),
    [
      'LICENSE',
      'README.md',
      'dist/cli/',
      'dist/coverage.json',
      'dist/durations.json',
      'dist/harness/',
      'dist/kit/',
      'dist/manifest.json',
      'dist/page/',
      'dist/recorders.json',
      'dist/report/',
      'dist/reports/',
      'dist/results.schema.json',
      'dist/third-party-notices.txt',
      'dist/types/',
      'package.json',
    ].sort(),
  );
  for (const file of files) assert.doesNotMatch(file, /\.test\.|\/testing\/|\.map$|(?<!\.d)\.tsx?$/);
});

/** The entries of package.json that a condition leads to. */
function entries(condition: string): readonly string[] {
  const exported = Object.values(own.exports).flatMap((to) =>
    typeof to === 'string' ? [to] : [to[condition] ?? assert.fail(`no ${condition}`)],
  );
  return exported.map((file) => posix.normalize(file));
}

test('every entry of the package is in it', () => {
  for (const file of [...entries('types'), ...entries('default'), ...Object.values(own.bin)])
    assert.ok(files.has(posix.normalize(file)), file);
});

/** Files that a module loads or starts by their place beside it. */
function besides(text: string): readonly string[] {
  const places = text.matchAll(/new URL\(['"]([^'"]+[^/'"])['"], import\.meta\.url\)/g);
  return [...places].map(([, place = '']) => place);
}

/** What modules lead to from entries, and which packages they import on the way. */
async function reachedFrom(start: readonly string[]) {
  const reached = new Set(start);
  const packages = new Set<string>();
  for (const file of reached) {
    const text = await read(file);
    for (const name of [...importsOf(text), ...besides(text).map((place) => `./${place}`)])
      if (name.startsWith('.'))
        reached.add(posix.join(posix.dirname(file), file.endsWith('.d.ts') ? typesOf(name) : name));
      else packages.add(/^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
  }
  return { reached, packages };
}

const typesOf = (name: string): string => name.replace(/\.[jt]s$/, '.d.ts');
const missing = (reached: ReadonlySet<string>) => [...reached].filter((file) => !files.has(file));

test('every module that is needed at run time is in the package', async () => {
  const scripts = [...entries('default'), ...Object.values(own.bin)].filter((file) => file.endsWith('.js'));
  const { reached, packages } = await reachedFrom(scripts);
  assert.deepEqual(missing(reached), []);
  const known = new Set([...Object.keys(own.dependencies), 'mediarecorder-conformance']);
  for (const name of packages)
    assert.ok(name.startsWith('node:') || builtinModules.includes(name) || known.has(name), name);
});

test('every declaration file that is needed is in the package, and none that is not', async () => {
  const { reached, packages } = await reachedFrom(entries('types').filter((file) => file.endsWith('.d.ts')));
  assert.deepEqual(missing(reached), []);
  assert.deepEqual(
    shipped('.d.ts').filter((file) => !reached.has(file)),
    [],
  );
  // Not even the types of Node are asked of who uses these.
  for (const name of packages)
    assert.ok(
      Object.hasOwn(own.dependencies, name) || Object.hasOwn(own.dependencies, `@types/${name}`),
      `the types import ${name}, which is no dependency`,
    );
});

test('every package that is inside a bundle is in the notice', async () => {
  const notice = await read('dist/third-party-notices.txt');
  const listed = new Set(
    [...notice.matchAll(/^- (\S+) \d\S*(?: \(inside .+\))?: \S/gm)].map(([, name]) => name),
  );
  const inside = new Set(['preact', '@observablehq/plot', 'd3-scale', '@mdn/browser-compat-data']);
  for (const file of shipped('.js').filter((name) => /^dist\/(page|kit)\//.test(name)))
    // The bundler names each file in a comment above what it took from it.
    for (const [, name = ''] of (await read(file)).matchAll(
      /^\s*\/\/ \S*node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm,
    ))
      inside.add(name);
  for (const name of ['mocha', 'chai', 'mediabunny', 'valibot']) assert.ok(inside.has(name), name);
  assert.deepEqual(
    [...inside].filter((name) => !listed.has(name)),
    [],
  );
  // Each has a section of its own, which begins with its name and has the text of its licence.
  const sections = notice.split(/^={80}$/m).slice(1);
  assert.equal(sections.length, listed.size);
  for (const section of sections) {
    const [facts = '', text = ''] = section.split(/^-{80}$/m);
    assert.match(facts, /^\n\S+ \d.*\nLicence: \S+\n/);
    assert.match(text, /permission|copyright|licen[cs]e/i, facts);
  }
});

test('the package says who holds its copyright as its licence does', async () => {
  assert.equal(own.license, 'MIT');
  assert.match(await read('LICENSE'), new RegExp(`^Copyright \\(c\\) \\d{4} ${own.author}$`, 'm'));
});
