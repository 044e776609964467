import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import * as v from 'valibot';
import { CaseId, Level, RuleId, ruleOf, Standing } from '../protocol/index.ts';
import { command, MAIN } from './testing/command.ts';

const Listed = v.object({
  rules: v.array(
    v.object({
      id: RuleId,
      section: v.string(),
      level: Level,
      standing: Standing,
      source: v.object({ label: v.string(), url: v.pipe(v.string(), v.url()) }),
      statement: v.pipe(v.string(), v.nonEmpty()),
      cases: v.array(CaseId),
      fullProfileOnly: v.array(CaseId),
      foreignOnly: v.array(CaseId),
      untestable: v.exactOptional(v.pipe(v.string(), v.nonEmpty())),
    }),
  ),
});

let listing: ReturnType<typeof command> | undefined;

/** The list as JSON, which is the same however often it is asked for. */
const list = async () =>
  v.parse(Listed, JSON.parse((await (listing ??= command(['list', '--json']))).stdout));

test('the list has the form of the contract, on standard output alone', async () => {
  const { code, stdout, stderr } = await command(['list', '--json']);
  assert.deepEqual([code, stderr], [0, '']);
  assert.ok(v.parse(Listed, JSON.parse(stdout)).rules.length > 50);
});

test('every rule has a case or says why it has none, and never both', async () => {
  for (const { id, cases, untestable } of (await list()).rules)
    assert.notEqual(cases.length > 0, untestable !== undefined, id);
});

test('every rule that has cases has one in the default profile, but for what only measures', async () => {
  for (const { id, cases, fullProfileOnly, foreignOnly } of (await list()).rules.filter(
    (rule) => rule.section !== 'metrics',
  ))
    assert.ok(cases.length === 0 || fullProfileOnly.length + foreignOnly.length < cases.length, id);
});

test('every case belongs to the rule that it stands under, and no id comes twice', async () => {
  const { rules } = await list();
  for (const { id, cases } of rules) for (const each of cases) assert.equal(ruleOf(each), id);
  const ids = rules.flatMap(({ id, cases }) => [`rule ${id}`, ...cases]);
  assert.equal(new Set(ids).size, ids.length);
});

test('the list for people counts the same rules and cases', async () => {
  const { rules } = await list();
  const { code, stdout } = await command(['list']);
  assert.equal(code, 0);
  const total = rules.reduce((sum, { cases }) => sum + cases.length, 0);
  assert.match(stdout, new RegExp(`${rules.length} rules, ${total} cases`));
});

test('a reader who has read enough is no fault', async () => {
  const child = spawn(process.execPath, [MAIN, 'list', '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  child.stderr.on('data', (chunk) => said.push(String(chunk)));
  child.stdout.once('data', () => child.stdout.destroy());
  const [code] = await once(child, 'close');
  assert.deepEqual([code, said.join('')], [0, '']);
});

test("the version is the package's own", async () => {
  assert.match((await command(['--version'])).stdout, /^\d+\.\d+\.\d+/);
});

test('NO_COLOR and a pipe bring no colours, in no command', async () => {
  for (const env of [{ NO_COLOR: '1' }, {}])
    for (const args of [['list'], ['browsers']]) {
      const { stdout } = await command(args, { env });
      assert.equal(stdout, stripVTControlCharacters(stdout));
    }
});

const ListedCoverage = v.object({
  coverage: v.array(v.object({ rules: v.array(RuleId), reason: v.exactOptional(v.string()) })),
});

test('the coverage lists statements with rules that there are, or with a reason, and nothing without', async () => {
  const known = new Set<string>((await list()).rules.map(({ id }) => id));
  const { code, stdout, stderr } = await command(['list', '--coverage', '--json']);
  assert.deepEqual([code, stderr], [0, '']);
  const { coverage } = v.parse(ListedCoverage, JSON.parse(stdout));
  assert.ok(coverage.length > 200, `${coverage.length} statements`);
  for (const { rules, reason } of coverage) {
    assert.notEqual(rules.length > 0, reason !== undefined);
    for (const rule of rules) assert.ok(known.has(rule), rule);
  }
});

test('the coverage for people ends with its sum', async () => {
  const { code, stdout } = await command(['list', '--coverage']);
  assert.equal(code, 0);
  assert.match(stdout, /\d+ with rules, \d+ with a reason, 0 with neither\n$/);
});
