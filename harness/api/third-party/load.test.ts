import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { DecodeError } from '../../protocol/index.ts';
import { UsageError } from '../errors.ts';
import { joinSuites } from './join.ts';
import { PACKAGE_ROOT } from '../package-root.ts';

const EXAMPLE = join(PACKAGE_ROOT, 'fixtures', 'example-suite');

let folder = '';
let count = 0;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'third-party-'));
});
after(() => rm(folder, { recursive: true }));

const RULE = `{ level: 'must', standing: 'interop', statement: 'It holds.',
  source: { label: 'Ours', url: 'https://example.org/' } }`;
const declared = (rules: string, id = 'ours'): string =>
  `import { defineSuite } from 'mediarecorder-conformance/kit';
   const { conformance, measurement } = defineSuite({ id: '${id}', title: 'Ours', rules: { ${rules} } });`;
const one = (id = 'ours'): string =>
  `${declared(`'${id}.a': ${RULE}`, id)} conformance('${id}.a', {}, async (t) => t.assert.ok(true));`;

/** A folder of suites with these files in it. */
async function suite(files: Readonly<Record<string, string>>): Promise<string> {
  count += 1;
  const own = join(folder, `suite-${count}`);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(own, name)), { recursive: true });
    await writeFile(join(own, name), text);
  }
  await mkdir(own, { recursive: true });
  return own;
}

const refused = async (files: Readonly<Record<string, string>>, says: RegExp): Promise<void> => {
  const stated = await suite(files);
  await assert.rejects(joinSuites({ suites: [stated] }, folder), (error) => {
    assert.ok(error instanceof UsageError || error instanceof DecodeError, String(error));
    assert.match(error.message, says);
    assert.ok(error.message.startsWith(`--suite ${stated}: `), error.message);
    assert.doesNotMatch(error.message, /\n/);
    return true;
  });
};

test("a folder of suites stands beside the package's own, or alone", async () => {
  const own = await joinSuites({}, folder);
  const beside = await joinSuites({ suites: [EXAMPLE] }, folder);
  const alone = await joinSuites({ suites: [EXAMPLE], builtIn: false }, folder);
  assert.deepEqual(
    alone.manifest.cases.map(({ id, weight }) => [id, weight]),
    [
      ['meeting.survives-a-long-pause;source=canvas;times=1', 'shared'],
      ['meeting.survives-a-long-pause;source=canvas;times=3', 'shared'],
      ['meeting.bytes-per-second;source=canvas', 'alone'],
    ],
  );
  assert.deepEqual(beside.manifest.cases, [...own.manifest.cases, ...alone.manifest.cases]);
  assert.deepEqual(beside.manifest.rules, [...own.manifest.rules, ...alone.manifest.rules]);
  assert.equal(alone.manifest.rules[0]?.sectionTitle, 'Meeting recorder');
});

test('a suite can be loaded again and again in one process', async () => {
  const stated = await suite({ 'a.spec.js': one() });
  for (let time = 0; time < 3; time += 1)
    assert.equal((await joinSuites({ suites: [stated], builtIn: false }, folder)).manifest.cases.length, 1);
});

test('a suite is told by what is in it, and not by where it is', async () => {
  const suitesOf = async (files: Readonly<Record<string, string>>): Promise<unknown> => {
    const { manifest } = await joinSuites({ suites: [await suite(files)] }, folder);
    return manifest.suite.others;
  };
  const files = { 'a.spec.js': `import './b.js'; ${one()}`, 'b.js': 'export {};' };
  const first = await suitesOf(files);
  assert.match(JSON.stringify(first), /^\{"ours":"[0-9a-f]{12}"\}$/);
  assert.deepEqual(await suitesOf(files), first);
  assert.notDeepEqual(await suitesOf({ ...files, 'b.js': 'export const b = 1;' }), first);
  assert.equal((await joinSuites({}, folder)).manifest.suite.others, undefined);
});

test('what is installed in the folder is not taken for a part of the suite', async () => {
  const stated = await suite({ 'a.spec.js': one(), 'node_modules/x/b.spec.js': 'throw 1;' });
  assert.equal((await joinSuites({ suites: [stated], builtIn: false }, folder)).manifest.cases.length, 1);
});

test('what is wrong with a suite is said in one line', async () => {
  await refused({}, /no file below .* ends in \.spec\.ts or \.spec\.js/);
  await refused({ 'a.spec.js': '' }, /it declares no suite; call defineSuite/);
  await refused({ 'a.spec.ts': 'const' }, /a\.spec\.ts:1:6: /);
  await refused({ 'a.spec.js': 'import "./gone.js";' }, /Could not resolve "\.\/gone\.js"/);
  await refused({ 'a.spec.js': 'await 1;' }, /Top-level await/);
  await refused(
    { 'a.spec.js': 'import "mediarecorder-conformance";' },
    /can import mediarecorder-conformance\/kit/,
  );
  await refused({ 'a.spec.js': 'throw new Error("not today");' }, /it could not be loaded: not today/);
  await refused({ 'a.spec.js': 'document.title;' }, /document is not defined; .* outside of a page/);
  await refused({ 'a.spec.js': declared(`'ours.a': ${RULE}`) }, /the rule ours\.a has no case/);
  await refused({ 'a.spec.js': declared(`'other.a': ${RULE}`) }, /other\.a must begin with "ours\."/);
  await refused(
    { 'a.spec.js': `${one()} conformance('ours.b', {}, async () => {});` },
    /has no rule ours\.b/,
  );
  await refused(
    { 'a.spec.js': `${one()} measurement('ours.a', {}, async () => {});` },
    /declared with conformance/,
  );
  await refused({ 'a.spec.js': one(), 'b.spec.js': one() }, /the suite ours is declared twice/);
  await refused(
    { 'a.spec.js': one().replace('https://example.org/', 'nowhere') },
    /ours\.a: field "source\.url"/,
  );
  await refused({ 'a.spec.js': one('start') }, /the package's own suite has a section "start" already/);
});

test('folders that are none, and suites that share an id, are refused', async () => {
  const [a, b] = [await suite({ 'a.spec.js': one() }), await suite({ 'a.spec.js': one() })];
  await assert.rejects(joinSuites({ suites: [a, b] }, folder), /has a section "ours" already/);
  await assert.rejects(joinSuites({ suites: ['nowhere'] }, folder), /--suite nowhere: there is no folder/);
  await assert.rejects(joinSuites({ suites: [join(a, 'a.spec.js')] }, folder), /is a file; name its folder/);
  await assert.rejects(joinSuites({ builtIn: false }, folder), /--no-built-in leaves nothing to run/);
});
