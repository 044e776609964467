import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRules, SPEC_REVISION } from '../catalogue.ts';
import { DEFINITIONS } from './definitions.ts';
import { coverage } from './index.ts';
import { SENTENCES } from './sentences.ts';
import { SPEC_STRUCTURE } from './spec-structure.ts';
import { STEPS } from './steps.ts';

test('every step, sentence and definition of the pinned spec, every statement of the documentation, and every assertion of the other suite, is accounted for', () => {
  const missing = coverage().filter(({ rules, reason }) => rules.length === 0 && reason === undefined);
  assert.deepEqual(
    missing.map(({ source, statement }) => `${source}: ${statement}`),
    [],
  );
});

test('what was counted is the revision that the catalogue was read from', () => {
  assert.ok(SPEC_REVISION.endsWith(SPEC_STRUCTURE.revision), SPEC_REVISION);
});

test('no account speaks of what the spec does not have', () => {
  const steps = SPEC_STRUCTURE.algorithms.flatMap(({ name, steps: all }) =>
    all.map((number) => `${name} ${number}`),
  );
  const known = (all: readonly string[], of: object) => Object.keys(of).filter((each) => !all.includes(each));
  assert.deepEqual(known(steps, STEPS), []);
  assert.deepEqual(
    known(
      SPEC_STRUCTURE.sentences.map(({ id }) => id),
      SENTENCES,
    ),
    [],
  );
  assert.deepEqual(known(SPEC_STRUCTURE.definitions, DEFINITIONS), []);
});

test('every rule that names a step names one that the spec has', () => {
  const steps = new Set<string>(
    SPEC_STRUCTURE.algorithms.flatMap(({ name, steps: all }) => all.map((number) => `${name} ${number}`)),
  );
  const strange = allRules().flatMap(({ id, rule }) =>
    (rule.source.steps ?? []).filter((each) => !steps.has(each)).map((each) => `${id}: ${each}`),
  );
  assert.deepEqual(strange, []);
});

test('every statement leads to a page, and its rules are in the catalogue', () => {
  const rules = new Set(allRules().map(({ id }) => id));
  for (const { statement, url, rules: named } of coverage()) {
    assert.ok(URL.canParse(url), `${statement}: ${url}`);
    for (const rule of named) assert.ok(rules.has(rule), `${statement}: ${rule}`);
  }
});
