import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { ConformanceServer } from '../server/index.ts';
import { browserOf, misbehavingServer, runDisturbed } from './testing/misbehaviour.ts';
import { CASES, kill, testKilledBrowser } from './testing/killed-browser.ts';

let server: ConformanceServer;
let close: () => Promise<void>;
before(async () => {
  ({ server, close } = await misbehavingServer());
});
after(() => close());

await testKilledBrowser('chromium');

describe('a browser that cannot be used', () => {
  it('is tried a few times and leaves an incomplete target that says why', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dying-'));
    const executable = join(folder, 'chromium');
    await writeFile(executable, '#!/bin/sh\necho "no display today" >&2\nexit 7\n');
    await chmod(executable, 0o755);
    const target = await runDisturbed(
      {
        id: 'dying',
        engine: 'chromium',
        name: 'Dying',
        version: '1',
        driver: 'puppeteer',
        origin: 'path',
        executable,
      },
      { server, cases: CASES, mark: `dying-${process.pid}` },
    );
    await rm(folder, { recursive: true });
    assert.equal(target.complete, false);
    assert.deepEqual(target.cases, []);
    assert.equal(target.incidents.length, 4);
    assert.match(target.incidents[0]?.message ?? '', /Dying .*exited with code 7.*\n?.*no display today/s);
    assert.match(target.incidents.at(-1)?.message ?? '', /given up: 3 starts/);
  });

  it('that disappears in mid-run leaves what it brought, and says where it was', async () => {
    const installed = await browserOf('chromium');
    if (installed === undefined || process.platform === 'win32') return;
    const folder = await mkdtemp(join(tmpdir(), 'moving-'));
    const executable = join(folder, 'chromium');
    await writeFile(executable, `#!/bin/sh\nexec '${installed.executable}' "$@"\n`);
    await chmod(executable, 0o755);
    const mark = `moving-${process.pid}`;
    let gone: Promise<void> | undefined;
    const target = await runDisturbed(
      { ...installed, driver: 'puppeteer', executable },
      {
        server,
        cases: CASES,
        mark,
        onEvent: ({ kind }) => {
          if (kind === 'case-finished') gone ??= rm(folder, { recursive: true }).then(() => kill(mark));
        },
      },
    );
    await gone;
    assert.equal(target.complete, false);
    assert.ok(target.cases.length > 0 && target.cases.every(({ verdict }) => verdict === 'pass'));
    assert.ok(target.incidents.some(({ message }) => message.includes(`there is no ${executable}`)));
  });
});
