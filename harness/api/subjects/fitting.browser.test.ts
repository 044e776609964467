import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runWith, subjectNamed, SUBJECTS, verdicts } from '../testing/fitting.ts';
import { NATIVE } from './subject.ts';

for (const [name, [, , end]] of Object.entries(SUBJECTS))
  test(`a subject of the form "${name}" is put into every realm, or said not to fit`, async () => {
    const target = await runWith('chromium', subjectNamed(name));
    if (end === 'fits') {
      assert.deepEqual(verdicts(target), ['lane pass', 'lane%20again pass', 'frame pass']);
      assert.deepEqual(target.incidents, []);
      assert.ok(target.cases.every(({ attempts }) => attempts.length === 1));
      return;
    }
    assert.equal(target.complete, false);
    assert.deepEqual(target.cases, []);
    const [incident, ...others] = target.incidents;
    assert.deepEqual(others, []);
    assert.ok(
      incident?.message.startsWith(`${name} cannot be tested in Chromium: ${end}`),
      incident?.message ?? 'nothing was said',
    );
  });

test('the native recorder is no subject that was put there', async () => {
  const target = await runWith('chromium', NATIVE);
  assert.deepEqual(verdicts(target), ['lane fail', 'lane%20again fail', 'frame fail']);
});
