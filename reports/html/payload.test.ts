import { deepStrictEqual, match, ok, strictEqual, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { sampleResults } from '../testing/sample-results.ts';
import { smallResults } from '../testing/small-results.ts';
import { DATA_MARKER, htmlReport } from './index.ts';

const TEMPLATE = `<script type="application/json">${DATA_MARKER}</script>`;

function embedded(page: string): string {
  return page.slice(TEMPLATE.indexOf(DATA_MARKER), page.length - '</script>'.length);
}

test('results are carried whole but for what was waited for, and nothing in them ends the script element', () => {
  const page = htmlReport(smallResults(), TEMPLATE);
  strictEqual(page.split('</script').length, 2);
  const told = JSON.stringify(smallResults(), (name, value: unknown) =>
    name === 'waits' ? undefined : value,
  );
  deepStrictEqual(JSON.parse(embedded(page)).results, JSON.parse(told));
});

test('deflated results are carried as text that needs no escape', () => {
  const page = htmlReport(smallResults(), TEMPLATE, {
    deflate: (text) => deflateRawSync(text).toString('base64'),
  });
  match(embedded(page), /^[A-Za-z0-9+/=]+$/);
  const text = inflateRawSync(Buffer.from(embedded(page), 'base64')).toString();
  strictEqual(JSON.parse(text).results.seed, 1);
});

test('a template without one single place for the results is refused', () => {
  throws(() => htmlReport(smallResults(), 'nothing'), /no single place/);
  throws(() => htmlReport(smallResults(), DATA_MARKER + DATA_MARKER), /no single place/);
});

test('a large run leaves out the traces of passes and stays far under eight megabytes', () => {
  const results = sampleResults({ targets: 20, rules: 375, casesPerRule: 4 });
  const page = htmlReport(results, TEMPLATE, { deflate: (text) => deflateRawSync(text).toString('base64') });
  ok(page.length < 2_000_000, `${page.length} characters`);
  const { tracesLeftOut, results: carried } = JSON.parse(
    inflateRawSync(Buffer.from(embedded(page), 'base64')).toString(),
  );
  strictEqual(tracesLeftOut, true);
  const attempts: { outcome: string; trace?: unknown }[] = carried.targets.flatMap(
    (target: { cases: { attempts: unknown[] }[] }) => target.cases.flatMap((result) => result.attempts),
  );
  ok(attempts.every(({ outcome, trace }) => (outcome === 'pass' ? trace === undefined : true)));
  ok(attempts.some(({ outcome, trace }) => outcome === 'fail' && trace !== undefined));
});
