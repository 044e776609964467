import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { bundlePages } from '../../../tools/bundle.ts';
import { caseId, ruleOf, type CaseEntry, type Target } from '../../protocol/index.ts';
import { startServer, type ConformanceServer, type SubjectScript } from '../../server/index.ts';
import { runTarget } from '../run-target.ts';
import { browserOf, IMPATIENCE } from '../testing/misbehaviour.ts';
import { NATIVE, subjectOf, type ResolvedSubject } from './subject.ts';
import { PACKAGE_ROOT } from '../package-root.ts';

const SUITE = join(PACKAGE_ROOT, 'harness', 'page', 'testing', 'fitted.suite.ts');

const provide = (module: string): string =>
  `globalThis[Symbol.for('mediarecorder-conformance')].provide(${module});`;

/** Subjects in every form, and what becomes of each: 'fits', or why it does not. */
const SUBJECTS: Readonly<Record<string, readonly [type: SubjectScript['type'], code: string, end: string]>> =
  {
    script: ['classic', 'window.MediaRecorder = class Fitted {};', 'fits'],
    sync: ['classic', provide('{ install: () => class Fitted {} }'), 'fits'],
    wrapper: ['classic', provide('{ install: (native) => class Fitted extends native {} }'), 'fits'],
    async: [
      'module',
      `await new Promise((done) => setTimeout(done, 300));
     const install = async () => { await new Promise((done) => setTimeout(done, 300)); return class Fitted {}; };
     ${provide('{ install }')}`,
      'fits',
    ],
    itself: ['module', `window.MediaRecorder = class Fitted {}; ${provide('{}')}`, 'fits'],
    'not-replaced': ['classic', 'window.SomeRecorder = class {};', 'window.MediaRecorder was not replaced'],
    'fails-and-replaces-nothing': [
      'classic',
      'throw new Error("no AudioContext");',
      'window.MediaRecorder was not replaced: ',
    ],
    'no-install': ['classic', provide('{ setup() {} }'), 'window.MediaRecorder was not replaced'],
    throws: [
      'classic',
      provide('{ install() { throw new RangeError("no worker"); } }'),
      'its install(native) threw RangeError: no worker',
    ],
    rejects: [
      'classic',
      provide('{ install: () => Promise.reject(new Error("no wasm")) }'),
      'its install(native) threw Error: no wasm',
    ],
    'never-settles': [
      'classic',
      provide('{ install: () => new Promise(() => {}) }'),
      'its install(native) did not settle within 5 s',
    ],
    'returns-nothing': [
      'classic',
      provide('{ install() {} }'),
      'its install(native) returned undefined, which is no recorder to test',
    ],
    'returns-native': [
      'classic',
      provide('{ install: (native) => native }'),
      "its install(native) returned the browser's own recorder",
    ],
    'does-not-parse': ['module', 'class {', 'its script failed: '],
    'module-throws': ['module', 'throw new Error("no luck");', 'its script failed: '],
    missing: ['module', '', 'its script failed: '],
  };

let folder = '';
let server: ConformanceServer;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fitting-'));
  await bundlePages(PACKAGE_ROOT, folder, [SUITE]);
  for (const [name, [, code]] of Object.entries(SUBJECTS))
    if (code !== '') await writeFile(join(folder, `${name}.js`), code);
  server = await startServer({ bundle: folder });
});
after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const CASES = ['lane', 'lane again', 'frame'].map((realm): CaseEntry => {
  const id = caseId('state.inactive-at-first', { realm });
  return { id, rule: ruleOf(id), needs: [], weight: 'shared', profile: 'default' };
});

async function runWith(engine: Parameters<typeof browserOf>[0], subject: ResolvedSubject): Promise<Target> {
  const browser = await browserOf(engine);
  assert.ok(browser !== undefined, `there is no ${engine} on this machine`);
  return runTarget(
    { id: engine, browser, subject, cases: CASES },
    {
      server,
      cores: 1,
      workers: 1,
      patience: { ...IMPATIENCE, installMs: 5_000 },
      headed: false,
      extras: { args: [], prefs: {}, env: {} },
      signal: new AbortController().signal,
      listen: () => undefined,
    },
  );
}

const verdicts = ({ cases }: Target): readonly string[] =>
  cases.map(({ id, verdict }) => `${id.split('=')[1] ?? ''} ${verdict}`);

for (const [name, [type, code, end]] of Object.entries(SUBJECTS))
  test(`a subject of the form "${name}" is put into every realm, or said not to fit`, async () => {
    const handsOver = type === 'module' || code.includes('provide(');
    const subject = subjectOf({ kind: 'polyfill', name }, handsOver, [{ src: `/bundle/${name}.js`, type }]);
    const target = await runWith('chromium', subject);
    if (end === 'fits') {
      assert.deepEqual(verdicts(target), ['lane pass', 'lane%20again pass', 'frame pass']);
      assert.deepEqual(target.incidents, []);
      assert.ok(target.cases.every(({ attempts }) => attempts.length === 1));
      return;
    }
    assert.equal(target.complete, false);
    assert.deepEqual(target.cases, []);
    const [incident, ...others] = target.incidents;
    assert.deepEqual(others, []);
    assert.ok(
      incident?.message.startsWith(`${name} cannot be tested in Chromium: ${end}`),
      incident?.message ?? 'nothing was said',
    );
  });

for (const engine of ['firefox', 'webkit'] as const)
  test(`${engine} gets the same subjects, classic and module, and says why one does not fit`, async () => {
    for (const name of ['script', 'async', 'module-throws', 'rejects']) {
      const [type, code, end] = SUBJECTS[name] ?? assert.fail(name);
      const handsOver = type === 'module' || code.includes('provide(');
      const subject = subjectOf({ kind: 'polyfill', name }, handsOver, [{ src: `/bundle/${name}.js`, type }]);
      const target = await runWith(engine, subject);
      const said = target.incidents.map(({ message }) => message).join('; ');
      if (end === 'fits')
        assert.deepEqual(verdicts(target), ['lane pass', 'lane%20again pass', 'frame pass'], said);
      else assert.ok(said.includes(`cannot be tested in ${target.browser.name}: ${end}`), said);
    }
  });

test('the native recorder is no subject that was put there', async () => {
  const target = await runWith('chromium', NATIVE);
  assert.deepEqual(verdicts(target), ['lane fail', 'lane%20again fail', 'frame fail']);
});
