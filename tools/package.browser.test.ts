import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { decodeJson, Results } from '../harness/protocol/index.ts';
import { PACKAGE_ROOT } from '../harness/api/package-root.ts';

let folder = '';
let user = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-'));
  user = join(folder, 'user');
  await mkdir(user);
  await writeFile(join(user, 'package.json'), '{"private": true, "type": "module"}');
});
after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

/** Runs a program to its end, without what npm left in the environment of this process. */
function program(name: string, args: readonly string[], cwd: string) {
  const own = Object.entries(process.env).filter(([key]) => !/^npm_|^NODE_TEST/.test(key));
  const env = Object.fromEntries(own);
  const { status, stdout, stderr } = spawnSync(name, args, { cwd, env, encoding: 'utf8', timeout: 240_000 });
  return { status, stdout, stderr };
}

test('the package works where it is installed without what it is developed with', async () => {
  // The build that this test belongs to is what is packed.
  const packed = program('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], PACKAGE_ROOT);
  assert.equal(packed.status, 0, packed.stderr);
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? assert.fail('no tarball');
  const installed = program(
    'npm',
    ['install', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline', join(folder, tarball)],
    user,
  );
  assert.equal(installed.status, 0, installed.stderr);

  // Somebody else's suite finds the kit, and its types, where it is installed.
  const suite = join(user, 'conformance');
  await cp(join(PACKAGE_ROOT, 'fixtures', 'example-suite'), suite, { recursive: true });
  const compiler = join(PACKAGE_ROOT, 'node_modules', '.bin', 'tsc');
  const strict =
    '--noEmit --strict --skipLibCheck --module nodenext --target es2023 --allowImportingTsExtensions';
  const spec = join(suite, 'pausing.spec.ts');
  const compiled = program(compiler, ['--ignoreConfig', ...strict.split(' '), spec], user);
  assert.equal(compiled.status, 0, compiled.stdout);

  const chosen = ['--grep', 'sets-recording|^meeting.*times=1$', '--suite', 'conformance'];
  const args = ['run', '--browser', 'chromium', ...chosen];
  const ran = program('npx', ['mediarecorder-conformance', ...args], user);
  assert.ok(ran.status === 0 || ran.status === 1, `${ran.status}: ${ran.stderr}`);
  const file = join(user, 'results', 'latest', 'results.json');
  const results = decodeJson(Results, await readFile(file, 'utf8'), file);
  assert.equal(results.targets[0]?.complete, true);
  assert.ok(results.targets[0].cases.length > 1);
  assert.ok(results.targets[0].cases.some(({ rule }) => rule === 'meeting.survives-a-long-pause'));

  const reads = `import { parseResults } from 'mediarecorder-conformance';
    import schema from 'mediarecorder-conformance/results.schema.json' with { type: 'json' };
    import { readFileSync } from 'node:fs';
    console.log(schema.type, parseResults(readFileSync(process.argv[1], 'utf8')).targets.length);`;
  const read = program(process.execPath, ['--no-warnings', '--input-type=module', '-e', reads, file], user);
  assert.equal(read.stdout, 'object 1\n', read.stderr);
});

test('the package holds no tests and no sources', async () => {
  const listed = program('npm', ['pack', '--ignore-scripts', '--dry-run', '--json'], PACKAGE_ROOT);
  for (const { path } of JSON.parse(listed.stdout)[0].files)
    assert.doesNotMatch(path, /\.test\.|^(suites|harness|fixtures|reports|tools|results)\//);
});
