import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { KeptBrowsers } from '../browser-supply.ts';
import { SubjectError } from '../errors.ts';
import { run } from '../run.ts';
import type { RunOptions } from '../run-options.ts';
import { PACKAGE_ROOT } from '../package-root.ts';

const SOUND_ONLY = `
  export const declaration = {
    name: 'sound-only',
    version: '7.8.9',
    records: ['audio'],
    declines: [{ rules: ['pause.sets-*'], reason: 'It cannot pause' }],
  };
  export const install = (native) => class MediaRecorder extends native {
    constructor(stream, options) {
      if (stream.getVideoTracks().length > 0) throw new Error('no pictures');
      super(stream, options);
    }
  };
`;

const FILES = {
  'sound-only.mjs': SOUND_ONLY,
  'lies.mjs': `export const declaration = { records: 'sound' }; export const install = (n) => class extends n {};`,
  'chained.mjs': `export const install = (native) => class MediaRecorder extends native {
    start(...args) { super.start(...args); return this; }
  };`,
  'unasked.mjs': `export const install = (native) => class MediaRecorder extends native {
    get requestData() { return undefined; }
  };`,
  'slip.mjs': `export const declaration = { declines: [{ rules: ['pauze.*'], reason: 'no' }] };
    export const install = (n) => class extends n {};`,
  'nothing.js': 'window.Another = class {};',
} as const;

/** One browser for all of them, for starting one takes longer than a polyfill's cases. */
const supply = new KeptBrowsers();
let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'declared-'));
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
});
after(async () => {
  await supply.close();
  await rm(folder, { recursive: true });
});

const running = (name: keyof typeof FILES, options: RunOptions) =>
  run({ ...options, browsers: ['chromium'], polyfills: [join(folder, name)], supply }).results;

test('what a polyfill declares is unsupported, is in the results, and all else is held against it', async () => {
  const rules = ['pause.sets-paused', 'start.sets-recording'];
  const { targets } = await running('sound-only.mjs', { rules, native: false, profile: 'full' });
  const [target, ...others] = targets;
  assert.deepEqual(others, []);
  const said = JSON.stringify(target?.incidents);
  assert.equal(target?.subject.declaration?.name, 'sound-only', said);
  assert.equal(target.subject.version, '7.8.9');
  const told = new Map<string, string>(
    target.cases.map(({ id, verdict, attempts }) => {
      const last = attempts.at(-1);
      return [id, `${verdict} ${last !== undefined && 'message' in last ? last.message : ''}`.trim()];
    }),
  );
  const [paused, video] = [
    'unsupported declared by the polyfill: It cannot pause',
    'unsupported declared by the polyfill: it does not record video',
  ];
  assert.ok(told.has('start.sets-recording;source=tone'), said);
  for (const [id, end] of told) {
    const expected = id.startsWith('pause.') ? paused : id.endsWith('=tone') ? 'pass' : video;
    assert.equal(end, expected, id);
  }
});

test('what is not claimed is not asked for by the way, and what is claimed is asked for by itself', async () => {
  const rules = ['attributes.mime-type-until-start-event', 'is-type-supported.can-be-recorded'];
  const { targets } = await running('sound-only.mjs', { rules, native: false, profile: 'full' });
  const told = new Map(targets.flatMap(({ cases }) => cases.map(({ id, verdict }) => [String(id), verdict])));
  assert.equal(
    told.get('attributes.mime-type-until-start-event;constraint=container;source=both'),
    'unsupported',
  );
  assert.equal(told.get('is-type-supported.can-be-recorded;kind=video'), 'unsupported');
  assert.equal(told.get('is-type-supported.can-be-recorded;kind=audio'), 'pass');
});

test('a method that is missing is held against it by the rules about that method alone', async () => {
  const rules = ['blob-event.data-is-a-blob', 'blob-event.first-timecode', 'request-data.returns-undefined'];
  const { targets } = await running('unasked.mjs', { rules, native: false });
  const cases = targets.flatMap((target) => target.cases);
  assert.ok(cases.length > 3);
  for (const { id, verdict } of cases)
    assert.equal(verdict, id.startsWith('request-data.') ? 'fail' : 'pass', id);
});

test('of what was compared both sides are told, though one is undefined', async () => {
  const { targets } = await running('chained.mjs', { rules: ['start.returns-undefined'], native: false });
  const attempts = targets.flatMap(({ cases }) => cases.flatMap((each) => each.attempts));
  assert.ok(attempts.length > 0);
  for (const attempt of attempts) {
    assert.equal(attempt.outcome, 'fail');
    assert.deepEqual([attempt.expected, attempt.actual], ['undefined', 'MediaRecorder{}']);
  }
});

test('a run ends with one line when what it is about can be put into no browser', async () => {
  for (const [name, line] of [
    ['lies.mjs', /lies\.mjs cannot be tested in Chromium: its declaration: field "records" is wrong/],
    ['slip.mjs', /slip\.mjs cannot be tested in Chromium: its declaration declines "pauze\.\*", and no rule/],
    ['nothing.js', /nothing\.js cannot be tested in Chromium: window\.MediaRecorder was not replaced/],
  ] as const)
    await assert.rejects(running(name, { rules: ['start.sets-recording'] }), (error) => {
      assert.ok(error instanceof SubjectError);
      assert.match(error.message, line);
      return true;
    });
});

test('a polyfill that keeps its rules passes, and no bundling is held against it', async () => {
  const reference = join(PACKAGE_ROOT, 'fixtures', 'recorders', 'reference', 'index.ts');
  const rules = [
    'idl.interface-object-name',
    'start.sets-recording',
    'pause.sets-paused',
    'stop.fires-data-then-stop',
  ];
  const { targets } = await run({
    browsers: ['chromium'],
    polyfills: [reference],
    native: false,
    rules,
    supply,
  }).results;
  const [target] = targets;
  assert.equal(target?.complete, true);
  assert.equal(target.subject.kind, 'polyfill');
  assert.ok(target.cases.length >= rules.length);
  for (const { id, verdict } of target.cases) assert.equal(verdict, 'pass', id);
});
