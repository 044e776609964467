import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { smallResults } from '../../reports/testing/small-results.ts';
import { writeReports, type ReportRequest } from './reports.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reports-'));
});
after(() => rm(folder, { recursive: true }));

/** What is written and printed, in that order. */
async function made(...requests: readonly ReportRequest[]): Promise<readonly string[]> {
  const events: string[] = [];
  await writeReports(smallResults(), requests, {
    folder,
    print: (text) => events.push(text),
    colour: false,
    columns: 80,
    named: (path) => `here/${basename(path)}`,
    wrote: (path) => events.push(`wrote ${basename(path)}`),
  });
  return events;
}

test('what is printed comes after everything that is written, and ends with the path of the report', async () => {
  const [first, second, printed, ...others] = await made(
    { name: 'console' },
    { name: 'json' },
    { name: 'html' },
  );
  assert.deepEqual([first, second, others], ['wrote results.json', 'wrote index.html', []]);
  assert.match(printed ?? '', /\n\nReport: here\/index\.html\n$/);
});

test('an HTML report with a name of its own is named by it', async () => {
  const [, printed] = await made({ name: 'html', file: join(folder, 'mine.html') }, { name: 'console' });
  assert.match(printed ?? '', /\nReport: here\/mine\.html\n$/);
});

test('no path is printed where no HTML report is made, or it cannot be written', async () => {
  const [printed] = await made({ name: 'console' });
  assert.doesNotMatch(printed ?? '', /Report:/);
  const events: string[] = [];
  const failing = writeReports(
    smallResults(),
    [{ name: 'console' }, { name: 'html', file: join('/dev/null', 'x') }],
    { folder, print: (text) => events.push(text), colour: false, columns: 80 },
  );
  await assert.rejects(failing, /cannot write/);
  assert.equal(events.length, 1, 'the console report is printed all the same');
  assert.doesNotMatch(events[0] ?? '', /Report:/);
});
