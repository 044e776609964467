import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, describe, test } from 'node:test';
import * as v from 'valibot';
import { Config } from '../api/index.ts';
import { decodeJson } from '../protocol/index.ts';
import { command, type Ended } from './testing/command.ts';
import { runCommand } from './run-command.ts';

/** Options that a config file has no say in: they belong to one run, or to the config itself. */
const COMMAND_LINE_ONLY = new Set(
  (
    'config printConfig install yes shard resume lastFailed updateExpectations ' +
    'debug watch untilFail bisect open'
  ).split(' '),
);

const NAME = 'mediarecorder-conformance.config';
const Printed = v.object({
  configFile: v.nullable(v.string()),
  options: v.record(v.string(), v.unknown()),
  from: v.record(v.string(), v.string()),
});

let folder = '';
let count = 0;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'config-'));
});
after(() => rm(folder, { recursive: true }));

/** A folder of its own with these files in it. */
async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  count += 1;
  const own = join(folder, String(count));
  await mkdir(own);
  for (const [name, text] of Object.entries(files)) await writeFile(join(own, name), text);
  return own;
}

async function printed(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const cwd = await folderWith(files);
  const { code, stdout, stderr } = await command(['run', '--print-config', ...args], { cwd });
  assert.equal(code, 0, stderr);
  assert.deepEqual(new Set(await readdir(cwd)), new Set(Object.keys(files)), 'nothing is run or left behind');
  const { configFile, options, from } = decodeJson(Printed, stdout, 'stdout');
  const told = Object.entries(options).filter(([name]) => from[name] !== 'default');
  const by = Object.entries(from).filter(([, source]) => source !== 'default');
  return { cwd, configFile, options: Object.fromEntries(told), from: Object.fromEntries(by) };
}

async function refused(files: Readonly<Record<string, string>>, says: RegExp, ...args: readonly string[]) {
  const ended: Ended = await command(['run', ...args], { cwd: await folderWith(files) });
  assert.equal(ended.code, 2, ended.stderr);
  assert.match(ended.stderr, /^error: [^\n]+\n$/, 'one line');
  assert.match(ended.stderr, says);
}

test('every option of run can stand in a config file, unless it belongs to one run', () => {
  const options = runCommand(() => {}).options.map((option) => option.attributeName());
  const missing = options.filter((name) => !COMMAND_LINE_ONLY.has(name) && !(name in Config.entries));
  assert.deepEqual(missing, [], 'add these to harness/api/config.ts, or to COMMAND_LINE_ONLY here');
  assert.deepEqual(
    Object.keys(Config.entries).filter((name) => !options.includes(name)),
    [],
    'the config knows options that run does not have',
  );
});

describe('config files', { concurrency: 2 }, () => {
  test('TypeScript with types, imports and defineConfig is understood without anything being installed', async () => {
    const { options, configFile, cwd } = await printed({
      [`${NAME}.ts`]: `import { defineConfig } from 'mediarecorder-conformance';
        import { engines } from './engines.ts';
        const workers: number = 2;
        export default defineConfig({ browser: engines, workers, browserPref: { 'a.b': true }, output: 'out' });`,
      'engines.ts': `export const engines = ['chromium', 'firefox'];`,
    });
    assert.equal(configFile, join(cwd, `${NAME}.ts`));
    assert.deepEqual(options, {
      browser: ['chromium', 'firefox'],
      workers: 2,
      browserPref: { 'a.b': 'true' },
      output: join(cwd, 'out'),
    });
  });

  test('the command line overrides the file, option by option', async () => {
    const json = JSON.stringify({ browser: ['chromium'], workers: 4, grep: 'x', headed: true });
    const { options, from } = await printed(
      { [`${NAME}.json`]: json },
      '--browser',
      'firefox',
      '--workers',
      '1',
    );
    assert.deepEqual(options, { browser: ['firefox'], workers: 1, grep: 'x', headed: true });
    assert.deepEqual(from, {
      browser: 'command line',
      workers: 'command line',
      grep: 'config file',
      headed: 'config file',
    });
  });

  test('without a file there is nothing but the command line', async () => {
    const { options, configFile } = await printed({}, '--grep', 'y');
    assert.equal(configFile, null);
    assert.deepEqual(options, { grep: 'y' });
  });

  test('paths are relative to the file, wherever it is named from', async () => {
    const own = await folderWith({ 'my.json': '{"output": "here"}' });
    const { options } = await printed({}, '--config', join(own, 'my.json'));
    assert.equal(options['output'], join(own, 'here'));
  });

  test('polyfills, mounts, browsers and reports are found from the file, too, and names stay names', async () => {
    const config = {
      polyfill: ['./mine.js', 'there.js', 'some-package', '@some/package', '/abs.js'],
      mount: { workers: 'w', up: '../up' },
      browser: ['firefox', './out/chrome'],
      reporter: ['console', 'junit=reports/junit.xml'],
    };
    const own = await folderWith({ 'my.json': JSON.stringify(config) });
    const { options, cwd } = await printed({}, '--config', join(own, 'my.json'));
    const from = relative(cwd, own);
    assert.deepEqual(options, {
      polyfill: [join(from, 'mine.js'), join(from, 'there.js'), 'some-package', '@some/package', '/abs.js'],
      mount: { workers: join(from, 'w'), up: join(from, '..', 'up') },
      browser: ['firefox', join(from, 'out/chrome')],
      reporter: ['console', `junit=${join(from, 'reports/junit.xml')}`],
    });
    const beside = await printed({ [`${NAME}.json`]: JSON.stringify(config) });
    assert.deepEqual(beside.options, config, 'beside the file nothing has to change');
  });

  test('a folder that cannot be written to is no matter', async () => {
    const cwd = await folderWith({ [`${NAME}.ts`]: 'export default { workers: 3 };' });
    await chmod(cwd, 0o555);
    const { code, stdout } = await command(['run', '--print-config'], { cwd });
    await chmod(cwd, 0o755);
    assert.equal(code, 0);
    assert.equal(decodeJson(Printed, stdout, 'stdout').options['workers'], 3);
  });

  test('what is wrong is said in one line that names the file and the field', async () => {
    const ts = (text: string) => ({ [`${NAME}.ts`]: text });
    await refused(ts('export default { workers: "four" };'), /config\.ts: field "workers" is wrong/);
    await refused(ts('export default { wrokers: 4 };'), /config\.ts: field "wrokers" is wrong/);
    await refused(ts('export default { browser: [""] };'), /config\.ts: field "browser\.0" is wrong/);
    await refused(
      ts('export default { grep: "(" };'),
      /config\.ts: field "grep" is wrong: It is no regular expression/,
    );
    await refused(ts('export const workers = 4;'), /config\.ts: has no default export/);
    await refused(ts('export default {'), /config\.ts could not be loaded: .*end of file/);
    await refused(ts('throw new Error("not today");'), /config\.ts could not be loaded: not today/);
    await refused(
      ts('import "./nowhere.ts"; export default {};'),
      /config\.ts could not be loaded: .*nowhere\.ts/,
    );
    await refused({ [`${NAME}.json`]: '{' }, /config\.json: is not JSON/);
    await refused(
      { [`${NAME}.json`]: '{}', [`${NAME}.ts`]: '' },
      /there are \S+\.ts and \S+\.json; name one/,
    );
    await refused({}, /cannot read \S+nowhere\.json/, '--config', 'nowhere.json');
  });
});
