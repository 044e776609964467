import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { bundlePages } from '../../../tools/bundle.ts';
import {
  caseId,
  ruleOf,
  type CaseEntry,
  type Engine,
  type Params,
  type Target,
} from '../../protocol/index.ts';
import { startServer } from '../../server/index.ts';
import { runTarget } from '../run-target.ts';
import { browserOf, IMPATIENCE, resultOf } from './misbehaviour.ts';
import { resolvePolyfill } from '../subjects/polyfill.ts';
import { PACKAGE_ROOT } from '../package-root.ts';

const SUITE = join(PACKAGE_ROOT, 'harness', 'page', 'testing', 'driving.suite.ts');

/** A recorder that does harm in every way that a script can, each in a method of its own. */
const HARMFUL = `
  setTimeout(() => { throw new Error('late news of loading'); }, 0);
  export function install() {
    return class MediaRecorder {
      state = 'inactive';
      start() { setTimeout(() => { throw new RangeError('thrown in a timer'); }, 0); }
      pause() { void Promise.reject(new TypeError('rejected and left')); }
      stop() { for (;;); }
      resume() { for (const name of ['fetch', 'JSON', 'Promise', 'XMLHttpRequest']) globalThis[name] = undefined; }
      requestData() { for (let n = 0; n < 5; n += 1) new Worker('data:text/javascript,setInterval(() => {}, 5)'); }
    };
  }
`;

function entry(rule: string, params: Params): CaseEntry {
  const id = caseId(rule, params);
  return { id, rule: ruleOf(id), needs: [], weight: 'shared', profile: 'default' };
}

const driven = (method: string): CaseEntry => entry('state.inactive-at-first', { method });
const METHODS = ['start', 'stop', 'pause', 'resume', 'requestData'];
const NEIGHBOURS = Array.from({ length: 12 }, (_, index) =>
  entry('state.constructing-records-nothing', { neighbour: index + 1 }),
);

async function runHarmful(engine: Engine): Promise<Target> {
  const browser = await browserOf(engine);
  assert.ok(browser !== undefined, `there is no ${engine} on this machine`);
  const folder = await mkdtemp(join(tmpdir(), 'harmful-'));
  await bundlePages(PACKAGE_ROOT, folder, [SUITE]);
  await writeFile(join(folder, 'harmful.mjs'), HARMFUL);
  const { subject, roots } = await resolvePolyfill('harmful.mjs', { folder, scratch: folder, nth: 1 });
  const server = await startServer({ bundle: folder, ...roots });
  try {
    return await runTarget(
      { id: engine, browser, subject, cases: [...METHODS.map(driven), ...NEIGHBOURS] },
      {
        server,
        cores: 2,
        workers: 2,
        caseLimitMs: 4_000,
        patience: IMPATIENCE,
        headed: false,
        extras: { args: [], prefs: {}, env: {} },
        signal: new AbortController().signal,
        listen: () => undefined,
      },
    );
  } finally {
    await server.close();
    await rm(folder, { recursive: true });
  }
}

/** Declares the test of a harmful polyfill, in engines side by side: most of the time is spent waiting for silent pages. */
export function testMisbehavingSubject(engines: readonly Engine[]): void {
  describe('misbehaving', { concurrency: true }, () => {
    for (const engine of engines)
      it(`in ${engine} a polyfill harms its own cases only, and its errors are told with them`, async () => {
        const target = await runHarmful(engine);
        const said = JSON.stringify(target.incidents);
        assert.ok(target.complete, said);
        for (const each of NEIGHBOURS)
          assert.equal(resultOf(target, each).verdict, 'pass', `${each.id}: ${said}`);
        const notes = (method: string): string =>
          (resultOf(target, driven(method)).attempts.at(-1)?.notes ?? []).join('; ');
        assert.match(notes('start'), /uncaught error: .*thrown in a timer/);
        assert.match(notes('pause'), /unhandled rejection: TypeError: rejected and left/);
        assert.equal(resultOf(target, driven('stop')).verdict, 'timeout');
        assert.equal(resultOf(target, driven('requestData')).verdict, 'pass');
        assert.equal(target.subject.kind, 'polyfill');
        assert.equal(target.subject.name, 'harmful.mjs');
      });
  });
}
