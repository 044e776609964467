import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { decode, Results } from '../../../harness/protocol/index.ts';
import { smallResults } from '../../testing/small-results.ts';
import { payloadOf } from '../payload.ts';
import { codecWords, formatOf, mimeTypeOf } from './format-names.ts';
import { formatsOf } from './formats.ts';
import { modelOf } from './model.ts';

test('a format is read from whatever parameters name it', () => {
  const types = [
    'media.x;type=video%2Fwebm%20vp8%2Bopus',
    'media.x;type=video%2Fmp4%20avc1.42E01E',
    'media.x;type=audio%2Fogg%20any',
    'media.x;mimeType=video%2Fwebm%3Bcodecs%3D%22vp9%2Copus%22',
    'is-type-supported.x;codec=any;container=video%2Fwebm',
    'media.x;container=mp4;cut=timeslice;source=tone',
    'media.x;container=mp4;source=both',
  ].map((id) => {
    const name = formatOf(id);
    return name === undefined ? '' : mimeTypeOf(name);
  });
  deepStrictEqual(types, [
    'video/webm;codecs="vp8,opus"',
    'video/mp4;codecs=avc1',
    'audio/ogg',
    'video/webm;codecs="vp9,opus"',
    'video/webm',
    'audio/mp4',
    'video/mp4',
  ]);
  for (const other of [
    'blob-event.x;type=dataavailable',
    'media.x;container=default;source=both',
    'errors.unknown-codec-is-refused;container=video%2Fwebm',
    'metrics.bitrate;audio=32000;video=200000',
  ])
    strictEqual(formatOf(other), undefined, other);
  strictEqual(codecWords(['avc1', 'opus', 'brandnew']), 'H.264 + Opus + brandnew');
});

/** A run whose only target was asked for some formats, and recorded in others. */
function formatsFrom(cases: readonly (readonly [id: string, verdict: string, reading?: string])[]) {
  const run = smallResults();
  const section = (id: string): string => id.split('.', 1)[0] ?? id;
  const [rule] = run.rules;
  const ids = [...new Set(cases.map(([id]) => id.split(';', 1)[0] ?? id))];
  const raw = {
    ...run,
    rules: ids.map((id) => ({ ...rule, id, section: section(id), sectionTitle: section(id) })),
    targets: run.targets.slice(0, 1).map((target) => ({
      ...target,
      cases: cases.map(([id, verdict, reading]) => ({
        id,
        rule: id.split(';', 1)[0],
        verdict,
        attempts: [
          {
            outcome: verdict,
            message: 'because',
            durationMs: 1,
            ...(reading === undefined ? {} : { reading }),
          },
        ],
      })),
    })),
  };
  const { containers, nowhere } = formatsOf(modelOf(payloadOf(decode(Results, raw, 'formats'))));
  const rows = containers.flatMap((container) => container.rows);
  return {
    nowhere: nowhere.map(({ type }) => type),
    said: rows.map(({ type, cells: [cell] }) => `${type}: ${cell?.word ?? ''}`),
    done: rows.map(({ cells: [cell] }) => `${cell?.deed.passed ?? 0}/${cell?.deed.cases.length ?? 0}`),
  };
}

test('word and deed stand side by side, and what nobody offers stands apart', () => {
  const asks = 'is-type-supported.agrees-with-constructor';
  const { said, done, nowhere } = formatsFrom([
    [`${asks};codec=vp8;container=video%2Fwebm`, 'pass', 'supported'],
    [`${asks};codec=hvc1;container=video%2Fwebm`, 'pass', 'not supported'],
    ['media.type-as-requested;type=video%2Fwebm%20vp8', 'pass'],
    ['media.has-media;type=video%2Fwebm%20vp8', 'fail'],
    ['media.has-media;type=video%2Fwebm%20hvc1', 'unsupported'],
    ['media.has-media;type=video%2Fmp4%20any', 'blocked'],
    ['media.has-media;type=audio%2Fogg%20opus', 'crash'],
    ['media.has-media;type=audio%2Fwav%20any', 'unsupported'],
  ]);
  deepStrictEqual(said, ['video/webm;codecs=vp8: yes', 'audio/ogg;codecs=opus: yes']);
  deepStrictEqual(done, ['1/2', '0/1']);
  deepStrictEqual(nowhere, ['video/mp4', 'video/webm;codecs=hvc1', 'audio/wav']);
});

test('an answer that was seen weighs more than what came of recording', () => {
  const { said } = formatsFrom([
    ['is-type-supported.agrees-with-constructor;codec=vp8;container=video%2Fwebm', 'pass', 'supported'],
    ['media.has-media;type=video%2Fwebm%20vp8', 'unsupported'],
  ]);
  deepStrictEqual(said, ['video/webm;codecs=vp8: yes']);
});
