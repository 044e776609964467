import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import * as v from 'valibot';
import { parse } from 'yaml';
import { decode } from '../harness/protocol/index.ts';
import { PACKAGE_ROOT } from '../harness/api/package-root.ts';

const Step = v.looseObject({
  run: v.exactOptional(v.string()),
  shell: v.exactOptional(v.string()),
  uses: v.exactOptional(v.string()),
  env: v.exactOptional(v.record(v.string(), v.string())),
});

const Action = v.object({
  name: v.string(),
  description: v.string(),
  inputs: v.record(v.string(), v.object({ description: v.string(), default: v.string() })),
  outputs: v.record(v.string(), v.object({ description: v.string(), value: v.string() })),
  runs: v.object({ using: v.literal('composite'), steps: v.array(Step) }),
});

const source = await readFile(join(PACKAGE_ROOT, 'action.yml'), 'utf8');
const action = decode(Action, parse(source), 'action.yml');

/** Stands for npx: keeps what it was called with, leaves the files that it is told to, and ends as it is told to. */
const FAKE_NPX = `#!/usr/bin/env bash
printf '%s\\0' "$@" > "$CALLED"
for file in $LEAVES; do mkdir -p "$(dirname "$file")" && touch "$file"; done
exit "$CODE"
`;

let folder = '';
const place = (...path: readonly string[]) => join(folder, ...path);
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'action-'));
  await mkdir(place('bin'));
  await writeFile(place('bin', 'npx'), FAKE_NPX, { mode: 0o755 });
  await mkdir(place('action', '.github'), { recursive: true });
  await cp(join(PACKAGE_ROOT, '.github', 'action'), place('action', '.github', 'action'), {
    recursive: true,
  });
  await writeFile(place('action', 'package.json'), '{ "version": "4.5.6" }');
});
after(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  await rm(place('work'), { recursive: true, force: true });
  await mkdir(place('work'));
  await Promise.all(['outputs', 'called'].map((file) => writeFile(place(file), '')));
});

const DEFAULTS = Object.fromEntries(
  Object.entries(action.inputs).map(([name, input]) => [name, input.default]),
);

/** Fills in what stands between braces in the variables of a step. */
function filled(env: Readonly<Record<string, string>>, values: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(env).map(([name, text]) => [
      name,
      text.replace(/\$\{\{ (?:inputs|steps\.prepare\.outputs)\.(\S+) \}\}/g, (_, key) => values[key] ?? '?'),
    ]),
  );
}

/** Runs the step with a script of this name as a runner would. */
async function step(
  script: string,
  inputs: Readonly<Record<string, string>>,
  npx: { readonly code?: number; readonly leaves?: string } = {},
) {
  const found = action.runs.steps.find(({ run }) => run?.includes(`/${script}"`));
  const env = {
    PATH: [place('bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
    GITHUB_ACTION_PATH: place('action'),
    GITHUB_OUTPUT: place('outputs'),
    GITHUB_STEP_SUMMARY: place('summary.md'),
    CALLED: place('called'),
    CODE: String(npx.code ?? 0),
    LEAVES: npx.leaves ?? '',
    ...filled(found?.env ?? {}, { ...DEFAULTS, ...inputs }),
  };
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', found?.run ?? ''], {
    cwd: place('work'),
    env,
    encoding: 'utf8',
  });
  const outputs = (await readFile(place('outputs'), 'utf8')).split('\n').filter((line) => line !== '');
  const called = (await readFile(place('called'), 'utf8')).split('\0').slice(0, -1);
  return { status, said: stdout + stderr, outputs, called };
}

const run = (inputs: Readonly<Record<string, string>>, npx = {}) =>
  step('run.sh', { version: '1.2.3', ...inputs }, npx);

describe('action.yml', () => {
  test('no script has an expression in it, so no input can become code', () => {
    const scripts = action.runs.steps.flatMap(({ run }) => run ?? []);
    assert.equal(scripts.length, 2);
    for (const script of scripts) assert.doesNotMatch(script, /\$\{\{/);
  });

  test('every script names its shell, and every input is used', () => {
    for (const { run, shell } of action.runs.steps)
      assert.equal(shell, run === undefined ? undefined : 'bash');
    for (const name of Object.keys(action.inputs))
      assert.match(JSON.stringify(action.runs.steps), new RegExp(`inputs\\.${name}\\b`), name);
  });

  test('every input and output is documented', async () => {
    const docs = await readFile(join(PACKAGE_ROOT, 'docs', 'ci.md'), 'utf8');
    for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)])
      assert.match(docs, new RegExp(`^\\| \`${name}\` `, 'm'), name);
  });
});

describe('its version', () => {
  test('is that of the action unless another is asked for', async () => {
    const usual = await step('prepare.sh', { version: '', browsers: 'chromium\nfirefox' });
    assert.deepEqual(usual.outputs, [
      'version=4.5.6',
      'cache=mediarecorder-conformance-4.5.6-chromium-firefox',
    ]);
    await writeFile(place('outputs'), '');
    const other = await step('prepare.sh', { version: 'next' });
    assert.equal(other.outputs[0], 'version=next');
  });

  test('that is none is refused', async () => {
    for (const version of ['1.0.0 --help', '../x', '1.0.0\nreport=x', '$(id)', 'https://example.org/x.tgz']) {
      const { status, said, outputs } = await step('prepare.sh', { version });
      assert.equal(status, 2, version);
      assert.match(said, /^::error::version must be/m);
      assert.deepEqual(outputs, []);
    }
  });
});

describe('its run', () => {
  test('without inputs tests the recorder of Chromium', async () => {
    const { status, called, said } = await run({});
    assert.equal(status, 0, said);
    assert.deepEqual(called, [
      '--yes',
      'mediarecorder-conformance@1.2.3',
      'run',
      '--install',
      '--yes',
      '--output=mediarecorder-conformance',
      '--reporter=console',
      '--reporter=html',
      '--reporter=github',
      `--reporter=markdown=${place('summary.md')}`,
      '--browser=chromium',
      '--fail-on=unexpected-fail,unexpected-pass',
    ]);
  });

  test('gives every line of an input as one argument', async () => {
    const { called } = await run({
      polyfill: './my recorder.js\n  some-package \n\n',
      browsers: 'chromium\nfirefox',
      rules: 'pause.sets-paused\nstop.sets-inactive',
      grep: '^start',
      expectations: 'known',
      'fail-on': 'none',
      options: '--mount=encoder=./dist\n--isolate',
      output: 'out',
    });
    assert.deepEqual(called.slice(called.indexOf('--browser=chromium')), [
      '--browser=chromium',
      '--browser=firefox',
      '--polyfill=./my recorder.js',
      '--polyfill=some-package',
      '--rule=pause.sets-paused',
      '--rule=stop.sets-inactive',
      '--grep=^start',
      '--expectations=known',
      '--fail-on=none',
      '--mount=encoder=./dist',
      '--isolate',
      '--no-native',
    ]);
    assert.ok(called.includes('--output=out'));
  });

  test('tests native recorders beside polyfills when asked to', async () => {
    const { called } = await run({ polyfill: 'some-package', native: 'true' });
    assert.ok(called.includes('--polyfill=some-package'));
    assert.ok(!called.includes('--no-native'));
  });

  test('takes no input for code or for an option', async () => {
    const hostile = `$(touch pwned) \`touch pwned\` "; touch pwned; ' --bail=1 *`;
    const { called } = await run({ polyfill: hostile, grep: hostile, browsers: '--print-config' });
    assert.ok(called.includes(`--polyfill=${hostile}`));
    assert.ok(called.includes(`--grep=${hostile}`));
    assert.ok(called.includes('--browser=--print-config'));
    await assert.rejects(readFile(place('work', 'pwned')), /ENOENT/);
  });

  test('ends as the suite does, and says where its files are', async () => {
    const { status, outputs } = await run(
      { output: 'out' },
      { code: 1, leaves: 'out/index.html out/results.json' },
    );
    assert.equal(status, 1);
    assert.deepEqual(outputs, ['exit-code=1', 'report=out/index.html', 'results=out/results.json']);
  });

  test('names no file that is not there', async () => {
    const { status, outputs } = await run({}, { code: 3 });
    assert.equal(status, 3);
    assert.deepEqual(outputs, ['exit-code=3', 'report=', 'results=']);
  });

  test('refuses an output folder that would add outputs of its own', async () => {
    for (const output of ['', 'out\nresults=elsewhere']) {
      const { status, called, said } = await run({ output });
      assert.equal(status, 2);
      assert.match(said, /^::error::output must be/m);
      assert.deepEqual(called, []);
    }
  });
});
