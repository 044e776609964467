import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Engine, Target } from '../../protocol/index.ts';
import { run } from '../run.ts';
import { PACKAGE_ROOT } from '../package-root.ts';

const PACKAGES = ['audio-recorder-polyfill', 'extendable-media-recorder', 'opus-media-recorder'] as const;

const RULES = ['start.sets-recording', 'pause.returns-undefined', 'request-data.returns-undefined'];

/** The verdicts of a rule's cases that record sound alone, as one word. */
function withSound({ cases }: Target, rule: string): string {
  const verdicts = cases
    .filter((each) => each.rule === rule && each.id.includes('source=tone'))
    .map(({ verdict }) => verdict);
  return [...new Set(verdicts)].join(' and ') || 'none';
}

/** Declares the test of the polyfills that come as examples. */
export function testNpmPolyfills(engine: Engine): void {
  test(`three polyfills from npm are put under test in ${engine}, and break what their sources show`, async () => {
    const { targets } = await run({
      browsers: [engine],
      polyfills: PACKAGES.map((name) =>
        join(PACKAGE_ROOT, 'fixtures', 'recorders', 'polyfills', `${name}.ts`),
      ),
      mounts: { opus: join(PACKAGE_ROOT, 'node_modules', 'opus-media-recorder') },
      native: false,
      rules: RULES,
    }).results;
    // A machine without a sound device that runs shows nothing about recorders of sound, and its probe says so.
    const heard = targets.filter(
      ({ environment }) => environment?.findings['audio-clock']?.status !== 'blocked',
    );
    const told = new Map(
      heard.map((target) => [
        target.subject.declaration?.name,
        RULES.map((rule) => withSound(target, rule)).join(', '),
      ]),
    );
    for (const { subject, complete, incidents } of targets) {
      assert.ok(complete, JSON.stringify(incidents));
      assert.match(subject.version ?? '', /^\d+\.\d+\.\d+$/);
    }
    // pause() answers what dispatchEvent() does; opus-media-recorder's worker and wasm are found and at work.
    const EXPECTED = {
      'audio-recorder-polyfill': 'pass, fail, pass',
      'opus-media-recorder': 'pass, pass, pass',
      // It has no requestData().
      'extendable-media-recorder': 'pass, pass, fail',
    } as const;
    assert.deepEqual(
      new Set(targets.map(({ subject }) => subject.declaration?.name)),
      new Set(Object.keys(EXPECTED)),
    );
    for (const [name, verdicts] of Object.entries(EXPECTED))
      if (told.has(name)) assert.equal(told.get(name), verdicts, name);
  });
}
