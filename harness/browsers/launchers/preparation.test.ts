import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { homeFolder } from './preparation.ts';

let scratch = '';
before(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'preparation-'));
});
after(() => rm(scratch, { recursive: true, force: true }));

const skip = process.platform === 'linux' ? false : 'only on Linux browsers write to HOME';

describe('homeFolder', { skip }, () => {
  it('leaves a home alone that can be written to', async () => {
    assert.deepEqual(await homeFolder({ scratch }, tmpdir()), {});
  });

  it('gives a folder of the launch where there is no home', async () => {
    for (const home of ['/nonexistent', undefined]) {
      const { HOME = '' } = await homeFolder({ scratch }, home);
      assert.ok(HOME.startsWith(scratch) && (await stat(HOME)).isDirectory());
    }
  });
});
