import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { DecodeError } from '../protocol/index.ts';
import { UsageError } from './errors.ts';
import { dropJournal, Journal, readJournal, type Opening } from './journal.ts';
import { cases, ENVIRONMENT, PASS } from './testing/ledger-entries.ts';

const OPENING: Opening = {
  kind: 'run',
  format: 1,
  suite: 'abc',
  startedAt: '2026-01-01T00:00:00.000Z',
  seed: 5,
  command: ['--browser', 'chromium'],
  targets: [
    { id: 'one', browser: 'One 1' },
    { id: 'two', browser: 'Two 2' },
  ],
};
const [first, second] = cases(2).map(({ id }) => id);

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
});
after(() => rm(folder, { recursive: true }));

const attempt = (id = first) => ({ kind: 'attempt', case: id ?? assert.fail(), attempt: PASS }) as const;
const nothing = (message: string): never => assert.fail(message);
const idsOf = async (target: string): Promise<readonly string[]> => [
  ...((await readJournal(folder)).targets.get(target)?.attempts.keys() ?? []),
];

test('what is written down is there at once, without that anything is closed', async () => {
  const journal = Journal.begin(folder, OPENING, nothing);
  const record = journal.recorderOf('one');
  record({ kind: 'probed', environment: ENVIRONMENT });
  record({ kind: 'declared', declaration: { name: 'Mine', records: ['audio'] } });
  record({ kind: 'incident', incident: { at: 'now', message: 'it was started again' } });
  record(attempt());
  record(attempt());
  const { opening, targets } = await readJournal(folder);
  assert.deepEqual(opening, OPENING);
  assert.deepEqual(targets.get('one')?.environment, ENVIRONMENT);
  assert.deepEqual(targets.get('one')?.declaration, { name: 'Mine', records: ['audio'] });
  assert.deepEqual(targets.get('one')?.incidents, [{ at: 'now', message: 'it was started again' }]);
  assert.deepEqual(targets.get('one')?.attempts.get(String(first)), [PASS, PASS]);
  assert.deepEqual(targets.get('two'), { attempts: new Map(), incidents: [] });
  journal.close();
});

test('a line that was cut off is left out, and what is resumed goes on behind the last whole one', async () => {
  await appendFile(join(folder, 'journal.ndjson'), '{"kind":"attempt","target":"one","ca');
  const { length } = await readJournal(folder);
  assert.deepEqual(await idsOf('one'), [first]);
  const journal = Journal.resume(folder, length, nothing);
  journal.recorderOf('one')(attempt(second));
  journal.close();
  assert.deepEqual(await idsOf('one'), [first, second]);
});

test('a line in the middle that is broken is an error that names it', async () => {
  const path = join(folder, 'journal.ndjson');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('"probed"', '"proved"'));
  await assert.rejects(
    readJournal(folder),
    (error) => error instanceof DecodeError && error.message.startsWith(`${path}:2: `),
  );
});

test('a new run begins a journal of its own', async () => {
  Journal.begin(folder, OPENING, nothing).close();
  assert.deepEqual(await idsOf('one'), []);
});

test('a journal that cannot be written any more is complained of once, and ends nothing', () => {
  const complaints: string[] = [];
  const journal = Journal.begin(folder, OPENING, (message) => complaints.push(message));
  journal.close();
  journal.recorderOf('one')(attempt());
  journal.recorderOf('one')(attempt());
  assert.equal(complaints.length, 1);
  assert.match(complaints[0] ?? '', /cannot be written any more.*EBADF/);
});

test('where no run was ended early there is nothing to resume', async () => {
  await dropJournal(folder);
  await dropJournal(folder);
  await assert.rejects(
    readJournal(folder),
    (error) => error instanceof UsageError && error.message.includes(folder),
  );
});
