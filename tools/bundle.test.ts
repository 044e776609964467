import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { bundlePages, suiteFiles } from './bundle.ts';
import { PACKAGE_ROOT } from '../harness/api/package-root.ts';

test('a suite has the same hash in every folder, and another one has another', async (context) => {
  const scratch = await mkdtemp(join(tmpdir(), 'bundle-'));
  context.after(() => rm(scratch, { recursive: true }));
  const specs = (await suiteFiles(PACKAGE_ROOT)).filter((file) => file.includes('/pause/'));
  assert.ok(specs.length > 1);
  const here = await bundlePages(PACKAGE_ROOT, join(scratch, 'here'), specs);
  assert.match(here.hash, /^[0-9a-f]{12}$/);
  assert.equal((await bundlePages(PACKAGE_ROOT, join(scratch, 'there'), specs)).hash, here.hash);
  assert.notEqual((await bundlePages(PACKAGE_ROOT, join(scratch, 'there'), specs.slice(1))).hash, here.hash);
});
