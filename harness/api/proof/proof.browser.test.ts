import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { bundleRecorders } from '../../../tools/bundle-recorders.ts';
import { bundlePages } from '../../../tools/bundle.ts';
import { caseId, ruleOf, type CaseEntry } from '../../protocol/index.ts';
import { loadBuiltIn } from '../suite.ts';
import { browserOf } from '../testing/misbehaviour.ts';
import { controlsFor, falseAlarmsIn } from './controls.ts';
import type { Trial } from './plan.ts';
import { runTrials } from './run.ts';
import { holds, judgeProof, type Proof } from './verdict.ts';
import { PACKAGE_ROOT } from '../package-root.ts';

const SUITE = join(PACKAGE_ROOT, 'harness', 'page', 'testing', 'weakened.suite.ts');

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proof-'));
  await Promise.all([
    bundlePages(PACKAGE_ROOT, folder, [SUITE]),
    bundleRecorders(PACKAGE_ROOT, folder, folder),
  ]);
});
after(() => rm(folder, { recursive: true }));

function caseOf(rule: string): CaseEntry {
  const id = caseId(rule, {});
  return { id, rule: ruleOf(id), needs: [], weight: 'shared', profile: 'default' };
}

/** Tries one mutant against the weakened suite. */
async function prove(name: string): Promise<Proof> {
  const browser = await browserOf('chromium');
  assert.ok(browser !== undefined, 'there is no chromium on this machine');
  const { mutants } = await loadBuiltIn();
  const mutant = mutants.list.find((each) => each.name === name) ?? assert.fail(`there is no mutant ${name}`);
  const trials: readonly Trial[] = [
    {
      subject: `mutant:${name}`,
      mutant,
      hunts: mutant.breaks.map((rule) => ({ rule, cases: [caseOf(rule)] })),
    },
  ];
  const tools = { browser, workers: 1, roots: { bundle: folder }, told: () => undefined };
  const records = await runTrials(trials, tools);
  const controls = await runTrials(controlsFor(records, trials), tools);
  return judgeProof(records, [], new Map(), falseAlarmsIn(controls));
}

test('a mutant that its rule catches is proof', async () => {
  const proof = await prove('pause-state-late');
  assert.deepEqual(proof.survivors, []);
  assert.deepEqual(proof.falseAlarms, []);
  assert.equal(holds(proof), true);
});

test('a rule that was weakened lets its mutant survive, and the proof fails', async () => {
  const proof = await prove('start-event-twice');
  assert.deepEqual(proof.survivors, [
    { mutant: 'start-event-twice', rule: 'start.fires-start-once', why: 'start.fires-start-once pass' },
  ]);
  assert.equal(holds(proof), false);
});

test('a rule that the reference breaks, too, catches nothing, and the proof fails', async () => {
  const proof = await prove('start-state-late');
  assert.deepEqual(proof.survivors, []);
  assert.deepEqual(
    proof.falseAlarms.map(({ case: id, recorder }) => `${id} with ${recorder}`),
    ['start.sets-recording with reference'],
  );
  assert.equal(holds(proof), false);
});
