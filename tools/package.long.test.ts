import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { decodeJson, Results } from '../harness/protocol/index.ts';
import { PACKAGE_ROOT } from '../harness/api/package-root.ts';
import { DATA_MARKER } from '../reports/html/index.ts';

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

const compiler = join(PACKAGE_ROOT, 'node_modules', 'typescript', 'bin', 'tsc');

/** What the compiler says to a file of a user who checks every declaration file, too, and has no types but ours. */
function compiled(file: string, ...more: readonly string[]): string {
  const strict = '--ignoreConfig --noEmit --strict --skipLibCheck false --module nodenext --target es2022';
  const args = [compiler, ...strict.split(' '), '--lib', 'es2022,dom,dom.iterable', ...more, file];
  const { stdout, stderr } = program(process.execPath, args, user);
  return stdout + stderr;
}

/** Runs the installed command line, which has to end with one of some codes; gives what it printed. */
function command(line: string, codes: readonly number[] = [0]): string {
  const { status, stdout, stderr } = program('npx', ['mediarecorder-conformance', ...line.split(' ')], user);
  assert.ok(codes.includes(status ?? -1), `${line} ended with ${status}: ${stderr}`);
  return stdout;
}

const RESULTS = join('results', 'latest', 'results.json');
const CASES = 'sets-recording.*source=canvas|^meeting.*times=1$';

// Each test goes on where the one before it ended: it is one user in one folder.
test('the package can be installed without what it is developed with', async () => {
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
  const notices = await readFile(
    join(user, 'node_modules', 'mediarecorder-conformance', 'dist', 'third-party-notices.txt'),
    'utf8',
  );
  assert.match(notices, /^- mediabunny \S+: MPL-2\.0$/m);
});

test("the README's program compiles against the published types", async () => {
  const readme = await readFile(join(PACKAGE_ROOT, 'README.md'), 'utf8');
  const [, text = ''] = /^```ts\n([^`]*from 'mediarecorder-conformance';[^`]*)^```$/m.exec(readme) ?? [];
  assert.match(text, /await results/);
  const file = join(user, 'program.ts');
  await writeFile(file, text);
  assert.equal(compiled(file), '');
  // The types are there: they are not `any`, which everything would compile with.
  await writeFile(file, text.replace("browsers: ['chromium']", 'browsers: 1'));
  assert.match(compiled(file), /program\.ts\(\d+,\d+\): error TS2322: /);
});

test("somebody else's suite compiles against the published types of the kit", async () => {
  await cp(join(PACKAGE_ROOT, 'fixtures', 'example-suite'), join(user, 'conformance'), { recursive: true });
  const file = join(user, 'conformance', 'pausing.spec.ts');
  assert.equal(compiled(file, '--allowImportingTsExtensions'), '');
  const wrong = join(user, 'wrong.ts');
  await writeFile(
    wrong,
    `import { defineSuite } from 'mediarecorder-conformance/kit';
    type Suite = ReturnType<typeof defineSuite>;
    type Body = Parameters<Suite['conformance']>[2];
    export const body: Body = async (t) => t.assert.equals(1, 1);`,
  );
  assert.match(compiled(wrong), /^wrong\.ts\(4,\d+\): error TS2551: .*'equals'[^\n]*\n$/);
});

test('the installed package runs its rules and those of others', async () => {
  const recorders = '--subject native --subject reference --subject mutant:start-state-late';
  command(`run --browser chromium ${recorders} --grep ${CASES} --suite conformance`, [0, 1]);
  const results = decodeJson(Results, await readFile(join(user, RESULTS), 'utf8'), RESULTS);
  assert.equal(results.targets.length, 3);
  for (const { complete, cases } of results.targets) {
    assert.equal(complete, true);
    assert.ok(cases.length > 1);
    assert.ok(cases.some(({ rule }) => rule === 'meeting.survives-a-long-pause'));
  }
  const [native, reference, mutant] = results.targets.map(({ cases }) =>
    cases.find(({ rule }) => rule === 'start.sets-recording'),
  );
  assert.deepEqual([native?.verdict, reference?.verdict, mutant?.verdict], ['pass', 'pass', 'fail']);
  const template = await readFile(join(PACKAGE_ROOT, 'dist', 'report', 'template.html'), 'utf8');
  const html = await readFile(join(user, 'results', 'latest', 'index.html'), 'utf8');
  const [start = '', end = ''] = template.split(DATA_MARKER);
  assert.ok(html.startsWith(start) && html.endsWith(end) && html.length > template.length);
});

test('the installed package runs a polyfill', async () => {
  await writeFile(join(user, 'own.js'), 'export const install = (native) => class extends native {};');
  command(`run --browser chromium --no-native --polyfill ./own.js --grep ${CASES}`, [0, 1]);
  const { targets } = decodeJson(Results, await readFile(join(user, RESULTS), 'utf8'), RESULTS);
  assert.match(JSON.stringify(targets[0]?.subject), /own/);
  assert.equal(targets[0]?.complete, true);
});

test("the README's other commands work where the package is installed", async () => {
  assert.match(command('list'), /start\.sets-recording/);
  assert.match(command('list --coverage'), /\d/);
  assert.match(command('browsers'), /chromium/i);
  assert.match(command('explain start.sets-recording'), /sets-recording/);
  command(`report ${RESULTS} --reporter compat=compat.json`);
  assert.match(await readFile(join(user, 'compat.json'), 'utf8'), /MediaRecorder/);
  command(`compare ${RESULTS} ${RESULTS}`);
  command(`merge ${RESULTS}`, [0, 1]);
  command(`durations ${RESULTS}`);
  command('init project');
  assert.ok((await readdir(join(user, 'project'))).length > 0);
});

test('a program reads results and their schema', () => {
  const reads = `import { parseResults } from 'mediarecorder-conformance';
    import schema from 'mediarecorder-conformance/results.schema.json' with { type: 'json' };
    import { readFileSync } from 'node:fs';
    console.log(schema.type, parseResults(readFileSync(process.argv[1], 'utf8')).targets.length);`;
  const args = ['--no-warnings', '--input-type=module', '-e', reads, RESULTS];
  const read = program(process.execPath, args, user);
  assert.equal(read.stdout, 'object 1\n', read.stderr);
});
