import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { toJsonSchema } from '@valibot/to-json-schema';
import fc from 'fast-check';
import * as v from 'valibot';
import { Results } from './results.ts';
import { decides } from './rule.ts';

const attempt = { outcome: 'fail', message: 'why', expected: '1', actual: '2', durationMs: 3 };
const results = {
  schemaVersion: 1,
  suite: { version: '1.0.0', specRevision: 'today' },
  rules: [
    {
      id: 'start.sets-recording',
      section: 'start',
      sectionTitle: 'start()',
      level: 'must',
      standing: 'settled',
      statement: 'It records.',
      source: { label: 'a step', url: 'https://example.org/#step' },
    },
  ],
  options: { grep: 'x', extras: { args: [] } },
  seed: 0,
  startedAt: '2026-01-01T00:00:00.000Z',
  durationMs: 5,
  machine: { platform: 'linux', arch: 'x64', cores: 2, node: 'v20' },
  notRun: ['start.sets-recording;source=tone'],
  targets: [
    {
      id: 'chromium',
      engine: 'chromium',
      browser: { name: 'Chromium', version: '1', driver: 'puppeteer' },
      subject: { kind: 'native', name: 'MediaRecorder' },
      environment: null,
      startedAt: '2026-01-01T00:00:00.000Z',
      durationMs: 5,
      complete: false,
      incidents: [{ at: '2026-01-01T00:00:00.000Z', message: 'x' }],
      cases: [
        { id: 'start.sets-recording', rule: 'start.sets-recording', verdict: 'fail', attempts: [attempt] },
      ],
      metrics: [{ name: 'latency', unit: 'ms', samples: [1, 2] }],
    },
  ],
};

const schema: Record<string, unknown> = { ...toJsonSchema(Results, { errorMode: 'ignore' }) };
const published = new Ajv({ strict: false }).compile(schema);

test('results of the right form are taken, by the decoder and by the published schema alike', () => {
  assert.deepEqual(v.parse(Results, results), results);
  assert.equal(published(results), true, JSON.stringify(published.errors));
});

test('a results file that lacks any of its fields is refused, by both', () => {
  for (const field of Object.keys(results)) {
    const { [field]: _gone, ...rest }: Record<string, unknown> = results;
    assert.equal(v.is(Results, rest), false, field);
    assert.equal(published(rest), false, field);
  }
});

test('the decoder never takes what the published schema refuses, whatever stands in a field', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(results)), fc.jsonValue(), (field, value) => {
      // The decoder reads a list as an object with numbers for names.
      fc.pre(!Array.isArray(value));
      const changed = { ...results, [field]: value };
      if (v.is(Results, changed)) assert.equal(published(changed), true, JSON.stringify(published.errors));
    }),
  );
});

test('results of another version of the format are refused', () => {
  assert.equal(v.is(Results, { ...results, schemaVersion: 2 }), false);
});

test('only settled and recent must-rules decide conformance', () => {
  assert.equal(decides({ level: 'must', standing: 'settled' }), true);
  assert.equal(decides({ level: 'must', standing: 'recent' }), true);
  assert.equal(decides({ level: 'should', standing: 'settled' }), false);
  assert.equal(decides({ level: 'may', standing: 'settled' }), false);
  for (const standing of ['unclear', 'interop', 'documented', 'obsolete', 'measured'] as const)
    assert.equal(decides({ level: 'must', standing }), false, standing);
});
