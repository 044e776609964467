import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { sampleResults } from '../testing/sample-results.ts';
import { payloadOf } from './payload.ts';
import { carriedRecordings, recordingKey, recordingsIn } from './recordings.ts';

const recording = (nth: number, bytes: number) => ({
  file: `recordings/chromium/${nth}.webm`,
  mimeType: 'video/webm',
  bytes,
});

test('the smallest recordings are carried, as many as two megabytes of text hold', () => {
  const all = [900_000, 100, 0, 500_000, 90_000, 700_000].map((bytes, nth) => recording(nth, bytes));
  const carried = carriedRecordings(all);
  deepStrictEqual(
    all.filter((each) => carried.has(each)).map(({ bytes }) => bytes),
    [100, 500_000, 90_000, 700_000],
  );
});

test('every recording has its place on the page, and what nobody found is missing', () => {
  const results = sampleResults({ targets: 3, rules: 90, casesPerRule: 2 });
  const all = recordingsIn(results);
  ok(all.length > 2, `${all.length} recordings`);
  const [first] = all;
  if (first === undefined) throw new Error('no recording');
  const { recordings } = payloadOf(results, {
    recordings: new Map([[first, { kind: 'inside', base64: 'AAAA' }]]),
  });
  const owner = results.targets.find(({ cases }) =>
    cases.some(({ attempts }) => attempts[0]?.recording === first),
  );
  const kinds = Object.values(recordings).map(({ kind }) => kind);
  strictEqual(kinds.filter((kind) => kind === 'inside').length, 1);
  ok(kinds.includes('missing'));
  strictEqual(recordings[recordingKey(owner?.id ?? '', first)]?.kind, 'inside');
});
