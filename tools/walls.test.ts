import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import * as v from 'valibot';
import { decodeJson } from '../harness/protocol/index.ts';
import { PACKAGE_ROOT } from '../harness/api/package-root.ts';

/** What may not import what: the file that does, and its import. */
const WALLS = [
  ['suites/pause/rules.ts', '../kit/index.ts'],
  ['suites/pause/rules.ts', './state.spec.ts'],
  ['suites/media/rules/x.ts', '../../kit/index.ts'],
  ['suites/x.ts', 'valibot'],
  ['suites/kit/x.ts', '../../harness/server/index.ts'],
  ['suites/kit/x.ts', '../start/state.spec.ts'],
  ['suites/start/x.spec.ts', '../../harness/protocol/index.ts'],
  ['suites/start/x.spec.ts', '../../reports/index.ts'],
  ['suites/start/x.spec.ts', 'node:fs'],
  ['suites/start/x.spec.ts', 'mediabunny'],
  ['suites/start/x.mutants.ts', '../../harness/protocol/index.ts'],
  ['fixtures/streams/x.ts', '../../suites/kit/index.ts'],
  ['fixtures/streams/x.ts', '../../harness/protocol/index.ts'],
  ['harness/protocol/x.ts', '../core/index.ts'],
  ['harness/protocol/x.ts', 'vite'],
  ['harness/protocol/x.ts', 'node:fs'],
  ['harness/core/x.ts', 'node:fs'],
  ['harness/core/x.ts', '../server/index.ts'],
  ['harness/core/x.ts', '../../suites/kit/index.ts'],
  ['reports/x.ts', 'node:fs'],
  ['reports/x.ts', '../harness/core/index.ts'],
  ['reports/html/app/x.tsx', '../../../harness/api/index.ts'],
  ['harness/page/x.ts', '../server/index.ts'],
  ['harness/page/x.ts', '../../reports/index.ts'],
  ['harness/browsers/launchers/x.ts', '../../api/index.ts'],
  ['harness/server/x.ts', '../../suites/kit/index.ts'],
  ['harness/api/x.ts', '../cli/exit.ts'],
  ['harness/api/x.ts', '../../suites/kit/index.ts'],
  ['harness/cli/x.ts', '../browsers/index.ts'],
  ['harness/cli/x.ts', '../../reports/index.ts'],
  ['tools/x.ts', '../harness/cli/exit.ts'],
] as const;

/** What may. */
const DOORS = [
  ['suites/pause/rules.ts', '../rule.ts'],
  ['suites/y.ts', './pause/rules.ts'],
  ['suites/kit/y.ts', '../../harness/protocol/index.ts'],
  ['suites/kit/y.ts', '../catalogue.ts'],
  ['suites/start/y.spec.ts', '../kit/index.ts'],
  ['suites/start/y.mutants.ts', '../../fixtures/recorders/mutants/make.ts'],
  ['suites/start/y.spec.ts', '../../fixtures/streams/sources/index.ts'],
  ['fixtures/streams/y.ts', 'mediabunny'],
  ['harness/protocol/y.ts', 'valibot'],
  ['harness/core/y.ts', '../protocol/index.ts'],
  ['reports/y.ts', '../harness/protocol/index.ts'],
  ['harness/page/y.ts', '../../suites/kit/index.ts'],
  ['harness/browsers/y.ts', '../core/index.ts'],
  ['harness/server/y.ts', 'node:http'],
  ['harness/api/y.ts', '../server/index.ts'],
  ['harness/cli/y.ts', '../api/index.ts'],
] as const;

const Linted = v.object({
  diagnostics: v.array(v.object({ code: v.exactOptional(v.string()), filename: v.string() })),
});

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'walls-'));
  await copyFile(join(PACKAGE_ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  await copyFile(join(PACKAGE_ROOT, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
  await writeFile(join(folder, 'package.json'), '{"type": "module"}');
  await symlink(join(PACKAGE_ROOT, 'node_modules'), join(folder, 'node_modules'));
});
after(() => rm(folder, { recursive: true }));

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text);
}

/** A file of the same kind that is one of its own; rules are known by their name, all others by their folder. */
function apart(file: string, index: number): string {
  return file.endsWith('/rules.ts')
    ? file.replace(/\w+(?=\/rules\.ts$)/, `n${index}`)
    : file.replace(/(\w+)\./, `n${index}.`);
}

/** The files of a tree in which the linter finds an import that is not allowed. */
async function refused(
  imports: readonly (readonly [file: string, from: string])[],
): Promise<ReadonlySet<string>> {
  const tree = imports.map(([file, from], index) => [apart(file, index), from] as const);
  for (const [file, from] of tree) await write(file, `import * as it from '${from}';\nexport { it };\n`);
  const program = join(PACKAGE_ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout } = spawnSync(process.execPath, [program, '--format=json', '.'], { cwd: folder });
  const { diagnostics } = decodeJson(Linted, String(stdout), 'oxlint');
  const found = diagnostics.filter(({ code }) => code?.includes('no-restricted-imports') === true);
  const names = new Set(found.map(({ filename }) => filename.replace(/^\.\//, '')));
  for (const [file] of tree) await rm(join(folder, file));
  return new Set(
    tree.flatMap(([file], index) => (names.has(file) ? (imports[index] ?? []).join(' from ') : [])),
  );
}

const named = (imports: readonly (readonly [string, string])[]) =>
  new Set(imports.map((pair) => pair.join(' from ')));

test('the linter refuses every import through a wall', async () => {
  assert.deepEqual(await refused(WALLS), named(WALLS));
});

test('the linter lets pass what a room may import', async () => {
  assert.deepEqual(await refused(DOORS), new Set());
});

/** What the compiler says to one file in a room, under that room's own settings. */
async function compiled(settled: string, text: string): Promise<string> {
  const file = settled.endsWith('.json') ? settled : join(settled, 'tsconfig.json');
  const room = dirname(file);
  const own = await readFile(join(PACKAGE_ROOT, file), 'utf8');
  const settings = decodeJson(v.looseObject({}), own, room);
  await write(
    join(room, 'tsconfig.json'),
    JSON.stringify({ ...settings, references: [], include: ['wall.ts'] }),
  );
  await write(join(room, 'wall.ts'), `${text}\n`);
  const program = join(PACKAGE_ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [program, '-p', room, '--noEmit'], { cwd: folder });
  return String(stdout);
}

const NODE = `import { readFileSync } from 'node:fs';\nexport const x = readFileSync('x');`;
const PROCESS = 'export const x = process.argv;';
const DOM = 'export const x = document.title;';

for (const room of [
  'suites',
  'suites/tsconfig.rules.json',
  'fixtures',
  'harness/protocol',
  'harness/core',
  'harness/page',
  'reports',
])
  test(`nothing in ${room} compiles that uses Node`, async () => {
    assert.match(await compiled(room, NODE), /error TS\d+: Cannot find (module|name) 'node:fs'/);
    assert.match(await compiled(room, PROCESS), /error TS\d+: Cannot find name 'process'/);
  });

for (const room of [
  'suites/tsconfig.rules.json',
  'harness/protocol',
  'harness/core',
  'harness/server',
  'harness/api',
  'reports',
])
  test(`nothing in ${room} compiles that uses the DOM`, async () => {
    assert.match(await compiled(room, DOM), /error TS\d+: Cannot find name 'document'/);
  });

test('what a room may use compiles there', async () => {
  assert.equal(await compiled('suites', DOM), '');
  assert.equal(await compiled('harness/server', NODE), '');
  assert.equal(await compiled('reports', 'export const x = 1;'), '');
});
