import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Parser } from 'tap-parser';
import { badgeSvg } from './badge.ts';
import { ctrfReport } from './ctrf.ts';
import { githubReport } from './github.ts';
import { junitReport } from './junit.ts';
import { tapReport } from './tap.ts';
import { sampleResults } from './testing/sample-results.ts';
import { smallResults } from './testing/small-results.ts';
import { wptReport } from './wptreport.ts';

const large = sampleResults({ targets: 6, rules: 80, casesPerRule: 3 });
const RUNS = [smallResults(), large];

test('JUnit is XML whose counts are right and whose test names are unique across browsers', () => {
  for (const results of RUNS) {
    const text = junitReport(results);
    strictEqual(XMLValidator.validate(text), true);
    const parsed = new XMLParser({
      ignoreAttributes: false,
      isArray: (name) => name === 'testcase' || name === 'testsuite',
      processEntities: true,
    }).parse(text);
    const cases = parsed.testsuites.testsuite.flatMap((suite: { testcase: unknown[] }) => suite.testcase);
    const names = cases.map((entry: Record<string, string>) => `${entry['@_classname']} ${entry['@_name']}`);
    strictEqual(new Set(names).size, names.length);
    strictEqual(Number(parsed.testsuites['@_tests']), names.length);
    for (const kind of ['failure', 'error', 'skipped'])
      strictEqual(
        Number(parsed.testsuites[`@_${kind === 'skipped' ? kind : `${kind}s`}`]),
        cases.filter((entry: Record<string, unknown>) => kind in entry).length,
      );
  }
});

test('the badge is XML', () => {
  for (const results of RUNS) strictEqual(XMLValidator.validate(badgeSvg(results)), true);
});

test('CTRF keeps to its schema', () => {
  const entry = createRequire(import.meta.url).resolve('ctrf');
  const file = join(dirname(entry), 'ctrf-schema-0.0.json');
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  for (const results of RUNS) {
    const valid = validate(JSON.parse(ctrfReport(results)));
    ok(valid, JSON.stringify(validate.errors));
  }
});

test('TAP is read as it is meant', () => {
  const all = Parser.parse(tapReport(smallResults()));
  const asserts = all.flatMap((entry) => (entry[0] === 'assert' ? [entry[1]] : []));
  strictEqual(asserts.length, 15);
  strictEqual(asserts.filter(({ ok: good, skip }) => good && skip === false).length, 5);
  strictEqual(asserts.filter(({ skip }) => skip !== false).length, 2);
  strictEqual(asserts.filter(({ todo }) => todo !== false).length, 3);
  deepStrictEqual(
    all.filter(([kind]) => kind === 'extra' || kind === 'bailout'),
    [],
  );
});

test('wptreport holds every case once, in the words of Web Platform Tests', () => {
  const reports = JSON.parse(wptReport(smallResults()));
  strictEqual(reports.length, 2);
  const statuses = reports.flatMap((report: { results: { subtests: { status: string }[] }[] }) =>
    report.results.flatMap(({ subtests }) => subtests.map(({ status }) => status)),
  );
  strictEqual(statuses.length, 15);
  for (const status of statuses)
    ok(['PASS', 'FAIL', 'TIMEOUT', 'NOTRUN', 'PRECONDITION_FAILED'].includes(status), status);
});

test('a GitHub annotation is one line, whatever the results say', () => {
  const lines = githubReport(smallResults())
    .split('\n')
    .filter((line) => line !== '');
  strictEqual(lines.length, 7);
  for (const line of lines) ok(/^::(error|warning) title=/.test(line), line);
});
