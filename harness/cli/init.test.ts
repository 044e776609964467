import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { readExpectations } from '../api/expectations/files.ts';
import { Engine } from '../protocol/index.ts';
import { command } from './testing/command.ts';

const FILES = [
  'mediarecorder-conformance.config.ts',
  'expectations/chromium.yaml',
  'expectations/firefox.yaml',
  'expectations/webkit.yaml',
  '.github/workflows/mediarecorder-conformance.yml',
];

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'init-'));
});
after(() => rm(folder, { recursive: true }));

const cli = (...args: readonly string[]) => command(args, { cwd: folder });
const read = (...path: readonly string[]) => readFile(join(folder, ...path), 'utf8');

describe('init', () => {
  test('writes everything that a project needs to start, and names it', async () => {
    const { code, stderr } = await cli('init');
    assert.equal(code, 0, stderr);
    assert.deepEqual(
      stderr.trim().split('\n'),
      FILES.map((file) => `Wrote ${file}`),
    );
  });

  test('the config is understood, and knows where the expectations are', async () => {
    const { code, stdout, stderr } = await cli('run', '--print-config');
    assert.equal(code, 0, stderr);
    assert.equal(JSON.parse(stdout).options.expectations, join(folder, 'expectations'));
  });

  test('the expectations are files to which nothing is known yet', async () => {
    for (const engine of Engine.options) {
      const subject = { kind: 'native', name: 'MediaRecorder' } as const;
      assert.deepEqual(await readExpectations(join(folder, 'expectations'), { engine, subject }), {
        expectations: [],
      });
    }
  });

  test('the workflow is YAML that runs the shards and judges them', async () => {
    const { jobs } = parse(await read('.github', 'workflows', 'mediarecorder-conformance.yml'));
    assert.deepEqual(Object.keys(jobs), ['shard', 'report']);
    const commands = JSON.stringify(jobs);
    assert.match(commands, /mediarecorder-conformance run .*--shard/);
    assert.match(commands, /mediarecorder-conformance merge/);
  });

  test('what is there already is left as it is, unless it is to be replaced', async () => {
    const [config = ''] = FILES;
    await writeFile(join(folder, config), 'export default {};');
    const { stderr } = await cli('init');
    assert.match(stderr, new RegExp(`^Left ${config} as it is; --force replaces it$`, 'm'));
    assert.equal(await read(config), 'export default {};');
    await cli('init', '--force');
    assert.match(await read(config), /defineConfig/);
  });

  test('a folder that cannot be written to is named', async () => {
    const { code, stderr } = await cli('init', '/proc/nowhere');
    assert.equal(code, 3);
    assert.match(stderr, /^error: cannot write \/proc\/nowhere\/\S+: [^\n]+\n$/);
  });
});

describe('explain', () => {
  test('says what a rule states, where that comes from and which cases check it', async () => {
    const { code, stdout } = await cli('explain', 'stop.sets-inactive');
    assert.equal(code, 0);
    assert.match(stdout, /^stop\.sets-inactive\n {2}\S/);
    assert.match(stdout, /^Source {4}MediaStream Recording, /m);
    assert.match(stdout, /^ {10}https:\/\/w3c\.github\.io\/mediacapture-record\//m);
    assert.match(stdout, /^Cases: [1-9]/m);
    assert.match(stdout, /^No run is there to look into/m);
    for (const line of stdout.split('\n').slice(-2)) assert.doesNotMatch(line, /undefined/);
  });

  test('takes a case for its rule, and prints JSON', async () => {
    const id = 'stop.sets-inactive;from=recording;source=canvas';
    const { stdout } = await cli('explain', id, '--json');
    const { rule, cases } = JSON.parse(stdout);
    assert.equal(rule.id, 'stop.sets-inactive');
    assert.ok(cases.some((entry: { readonly id: string }) => entry.id === id));
  });

  test('an unknown rule, and results that are not there, are refused', async () => {
    const unknown = await cli('explain', 'nope.nope');
    assert.deepEqual([unknown.code, unknown.stdout], [2, '']);
    assert.match(unknown.stderr, /^error: there is no rule or case "nope\.nope"/);
    const missing = await cli('explain', 'stop.sets-inactive', '--results', 'nowhere');
    assert.equal(missing.code, 2);
    assert.match(missing.stderr, /^error: cannot read nowhere/);
  });
});
