import { match, ok, strictEqual } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { compare } from './compare.ts';
import { comparisonMarkdown, comparisonText } from './comparison.ts';
import { REPORTERS } from './registry.ts';
import type { Reporter, ReportContext } from './reporter.ts';
import { sampleResults } from './testing/sample-results.ts';
import { smallResults } from './testing/small-results.ts';
import { PACKAGE_ROOT } from '../harness/api/package-root.ts';

/** `UPDATE_GOLDEN=1 npm test` writes them anew; whoever does reads the difference. */
const GOLDEN = pathToFileURL(join(PACKAGE_ROOT, 'reports', 'testing', 'golden', '/'));

const context: ReportContext = {
  colour: false,
  columns: 80,
  template: '<script type="application/json" id="results">@@results@@</script>',
  report: 'https://example.org/report/index.html',
  page: 'results/2026-11-20T09-30-00/index.html',
  published: {
    version: '1.0.0',
    features: { stop: { chrome: { version_added: false } }, start: { chrome: [{ version_added: '47' }] } },
  },
};

function golden(name: string, text: string): void {
  const file = new URL(`${name}.golden`, GOLDEN);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
  strictEqual(text, readFileSync(file, 'utf8'));
}

for (const [name, reporter] of Object.entries<Reporter>(REPORTERS)) {
  // The page and the results themselves are whole documents: their own tests look into them.
  if (name === 'html' || name === 'json') continue;
  test(`${name} says what it said before`, () => golden(name, reporter.render(smallResults(), context)));
}

test('a comparison says what it said before', () => {
  const before = smallResults();
  const targets = before.targets.map((target) => ({
    ...target,
    cases: target.cases.map((result) => ({
      ...result,
      verdict: result.verdict === 'pass' ? ('fail' as const) : ('pass' as const),
    })),
  }));
  const comparison = compare(before, { ...before, rules: before.rules.slice(1), targets });
  golden('comparison', comparisonText(comparison, false));
  golden('comparison-markdown', comparisonMarkdown(comparison));
});

test('every reporter copes with a run that did nothing, and with a large one', () => {
  const empty = { ...smallResults(), rules: [], targets: [] };
  const large = sampleResults({ targets: 6, rules: 80, casesPerRule: 2 });
  for (const reporter of Object.values<Reporter>(REPORTERS)) {
    reporter.render(empty, context);
    ok(reporter.render(large, context).length > 0);
  }
});

test('every reporter has a file of its own', () => {
  const files = Object.values(REPORTERS).map(({ file }) => file);
  strictEqual(new Set(files).size, files.length);
});

test('the console report keeps to its width, and lets no control character through', () => {
  for (const results of [smallResults(), sampleResults({ targets: 7, rules: 60, casesPerRule: 1 })]) {
    const text = REPORTERS.console.render(results, context);
    for (const line of text.split('\n')) ok(line.length <= 80, line);
    // eslint-disable-next-line no-control-regex -- naming the control characters is the point
    ok(!/[\u0000-\u0009\u000B-\u001F]/.test(text));
  }
  ok(REPORTERS.console.render(smallResults(), { ...context, colour: true }).includes('\u001B[31m'));
});

test('Markdown stays far under a mebibyte, and says what it leaves out', () => {
  const text = REPORTERS.markdown.render(
    sampleResults({ targets: 20, rules: 375, casesPerRule: 4 }),
    context,
  );
  ok(text.length < 500_000);
  match(text, /… and \d+ more rules, all in the report\./);
});

test('an incomplete run is called incomplete', () => {
  const results = smallResults();
  const stopped = { ...results, targets: results.targets.map((target) => ({ ...target, complete: false })) };
  match(REPORTERS.console.render(stopped, context), /incomplete/);
  match(REPORTERS.markdown.render(stopped, context), /incomplete/);
  match(REPORTERS.badge.render(stopped), /incomplete/);
});
