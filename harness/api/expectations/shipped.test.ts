import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { problemsOf } from '../../core/index.ts';
import { Engine } from '../../protocol/index.ts';
import { loadManifest } from '../suite.ts';
import { parseExpectations } from './parse.ts';
import { UNEXPLAINED } from './write.ts';

const FOLDER = resolve(import.meta.dirname, '..', '..', '..', '..', 'expectations');

for (const engine of Engine.options)
  test(`what is known of ${engine} names rules that there are, each once and with its reason`, async () => {
    const file = `${engine}.yaml`;
    const known = parseExpectations(await readFile(join(FOLDER, file), 'utf8'), file).map(
      ({ expectation }) => expectation,
    );
    assert.ok(known.length > 0);
    const ids = (await loadManifest()).cases.map(({ id }) => id);
    assert.deepEqual(problemsOf(known, ids, { version: '0', platform: 'linux' }), []);
    assert.deepEqual(
      known.filter(({ reason }) => reason.startsWith(UNEXPLAINED)),
      [],
    );
  });
