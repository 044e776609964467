import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Expectation, problemsOf } from '../../core/index.ts';
import { Engine } from '../../protocol/index.ts';
import { loadManifest } from '../suite.ts';
import { parseExpectations } from './parse.ts';
import { UNEXPLAINED } from './write.ts';
import { PACKAGE_ROOT } from '../package-root.ts';

const manifest = await loadManifest();
const FOLDER = join(PACKAGE_ROOT, 'expectations');

async function knownIn(file: string): Promise<readonly Expectation[]> {
  const text = await readFile(join(FOLDER, file), 'utf8');
  return parseExpectations(text, file).map(({ expectation }) => expectation);
}

for (const engine of Engine.options)
  test(`what is known of ${engine} names rules that there are, each once and with its reason`, async () => {
    const known = await knownIn(`${engine}.yaml`);
    assert.ok(known.length > 0);
    const ids = manifest.cases.map(({ id }) => id);
    for (const version of ['0', '2.54.2', '2.54.3', '9999'])
      assert.deepEqual(problemsOf(known, ids, { version, platform: 'linux' }), [], version);
    assert.deepEqual(
      known.filter(({ reason }) => reason.startsWith(UNEXPLAINED)),
      [],
    );
  });

for (const engine of Engine.options)
  test(`the reference is excused from nothing in ${engine} but from what is beyond scripts`, async () => {
    for (const { id, reason } of await knownIn(`${engine}.reference.yaml`)) {
      assert.equal(manifest.rules.find((rule) => rule.id === id)?.beyondScripts, reason, id);
    }
  });
