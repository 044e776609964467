import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linesOf } from './events.ts';
import type { ProvideEvent } from './events.ts';
import { fakeWorkshop, fault } from '../testing/fake-workshop.ts';
import type { FakeWorkshop } from '../testing/fake-workshop.ts';
import { HEADLESS_PACKAGE } from './packages.ts';
import { provide } from './provide.ts';
import type { Providing } from './provide.ts';
import type { ProvidingPlan, Way } from './ways.ts';

const SAID = { fetches: 'something', megabytes: 1, changes: 'something' } as const;
const APT: Way = {
  ...SAID,
  kind: 'apt-packages',
  engine: 'chromium',
  packages: ['chromium'],
  through: 'root',
  needsRoot: true,
};
const NPM: Way = {
  ...SAID,
  kind: 'npm-chromium',
  engine: 'chromium',
  spec: HEADLESS_PACKAGE,
  needsRoot: false,
};
const PLAYWRIGHT: Way = {
  ...SAID,
  kind: 'playwright-download',
  engine: 'chromium',
  withLibraries: false,
  needsRoot: false,
};
const LOCK = '/home/me/.cache/mediarecorder-conformance/install.lock';

function plan(consent: ProvidingPlan['consent'], ...ways: readonly [Way, ...Way[]]): ProvidingPlan {
  return { engines: [{ kind: 'get', engine: 'chromium', ways, closed: [] }], consent };
}

function watch(more: Partial<Providing> = {}): { providing: Providing; said: string[] } {
  const said: string[] = [];
  const report = (event: ProvideEvent): void => void said.push(...linesOf(event));
  return { providing: { yes: false, signal: new AbortController().signal, report, ...more }, said };
}

/** A machine on which apt-get really brings a browser. */
function debian(): FakeWorkshop {
  return fakeWorkshop({}, (command, files) => {
    if (command.includes('apt-get install')) files['/usr/bin/chromium'] = 'Chromium 156.0.1.0';
    return undefined;
  });
}

describe('provide', () => {
  it('updates the package lists once, installs, and tells which browser it got', async () => {
    const workshop = debian();
    const { providing, said } = watch();
    const [result] = await provide(plan('given', APT), workshop, providing);
    assert.equal(result?.kind, 'got');
    assert.deepEqual(
      workshop.commands.map((command) => /apt-get \w+/.exec(command)?.[0]),
      ['apt-get update', 'apt-get install'],
    );
    assert.equal(said.at(-1), 'chromium: Chromium 156.0.1.0 is ready.');
    assert.ok(!(LOCK in workshop.contents));
  });

  it('goes on to the next way with one clear line', async () => {
    const workshop = fakeWorkshop({}, (command, files) => {
      if (command.startsWith('installer')) return fault('Error: server returned code 503');
      if (command.includes('apt-get install')) files['/usr/bin/chromium'] = 'Chromium 156.0.1.0';
      return undefined;
    });
    const { providing, said } = watch();
    const [result] = await provide(plan('given', PLAYWRIGHT, APT), workshop, providing);
    assert.equal(result?.kind, 'got');
    const lines = said.filter((line) => line.includes('failed'));
    assert.deepEqual(lines, [
      "chromium: Playwright's download failed: Error: server returned code 503. Trying the distribution's packages.",
    ]);
  });

  it('believes no way that brought nothing', async () => {
    const { providing } = watch();
    const [result] = await provide(plan('given', APT), fakeWorkshop({}), providing);
    assert.deepEqual(result, {
      kind: 'failed',
      engine: 'chromium',
      reason: 'it brought no browser that can be found',
    });
  });

  it('mends an interrupted dpkg and tries again', async () => {
    let mended = false;
    const workshop = fakeWorkshop({}, (command, files) => {
      if (command.includes('dpkg --configure -a')) mended = true;
      if (!command.includes('apt-get install')) return undefined;
      if (!mended) return fault('E: dpkg was interrupted, you must manually run it');
      files['/usr/bin/chromium'] = 'Chromium 156.0.1.0';
      return undefined;
    });
    const [result] = await provide(plan('given', APT), workshop, watch().providing);
    assert.equal(result?.kind, 'got');
  });

  it('puts the Chromium of npm in its place only when it starts', async () => {
    const place = '/home/me/.cache/mediarecorder-conformance/npm-chromium';
    const starting = fakeWorkshop({}, () => undefined);
    // What a fake program says when it is asked for its version is its text.
    starting.files.write = (file, text) => {
      starting.contents[file] = file.endsWith('/chromium') ? 'Chromium 153.0.1.0' : text;
      return Promise.resolve();
    };
    const [failed] = await provide(
      plan('given', NPM),
      fakeWorkshop({}, () => fault('npm error 404')),
      watch().providing,
    );
    assert.ok(failed?.kind === 'failed' && failed.reason === 'npm error 404');
    const [got] = await provide(plan('given', NPM), starting, watch().providing);
    assert.equal(got?.kind, 'got');
    assert.ok(`${place}/chromium` in starting.contents);
    assert.deepEqual(
      Object.keys(starting.contents).filter((file) => file.includes('.partial')),
      [],
    );
  });

  it('does nothing that nobody agreed to', async () => {
    const workshop = debian();
    await assert.rejects(provide(plan('needed', APT), workshop, watch().providing), /Agree with --yes/);
    const no = watch({ ask: () => Promise.resolve(false) });
    await assert.rejects(provide(plan('needed', APT), workshop, no.providing), /Nothing was fetched/);
    assert.deepEqual(workshop.commands, []);
    const yes = watch({ ask: () => Promise.resolve(true) });
    assert.equal((await provide(plan('needed', APT), workshop, yes.providing))[0]?.kind, 'got');
  });

  it('says what it will do before it asks', async () => {
    const { providing, said } = watch({ ask: () => Promise.resolve(said.length > 0) });
    assert.equal((await provide(plan('needed', APT), debian(), providing))[0]?.kind, 'got');
  });

  it('stops when it is told to, and leaves no lock', async () => {
    const stop = new AbortController();
    const workshop = fakeWorkshop({}, () => {
      stop.abort(new Error('interrupted'));
      return undefined;
    });
    const { providing } = watch({ signal: stop.signal });
    await assert.rejects(provide(plan('given', APT, NPM), workshop, providing), /interrupted/);
    assert.equal(workshop.commands.length, 1);
    assert.ok(!(LOCK in workshop.contents));
  });

  it('finds done what another process did while it waited', async () => {
    const workshop = debian();
    workshop.contents[LOCK] = JSON.stringify({ pid: 1, machine: 'elsewhere' });
    let pauses = 0;
    const pause = (): Promise<void> => {
      pauses += 1;
      workshop.contents['/usr/bin/chromium'] = 'Chromium 156.0.1.0';
      if (pauses === 3) delete workshop.contents[LOCK];
      return Promise.resolve();
    };
    const { providing, said } = watch();
    const [result] = await provide(plan('given', APT), { ...workshop, pause }, providing);
    assert.equal(result?.kind, 'present');
    assert.deepEqual(workshop.commands, []);
    assert.equal(said.filter((line) => line.includes('waiting')).length, 1);
  });
});
