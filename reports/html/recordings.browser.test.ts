import { match, ok, strictEqual } from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { Recording } from '../../harness/protocol/index.ts';
import { recordingsIn, type PlacedRecording } from './recordings.ts';
import { CASE, describeReports, SAMPLE } from './testing/report-pages.ts';
import { PACKAGE_ROOT } from '../../harness/api/package-root.ts';

const CLIP = readFileSync(join(PACKAGE_ROOT, 'fixtures', 'media', 'foreign.wav'));
const FILE = 'recordings/beside/1-clip.wav';

describeReports('recordings in the HTML report', (pages) => {
  before(() => {
    mkdirSync(join(pages.folder, 'recordings', 'beside'), { recursive: true });
    writeFileSync(join(pages.folder, FILE), CLIP);
  });

  /** The recording's part of a case's page, with the recording in a place. */
  async function shown(
    name: string,
    place: PlacedRecording,
  ): Promise<{ text: string; duration: number | null }> {
    const all = recordingsIn(SAMPLE);
    const recordings = new Map<Recording, PlacedRecording>(all.map((recording) => [recording, place]));
    const page = await pages.open(`${pages.write(`${name}.html`, SAMPLE, { recordings })}${CASE}`);
    await page.waitForFunction(() => {
      const player = document.querySelector('audio');
      return player === null
        ? document.querySelector('.recording .notice') !== null
        : player.readyState >= HTMLMediaElement.HAVE_METADATA;
    });
    const text = await page.$eval('.recordings', (part) => part.textContent ?? '');
    const duration = await page.evaluate(() => document.querySelector('audio')?.duration ?? null);
    await page.close();
    return { text, duration };
  }

  test('one that the page carries is played from there', async () => {
    const { text, duration } = await shown('inside', { kind: 'inside', base64: CLIP.toString('base64') });
    ok((duration ?? 0) > 0, `${duration} s`);
    match(text, /Save \d+-sample\.wav/);
  });

  test('one beside the page is played from there', async () => {
    const { text, duration } = await shown('beside', { kind: 'beside', href: FILE });
    ok((duration ?? 0) > 0, `${duration} s`);
    match(text, /lies beside it/);
  });

  test('the page says what is not there any more, what was missing before, and what cannot be played', async () => {
    const moved = await shown('moved', { kind: 'beside', href: 'recordings/gone/1-clip.wav' });
    match(moved.text, /is not beside this page any more/);
    pages.complaints.splice(
      0,
      pages.complaints.length,
      ...pages.complaints.filter((each) => !/ERR_FILE_NOT_FOUND/.test(each)),
    );
    const missing = await shown('missing', { kind: 'missing' });
    match(missing.text, /was not beside the results when this page was made/);
    strictEqual(missing.duration, null);
    const damaged = await shown('damaged', {
      kind: 'inside',
      base64: Buffer.from('no sound').toString('base64'),
    });
    match(damaged.text, /cannot play it as audio\/wav/);
  });
});
