import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import * as v from 'valibot';
import { parseDocument } from 'yaml';
import { WEBKIT_PACKAGES } from '../harness/browsers/provide/packages.ts';
import { decode, decodeJson } from '../harness/protocol/index.ts';
import { built, PACKAGE_ROOT } from '../harness/api/package-root.ts';
import { SOURCE_FOLDERS } from './test-runner/test-files.ts';

const read = (file: string) => readFile(join(PACKAGE_ROOT, file), 'utf8');

async function filesBelow(folder: string, name: RegExp): Promise<readonly string[]> {
  const entries = await readdir(join(PACKAGE_ROOT, folder), { recursive: true });
  return entries.filter((entry) => name.test(entry)).map((entry) => join(folder, entry));
}

const YAML_FILES = [...(await filesBelow('.github', /\.ya?ml$/)), 'action.yml'];
const TEXTS = [
  ...YAML_FILES,
  ...(await filesBelow('.github', /\.(md|sh)$/)),
  '.devcontainer/devcontainer.json',
  ...(await readdir(PACKAGE_ROOT)).filter((name) => name.endsWith('.md')),
  ...(
    await Promise.all(
      ['.changeset', 'docs', 'expectations', ...SOURCE_FOLDERS].map((folder) => filesBelow(folder, /\.md$/)),
    )
  ).flat(),
];

/** What a script of package.json passes its options on to: a command, or a tool with a help text of its own. */
const PASSED_ON: Readonly<Record<string, string>> = {
  start: 'run',
  verify: 'run',
  polyfills: 'run',
  test: 'tools/test.js',
  'test:long': 'tools/test.js',
  prove: 'tools/prove.js',
};

/** Options in the text that belong to other programs. */
const FOREIGN = new Set(['--command', '--not-interactive', '--example']);

/** What there is: the scripts of package.json, and the options of each command and tool. */
interface Known {
  readonly scripts: ReadonlySet<string>;
  readonly options: ReadonlyMap<string, ReadonlySet<string>>;
}

/** An option as it stands in a help text or in a command line. */
const OPTION = /(?<![\w-])--[a-z][a-z-]*/g;
const optionsIn = (text: string) => new Set([...text.matchAll(OPTION)].map(([option]) => option));

/** The calls in a text: of this package's program, and of npm's scripts. */
function callsIn(text: string) {
  // A command goes on in the next line where that begins with an option.
  const lines = text.replace(/ *\\?\n[ \t]*(?=--[a-z])/g, ' ');
  const calls = lines.matchAll(
    /(?:(?<![\w/-])mediarecorder-conformance(?:@\S+)?|npm run(?: -s| --silent)? ([\w:-]+)|npm (test|start)\b)( [^`|;&\n]*)?/g,
  );
  return [...calls].map(([, named, short, rest = '']) => ({ script: named ?? short, rest: rest.trim() }));
}

/** What a text names that does not exist. */
function faultsIn(text: string, { scripts, options }: Known): readonly string[] {
  const faults = callsIn(text).flatMap(({ script, rest }) => {
    if (script !== undefined && !scripts.has(script)) return [`npm run ${script}`];
    const word = /^[a-z]+\b/.exec(rest)?.[0];
    const command = script === undefined ? (word ?? 'run') : PASSED_ON[script];
    const there = command === undefined ? new Set<string>() : options.get(command);
    if (there === undefined) return [`mediarecorder-conformance ${command ?? ''}`];
    return [...optionsIn(rest)]
      .filter((option) => !there.has(option))
      .map((option) => `${command ?? script ?? ''} ${option}`);
  });
  const all = new Set([...options.values()].flatMap((each) => [...each]));
  const spans = [...text.matchAll(/`(--[a-z][a-z-]*)[^`\n]*`/g)].flatMap(([, option = '']) => option);
  return [...faults, ...spans.filter((option) => !all.has(option) && !FOREIGN.has(option))];
}

function helpOf(program: string, ...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [program, ...args, '--help'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const text: string[] = [];
  child.stdout.on('data', (chunk) => text.push(String(chunk)));
  return new Promise((resolve) => {
    child.once('close', () => resolve(text.join('')));
  });
}

/** The commands that a help text lists. */
const commandsIn = (help: string) =>
  [...(help.split('\nCommands:\n')[1] ?? '').matchAll(/^ {2}([a-z]+)/gm)].flatMap(([, name = '']) =>
    name === 'help' ? [] : name,
  );

async function whatIsKnown(): Promise<Known> {
  const main = built('cli', 'main.js');
  const commands = commandsIn(await helpOf(main));
  const ofCommands = commands.map(async (name) => {
    const help = await helpOf(main, name);
    const below =
      name === 'run' ? [] : await Promise.all(commandsIn(help).map((each) => helpOf(main, name, each)));
    return [name, optionsIn([help, ...below].join('\n'))] as const;
  });
  const ofTools = ['tools/test.js', 'tools/prove.js'].map(
    async (tool) => [tool, optionsIn(await helpOf(built(tool)))] as const,
  );
  const { scripts } = decodeJson(
    v.looseObject({ scripts: v.record(v.string(), v.string()) }),
    await read('package.json'),
    'package.json',
  );
  return {
    scripts: new Set(Object.keys(scripts)),
    options: new Map(await Promise.all([...ofCommands, ...ofTools])),
  };
}

let known: Known;
before(async () => {
  known = await whatIsKnown();
});

describe('what workflows, forms and documents name', () => {
  for (const file of TEXTS)
    test(`exists: ${file}`, async () => {
      assert.deepEqual(faultsIn(await read(file), known), []);
    });

  test('is found by this test, and missed where it does not exist', async () => {
    const text = [
      'npm run nope && npm test -- --nope | npm start -- --browser x --nope',
      'npx mediarecorder-conformance run --browser x \\\n  --nope && npx mediarecorder-conformance@1.0.0 fly --high',
      '- npx mediarecorder-conformance --grep x\n  --never',
      '`mediarecorder-conformance list --retries` and `--nope N`, `--grep X`, `npm run verify -- --repeat 3`',
      'browsers install --update --json: `mediarecorder-conformance browsers install --update --retries`',
    ].join('\n');
    assert.deepEqual(faultsIn(text, known), [
      'npm run nope',
      'tools/test.js --nope',
      'run --nope',
      'run --nope',
      'mediarecorder-conformance fly',
      'run --never',
      'list --retries',
      'browsers --retries',
      '--nope',
    ]);
    const calls = callsIn(await read('.github/workflows/ci.yml')).map(({ script }) => script);
    assert.deepEqual(new Set(calls), new Set(['test', 'start']));
  });

  test('is a program where it is .ci/run or the script that installs browsers', async () => {
    for (const program of ['.ci/run', '.github/install-debian-browsers.sh']) {
      await access(join(PACKAGE_ROOT, program), constants.X_OK);
      assert.match(
        await read('.github/workflows/ci.yml'),
        new RegExp(`run: ${program.replaceAll('.', '\\.')}$`, 'm'),
      );
    }
  });

  test('is an option of run where the action passes it', async () => {
    const passed = optionsIn(await read('.github/action/run.sh'));
    assert.ok(passed.has('--polyfill'));
    assert.deepEqual(
      [...passed].filter((option) => known.options.get('run')?.has(option) !== true),
      [],
    );
  });

  test('is all that WebKitGTK takes to record', async () => {
    const script = await read('.github/install-debian-browsers.sh');
    for (const name of WEBKIT_PACKAGES)
      assert.ok(script.includes(` ${name} `) || script.includes(` ${name}\n`), name);
  });

  test('is the repository that package.json names', async () => {
    const Package = v.looseObject({ repository: v.object({ type: v.string(), url: v.string() }) });
    const { repository } = decodeJson(Package, await read('package.json'), 'package.json');
    const [, slug = ''] = /github\.com\/(.+)\.git$/.exec(repository.url) ?? [];
    for (const file of TEXTS)
      for (const [, named] of (await read(file)).matchAll(
        /(?:uses: |github\.com\/)([\w-]+\/mediarecorder-conformance)\b/g,
      ))
        assert.equal(named, slug, file);
  });
});

const Workflow = v.looseObject({
  permissions: v.object({ contents: v.literal('read') }),
  concurrency: v.looseObject({ group: v.string() }),
  jobs: v.record(v.string(), v.looseObject({ 'timeout-minutes': v.number() })),
});

describe('YAML', () => {
  for (const file of YAML_FILES)
    test(`parses, and pins its actions: ${file}`, async () => {
      const text = await read(file);
      const { errors, warnings } = parseDocument(text);
      assert.deepEqual([...errors, ...warnings], []);
      for (const [, action] of text.matchAll(/\buses: (\S+)/g))
        assert.match(String(action), /^[\w-]+\/[\w-]+@v\d+\.\d+\.\d+$/);
    });

  for (const file of YAML_FILES.filter((name) => name.includes('workflows')))
    test(`may only read, ends in time, and runs no expression as code: ${file}`, async () => {
      const workflow: unknown = parseDocument(await read(file)).toJS();
      const { jobs } = decode(Workflow, workflow, file);
      const scripts = JSON.stringify(jobs).matchAll(/"run":"((?:[^"\\]|\\.)*)"/g);
      for (const [, script] of scripts) assert.doesNotMatch(String(script), /\$\{\{/);
    });
});
