import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { importsOf, publishTypes } from './published-types.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'types-'));
});
after(() => rm(folder, { recursive: true }));

async function build(files: Readonly<Record<string, string>>): Promise<string> {
  const built = await mkdtemp(join(folder, 'built-'));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(join(built, file, '..'), { recursive: true });
    await writeFile(join(built, file), text);
  }
  return built;
}

test('only the declaration files that the entries need are published', async () => {
  const built = await build({
    'api/index.d.ts': `export { run } from './run.ts';\n`,
    'api/run.d.ts': `import '../additions.ts';\nexport declare const run: (a: import("../core/plan.js").Plan) => void;\n`,
    'additions.d.ts': 'export {};\n',
    'core/plan.d.ts': `import type {\n    Step,\n} from './step.ts';\nexport interface Plan { step: Step }\n`,
    'core/step.d.ts': `import type { Plan } from './plan.ts';\nexport type Step = Plan | "./text.ts";\n`,
    'core/text.d.ts': 'export {};\n',
    'cli/options.d.ts': 'export {};\n',
  });
  const output = join(built, 'types');
  await mkdir(output);
  await writeFile(join(output, 'removed.d.ts'), 'export {};\n');
  await publishTypes(built, output, ['api/index.d.ts']);
  const published = (await readdir(output, { recursive: true })).filter((name) => name.endsWith('.ts'));
  assert.deepEqual(published.sort(), [
    'additions.d.ts',
    'api/index.d.ts',
    'api/run.d.ts',
    'core/plan.d.ts',
    'core/step.d.ts',
  ]);
});

test('a declaration file that is needed and not built fails the build', async () => {
  const built = await build({ 'api/index.d.ts': `export * from './run.ts';\n` });
  await assert.rejects(publishTypes(built, join(built, 'types'), ['api/index.d.ts']), {
    message: 'api/index.d.ts imports ./run.ts, but api/run.d.ts is not built',
  });
});

test('imports are found in every form that the compiler writes, and nowhere else', () => {
  const text = `import * as v from 'valibot';
import './additions.ts';
/** It's not "an import" from './comment.ts'. */
export declare const a: 'from';
export declare const b: import("./types.ts").B;
export { c, type D } from './c.ts';
export * from "./star.ts";
const later = await import('./later.js');
`;
  assert.deepEqual(importsOf(text), [
    'valibot',
    './additions.ts',
    './types.ts',
    './c.ts',
    './star.ts',
    './later.js',
  ]);
});

test('no declaration file is large: the compiler once wrote one of 28 MB, and took a minute for it', async () => {
  const built = join(import.meta.dirname, '..');
  const entries = await readdir(built, { recursive: true });
  for (const file of entries.filter((name) => name.endsWith('.d.ts'))) {
    const { size } = await stat(join(built, file));
    assert.ok(size < 300_000, `${file} has ${size} bytes: give what it exports types with names`);
  }
});
