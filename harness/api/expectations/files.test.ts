import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { exampleCase, exampleResults } from '../../protocol/testing/example-results.ts';
import type { Results } from '../../protocol/index.ts';
import { loadManifest } from '../suite.ts';
import { readExpectations, updateExpectations } from './files.ts';

const own = await loadManifest();
const [first, second] = own.cases.filter(({ profile }) => profile === 'default');
const ids = [first?.id ?? '', second?.id ?? ''] as const;
const manifest = { ...own, cases: own.cases.filter(({ id }) => ids.some((each) => each === id)) };

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'known-'));
});
after(() => rm(folder, { recursive: true }));

/** A run of these cases, of which the first fails. */
function ran(cases: readonly string[], complete = true): Results {
  const [failing, ...others] = cases;
  const results = exampleResults({
    browser: { name: 'Chromium', version: '157.0.1', driver: 'puppeteer' },
    complete,
    cases: [exampleCase(failing ?? '', 'fail'), ...others.map((id) => exampleCase(id, 'pass'))],
  });
  return { ...results, options: { profile: 'default' } };
}

const file = (): string => join(folder, 'chromium.yaml');
const text = (version: string): string =>
  `# Ours.\nwritten-against: ${version}\n---\n- id: ${ids[0]}\n  outcome: fail\n  reason: It does.\n`;

test('an update raises the version only when it had every case', async () => {
  for (const part of [ran([ids[0]]), ran(ids, false)]) {
    await writeFile(file(), text('156'));
    assert.deepEqual(await updateExpectations(part, folder, manifest), []);
  }
  assert.deepEqual(await updateExpectations(ran(ids), folder, manifest), [file()]);
  assert.equal(await readFile(file(), 'utf8'), text('157'));
});

test('a file that is new says which version it was written against', async () => {
  await rm(file());
  await updateExpectations(ran(ids), folder, manifest);
  const { expectations, writtenAgainst } = await readExpectations(folder, {
    engine: 'chromium',
    subject: { kind: 'native', name: 'MediaRecorder' },
  });
  assert.equal(writtenAgainst, '157.0.1');
  assert.equal(expectations.length, 1);
});
