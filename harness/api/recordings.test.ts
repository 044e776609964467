import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import * as v from 'valibot';
import { caseId, Recording, ruleOf, type Attempt, type PageMessage } from '../protocol/index.ts';
import type { Sender } from '../server/index.ts';
import { Recordings } from './recordings.ts';

const ID = caseId(ruleOf(caseId('media.whole', {})), { type: 'video/webm;codecs="vp8,opus"' });
const LANE: Sender = { kind: 'lane', lane: 'L1', document: 1, pulse: false };
const FAIL: Attempt = { outcome: 'fail', message: 'x', durationMs: 1 };

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recordings-'));
});
after(() => rm(folder, { recursive: true }));

const finished = (id = ID): PageMessage => ({
  kind: 'finished',
  sequence: 0,
  case: id,
  attempt: FAIL,
  renewing: false,
});

function recordings(troubles: string[] = [], within = folder): Recordings {
  return new Recordings({
    folder: within,
    target: 'web/kit 1',
    holds: (lane) => (lane === 'L1' ? ID : undefined),
    trouble: (message) => troubles.push(message),
  });
}

function referenceOf(message: PageMessage): Recording | undefined {
  return message.kind === 'finished' ? message.attempt.recording : assert.fail(message.kind);
}

test('what a lane sent is a file beside the results, and its next answer refers to it, once', async () => {
  const kept = recordings();
  await kept.keep(LANE, { bytes: Buffer.from('media'), mimeType: 'video/webm;codecs=vp8' });
  const reference = referenceOf(kept.attached(LANE, finished()));
  assert.ok(reference !== undefined && v.is(Recording, reference));
  assert.equal(await readFile(join(folder, reference.file), 'utf8'), 'media');
  assert.equal(reference.file.endsWith('.webm'), true);
  assert.deepEqual([reference.mimeType, reference.bytes], ['video/webm;codecs=vp8', 5]);
  assert.equal(referenceOf(kept.attached(LANE, finished())), undefined);
});

test('an answer for another case does not get it', async () => {
  const kept = recordings();
  await kept.keep(LANE, { bytes: Buffer.from('media'), mimeType: '' });
  assert.equal(referenceOf(kept.attached(LANE, finished(caseId('start.x', {})))), undefined);
});

test('nothing is kept for a lane that holds no case, nor beyond what a disk can bear', async () => {
  const kept = recordings();
  const count = async () => (await readdir(folder, { recursive: true })).length;
  const before = await count();
  await kept.keep({ ...LANE, lane: 'L2' }, { bytes: Buffer.from('media'), mimeType: '' });
  await kept.keep({ kind: 'page' }, { bytes: Buffer.from('media'), mimeType: '' });
  await kept.keep(LANE, { bytes: Buffer.alloc(129 * 1024 * 1024), mimeType: '' });
  assert.equal(await count(), before);
});

test('what cannot be written is told, and leaves no reference', async () => {
  const troubles: string[] = [];
  const kept = recordings(troubles, '/dev/null/nowhere');
  await kept.keep(LANE, { bytes: Buffer.from('media'), mimeType: '' });
  assert.equal(troubles.length, 1);
  assert.equal(referenceOf(kept.attached(LANE, finished())), undefined);
});

test('a reference leads to a file below the recordings and nowhere else', () => {
  const reference = (file: string) => v.is(Recording, { file, mimeType: '', bytes: 1 });
  assert.equal(reference('recordings/firefox/1-media.whole.webm'), true);
  for (const file of ['recordings/../x', 'recordings/a/../../x', '/etc/passwd', 'javascript:alert(1)', ''])
    assert.equal(reference(file), false, file);
});
