import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseId, ruleOf, type CaseEntry } from '../protocol/index.ts';
import { ENVIRONMENT, PASS } from './testing/ledger-entries.ts';
import { TargetLedger } from './target-ledger.ts';

const entries = ['pause.one', 'start.one', 'pause.two'].map((rule): CaseEntry => {
  const id = caseId(rule, {});
  return { id, rule: ruleOf(id), needs: [], weight: 'shared', profile: 'default' };
});

const DECLINING = { declines: [{ rules: ['pause.*'], reason: 'It cannot pause' }] };

test('what a subject declares not to claim is unsupported, with the declaration as evidence, and never run', () => {
  const reported: string[] = [];
  const ledger = new TargetLedger(entries, ({ id, verdict }, done) =>
    reported.push(`${done} ${id} ${verdict}`),
  );
  ledger.probed(ENVIRONMENT);
  ledger.declared(DECLINING);
  assert.deepEqual(reported, ['1 pause.one unsupported', '2 pause.two unsupported']);
  const assignment = ledger.assign('L1');
  assert.equal(assignment.kind === 'run' && assignment.job.entry.id, 'start.one');
  assert.equal(ledger.assign('L2').kind, 'wait');
  ledger.finished('L1', 'start.one', PASS);
  assert.ok(ledger.isComplete);
  const [first] = ledger.results;
  assert.deepEqual(first?.attempts, [
    { outcome: 'unsupported', message: 'declared by the polyfill: It cannot pause', durationMs: 0 },
  ]);
});

test('the first declaration counts; a page that comes later cannot take more out', () => {
  const ledger = new TargetLedger(entries, () => {});
  ledger.probed(ENVIRONMENT);
  ledger.declared({ name: 'x' });
  ledger.declared(DECLINING);
  assert.deepEqual(ledger.results, []);
  assert.deepEqual(ledger.declaration, { name: 'x' });
});

test('a subject that claims nothing leaves nothing to run', () => {
  const ledger = new TargetLedger(entries, () => {});
  ledger.probed(ENVIRONMENT);
  ledger.declared({ declines: [{ rules: ['*'], reason: 'It is a sketch' }] });
  assert.ok(ledger.isComplete);
});
