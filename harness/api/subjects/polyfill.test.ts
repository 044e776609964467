import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { UsageError } from '../errors.ts';
import { resolvePolyfill, type ResolvedPolyfill } from './polyfill.ts';
import { mountedRoots } from './mounts.ts';
import { resolveSubjects } from './resolve.ts';

const FILES = {
  'classic.js': 'window.MediaRecorder = class {};',
  'umd.js': `(function (root, make) {
    if (typeof define === 'function' && define.amd) define(make);
    else if (typeof module === 'object') module.exports = make();
    else root.MediaRecorder = make();
  })(this, () => class {});`,
  'cjs.js': 'exports.install = () => require("./kinds/one.cjs");',
  'kinds/one.cjs': 'module.exports = class {};',
  'module.js': 'export const install = () => class {};',
  'typed.ts': `import { One } from 'one'; export const install = (native: typeof MediaRecorder): unknown => One;`,
  'script.ts': 'Reflect.set(window, "MediaRecorder", class {} satisfies unknown);',
  'waits.mjs': 'await 0; export const install = () => class {};',
  'with-wasm.js': 'import url from "./x.wasm"; export const install = () => url;',
  'x.wasm': '\0asm',
  'broken.js': 'class {',
  'needs.js': 'import "not-there"; export const install = () => class {};',
  'node_modules/one/package.json':
    '{"name": "one", "version": "1.2.3", "main": "main.js", "module": "main.mjs"}',
  'node_modules/two/package.json': '{"name": "two", "main": "main.js", "browser": {"./node.js": false}}',
  'node_modules/two/main.js': 'require("./node.js"); exports.install = () => class {};',
  'node_modules/two/node.js': 'require("node:fs");',
  'node_modules/one/main.js': 'exports.One = class {};',
  'node_modules/one/main.mjs': 'export class One {}; export const install = () => One;',
} as const;

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'polyfill-'));
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(join(folder, dirname(name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
});
after(() => rm(folder, { recursive: true }));

const resolved = (stated: string): Promise<ResolvedPolyfill> =>
  resolvePolyfill(stated, { folder, scratch: join(folder, 'scratch'), nth: 1 });

/** How pages take a polyfill: whether a module is handed over, what kind of script does it, and its text. */
async function form(stated: string): Promise<readonly [handsOver: boolean, type: string, text: string]> {
  const { subject, roots } = await resolved(stated);
  const [script, ...others] = subject.served.scripts;
  assert.ok(script !== undefined && others.length === 0);
  const [, root = '', file = ''] = script.src.split('/');
  const text = await readFile(join(roots[root] ?? '', file), 'utf8');
  return [subject.served.setup.handsOver, script.type, text];
}

test('a classic script is served as it is, and so is what can be one', async () => {
  assert.deepEqual(await form('classic.js'), [false, 'classic', FILES['classic.js']]);
  assert.deepEqual(await form('./umd.js'), [false, 'classic', FILES['umd.js']]);
});

test('modules, TypeScript and CommonJS are bundled with what they import, and hand themselves over', async () => {
  for (const name of ['module.js', 'typed.ts', 'script.ts', 'cjs.js', join(folder, 'module.js')]) {
    const [handsOver, type, text] = await form(name);
    assert.deepEqual([handsOver, type], [true, 'classic'], name);
    assert.ok(text.includes('.provide('), name);
    assert.equal(/\b(import|export)\b/.test(text), false, name);
  }
});

test('a module that waits at its top level stays one', async () => {
  const [handsOver, type, text] = await form('waits.mjs');
  assert.deepEqual([handsOver, type], [true, 'module']);
  assert.ok(text.includes('await 0'));
});

test('what a module imports as a file is served beside it', async () => {
  const [, , text] = await form('with-wasm.js');
  const [, file = ''] = /"\/polyfill-1\/(asset-\w+\.wasm)"/.exec(text) ?? assert.fail(text);
  const { roots } = await resolved('with-wasm.js');
  assert.equal(await readFile(join(roots['polyfill-1'] ?? '', file), 'utf8'), '\0asm');
});

test('an installed package is found by its name, in the form that it has for browsers, with its version', async () => {
  const { subject } = await resolved('one');
  assert.equal(subject.subject.name, 'one');
  assert.equal(subject.subject.version, '1.2.3');
  const [handsOver, , text] = await form('one');
  assert.equal(handsOver, true);
  assert.ok(text.includes('install'));
});

test('what a package leaves out for browsers is left out', async () => {
  const [handsOver, , text] = await form('two');
  assert.equal(handsOver, true);
  assert.equal(text.includes('node:fs'), false);
});

test('the hash tells one text from another and stays the same for the same', async () => {
  const hash = async (name: string): Promise<string | undefined> =>
    (await resolved(name)).subject.subject.hash;
  assert.match((await hash('classic.js')) ?? '', /^[0-9a-f]{12}$/);
  assert.equal(await hash('classic.js'), await hash('classic.js'));
  assert.notEqual(await hash('classic.js'), await hash('umd.js'));
});

for (const [stated, line] of [
  ['./missing.js', /^--polyfill \.\/missing\.js: there is no file .*missing\.js$/],
  ['missing.ts', /there is no file/],
  ['kinds', /kinds is a folder; name the file in it/],
  [
    'no-such-package',
    /Could not resolve "no-such-package": there is no such file and no such installed package/,
  ],
  ['broken.js', /^--polyfill broken\.js: broken\.js:1:7: Expected identifier/],
  ['needs.js', /needs\.js:1:8: Could not resolve "not-there"/],
] as const)
  test(`${stated} is refused with a line that says why`, async () => {
    await assert.rejects(resolved(stated), (error) => {
      assert.ok(error instanceof UsageError);
      assert.match(error.message, line);
      assert.equal(error.message.includes('\n'), false);
      return true;
    });
  });

test('folders are mounted under names of their own', () => {
  assert.deepEqual(mountedRoots({ kinds: 'kinds' }, folder), { kinds: join(folder, 'kinds') });
  for (const name of ['session', 'bundle', 'polyfill-1', '..', 'a/b', ''])
    assert.throws(() => mountedRoots({ [name]: 'kinds' }, folder), UsageError, name);
  assert.throws(() => mountedRoots({ a: 'classic.js' }, folder), /there is no folder/);
  assert.throws(() => mountedRoots({ a: 'nowhere' }, folder), /there is no folder/);
});

test('the native recorder is tested beside polyfills unless it is left out, or subjects are named', async () => {
  const names = async (options: Parameters<typeof resolveSubjects>[0]): Promise<readonly string[]> =>
    (await resolveSubjects(options, { folder, scratch: join(folder, 'scratch') })).subjects.map(
      ({ subject }) => `${subject.kind} ${subject.name}`,
    );
  const two = ['classic.js', 'umd.js'];
  assert.deepEqual(await names({}), ['native MediaRecorder']);
  assert.deepEqual(await names({ polyfills: two }), [
    'native MediaRecorder',
    'polyfill classic.js',
    'polyfill umd.js',
  ]);
  assert.deepEqual(await names({ polyfills: two, native: false }), [
    'polyfill classic.js',
    'polyfill umd.js',
  ]);
  assert.deepEqual(await names({ polyfills: ['umd.js'], subjects: ['native'] }), [
    'native MediaRecorder',
    'polyfill umd.js',
  ]);
  await assert.rejects(names({ native: false }), /--no-native leaves nothing to test/);
});
