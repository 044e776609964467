import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { command } from './testing/command.ts';

/** More than a browser was once given, and than it takes until it is said what is waited for. */
const SLOW_SECONDS = 8;

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slow-browsers-'));
  const program = async (name: string, script: string): Promise<void> => {
    await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(folder, name), 0o755);
  };
  const slowly = (said: string): string =>
    `echo begun >> '${join(folder, 'times')}'; /bin/sleep ${SLOW_SECONDS}; echo ended >> '${join(folder, 'times')}'; echo ${said}`;
  await program('chromium', slowly('Chromium 156.0.1.0'));
  await program('google-chrome', slowly('Google Chrome 156.0.2.0'));
  const flood = `for (let n = 0; n < 100; n += 1) require('fs').writeSync(1, 'x'.repeat(1e6))`;
  await program('firefox', `echo Mozilla Firefox 153.0; exec '${process.execPath}' -e "${flood}"`);
});
after(() => rm(folder, { recursive: true, force: true }));

const skip = process.platform === 'linux' ? false : 'looks for browsers as on Linux';

describe('browsers that are slow to state their version, or say too much', { skip }, () => {
  test('are found, side by side, and it is said on standard error what is waited for', async () => {
    const env = { PATH: folder, HOME: folder, XDG_CACHE_HOME: folder, PUPPETEER_CACHE_DIR: folder };
    const { code, stdout, stderr } = await command(['browsers', '--json'], { env });
    assert.equal(code, 0);
    for (const version of ['156.0.1.0', '156.0.2.0', '153.0'])
      assert.ok(stdout.includes(`"version": "${version}"`));
    assert.match(stdout, /"unanswered": \[\]/);
    for (const name of ['chromium', 'google-chrome'])
      assert.ok(stderr.includes(`Waiting for ${join(folder, name)} to state its version …`), stderr);
    assert.equal(await readFile(join(folder, 'times'), 'utf8'), 'begun\nbegun\nended\nended\n');
  });
});
