import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { BuildSteps, deleteStale } from './build-steps.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'build-steps-'));
  for (const folder of ['one', 'two', 'dist/one']) await mkdir(join(root, folder), { recursive: true });
  await write('one/a.ts', 'a');
  await write('two/b.ts', 'b');
});
afterEach(() => rm(root, { recursive: true }));

const write = (file: string, text: string): Promise<void> => writeFile(join(root, file), text);

/** Which of two steps a build does. */
async function build(): Promise<readonly string[]> {
  const done: string[] = [];
  const steps = await BuildSteps.open(root, join(root, 'steps.json'));
  for (const name of ['one', 'two']) {
    const built = await steps.run({
      name,
      reads: [name, 'settings.json'],
      makes: [`${name}.out`],
      make: async () => {
        done.push(name);
        await write(`${name}.out`, '');
        return [{ file: `${name}.out`, from: [`${name}/a.ts`] }];
      },
    });
    assert.deepEqual(built, [{ file: `${name}.out`, from: [`${name}/a.ts`] }], 'the same, done or not');
  }
  return done;
}

describe('build steps', () => {
  it('are done once, and again only where an edit reaches them', async () => {
    assert.deepEqual(await build(), ['one', 'two']);
    assert.deepEqual(await build(), []);
    await write('two/b.ts', 'changed');
    assert.deepEqual(await build(), ['two']);
    await write('one/new.ts', '');
    assert.deepEqual(await build(), ['one']);
    await rm(join(root, 'one', 'new.ts'));
    assert.deepEqual(await build(), ['one']);
    await write('settings.json', '{}');
    assert.deepEqual(await build(), ['one', 'two']);
  });

  it('are not done for tests, texts and golden files', async () => {
    await build();
    for (const name of ['a.test.ts', 'README.md', 'x.golden', 'x.png']) await write(`one/${name}`, 'text');
    assert.deepEqual(await build(), []);
  });

  it('are done again when what they made is gone', async () => {
    await build();
    await rm(join(root, 'one.out'));
    assert.deepEqual(await build(), ['one']);
  });
});

describe('deleteStale', () => {
  it('deletes what was compiled from sources that are gone, and nothing else', async () => {
    for (const name of ['a.js', 'a.d.ts', 'gone.js', 'gone.d.ts', 'data.json'])
      await write(`dist/one/${name}`, '');
    assert.deepEqual([...(await deleteStale(root, ['one', 'none']))].sort(), [
      'one/gone.d.ts',
      'one/gone.js',
    ]);
    assert.ok(existsSync(join(root, 'dist', 'one', 'a.js')));
    assert.ok(existsSync(join(root, 'dist', 'one', 'data.json')));
  });
});
