import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { bundlePages } from '../../../tools/bundle.ts';
import { caseId, ruleOf, type CaseEntry, type Target } from '../../protocol/index.ts';
import { startServer, type ConformanceServer, type SubjectScript } from '../../server/index.ts';
import { KeptBrowsers } from '../browser-supply.ts';
import { runTarget } from '../run-target.ts';
import { browserOf, IMPATIENCE } from './misbehaviour.ts';
import { subjectOf, type ResolvedSubject } from '../subjects/subject.ts';
import { PACKAGE_ROOT } from '../package-root.ts';

const SUITE = join(PACKAGE_ROOT, 'harness', 'page', 'testing', 'fitted.suite.ts');

const provide = (module: string): string =>
  `globalThis[Symbol.for('mediarecorder-conformance')].provide(${module});`;

/** Subjects in every form, and what becomes of each: 'fits', or why it does not. */
export const SUBJECTS: Readonly<
  Record<string, readonly [type: SubjectScript['type'], code: string, end: string]>
> = {
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

const browsers = new KeptBrowsers();
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
  await browsers.close();
  await server.close();
  await rm(folder, { recursive: true });
});

const CASES = ['lane', 'lane again', 'frame'].map((realm): CaseEntry => {
  const id = caseId('state.inactive-at-first', { realm });
  return { id, rule: ruleOf(id), needs: [], weight: 'shared', profile: 'default' };
});

/** Runs a subject; all of them in one browser of each engine, for starting one takes longer than a subject. */
export async function runWith(
  engine: Parameters<typeof browserOf>[0],
  subject: ResolvedSubject,
): Promise<Target> {
  const browser = await browserOf(engine);
  assert.ok(browser !== undefined, `there is no ${engine} on this machine`);
  return runTarget(
    { id: engine, browser, subject, cases: CASES },
    {
      server,
      browsers,
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

export const verdicts = ({ cases }: Target): readonly string[] =>
  cases.map(({ id, verdict }) => `${id.split('=')[1] ?? ''} ${verdict}`);

/** The subject of one of the forms. */
export function subjectNamed(name: string): ResolvedSubject {
  const [type, code] = SUBJECTS[name] ?? assert.fail(name);
  const handsOver = type === 'module' || code.includes('provide(');
  return subjectOf({ kind: 'polyfill', name }, handsOver, [{ src: `/bundle/${name}.js`, type }]);
}
