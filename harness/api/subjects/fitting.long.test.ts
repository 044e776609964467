import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runWith, subjectNamed, SUBJECTS, verdicts } from '../testing/fitting.ts';

for (const engine of ['firefox', 'webkit'] as const)
  test(`${engine} gets the same subjects, classic and module, and says why one does not fit`, async () => {
    for (const name of ['script', 'async', 'module-throws', 'rejects']) {
      const [, , end] = SUBJECTS[name] ?? assert.fail(name);
      const target = await runWith(engine, subjectNamed(name));
      const said = target.incidents.map(({ message }) => message).join('; ');
      if (end === 'fits')
        assert.deepEqual(verdicts(target), ['lane pass', 'lane%20again pass', 'frame pass'], said);
      else assert.ok(said.includes(`cannot be tested in ${target.browser.name}: ${end}`), said);
    }
  });
