import { deepStrictEqual, doesNotMatch, match, ok, strictEqual } from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { exampleCase, exampleResults } from '../../harness/protocol/testing/example-results.ts';
import type { Results } from '../../harness/protocol/index.ts';
import { sampleResults } from '../testing/sample-results.ts';
import { smallResults } from '../testing/small-results.ts';
import { consoleReport } from './index.ts';

const PAGE = 'results/2026-11-20T09-30-00/index.html';
const STYLE = { colour: false, columns: 80, page: PAGE } as const;

const HELD = { file: 'webkit.yaml', problems: [], writtenAgainst: '2.54.2' } as const;
const known = { outcomes: ['fail'], reason: 'It does.', at: 'webkit.yaml:3' } as const;
const asKnown = exampleCase('a.known', 'fail', { expected: true, known });
const newFailure = exampleCase('a.new', 'fail', { expected: false });
const newPass = exampleCase('a.old', 'pass', { expected: false, known });

/** One run of WebKitGTK with these cases. */
function webkit(version: string, cases: Results['targets'][number]['cases'], expectations?: object): Results {
  return exampleResults({
    id: 'webkitgtk',
    engine: 'webkit',
    browser: { name: 'WebKitGTK', version, driver: 'webdriver' },
    cases,
    ...(expectations === undefined ? {} : { expectations }),
  });
}

/** Where each of these stands in a text, all of them there and in this order. */
function inOrder(text: string, parts: readonly string[]): void {
  const places = parts.map((part) => text.lastIndexOf(part));
  for (const [index, place] of places.entries()) ok(place >= 0, parts[index]);
  deepStrictEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
}

describe('the console report', () => {
  test('ends with the verdict for each target, what to look at first, and the path of the report', () => {
    inOrder(consoleReport(smallResults(), STYLE), [
      'Rules kept',
      'metrics measured',
      'Failed unexpectedly: 6\n',
      'Passed unexpectedly: 1\n',
      'Tried again: 2\n',
      '! webkit.yaml:9',
      '\nChromium 156    3 of 5 must-rules kept · 3 cases failed\n',
      '\nWebKitGTK 2.52  1 of 5 must-rules kept\n',
      '\nLook first:\n',
      `\nReport: ${PAGE}\n`,
    ]);
    ok(consoleReport(smallResults(), STYLE).endsWith(`\nReport: ${PAGE}\n`));
  });

  test('leaves out the path where no HTML report is made', () => {
    doesNotMatch(consoleReport(smallResults(), { colour: false, columns: 80 }), /^Report:/m);
  });

  test('prints measurements only where nothing else was run', () => {
    const measured = 'Measured, never judged';
    ok(!consoleReport(smallResults(), STYLE).includes(measured));
    const results = smallResults();
    const rules = results.rules.map((rule) => ({ ...rule, standing: 'measured' as const }));
    inOrder(consoleReport({ ...results, rules }, STYLE), [measured, 'start() to start event', 'Report:']);
  });

  test('names what is broken everywhere and in one engine, where nothing was known before', () => {
    const text = consoleReport(sampleResults({ targets: 3, rules: 80, casesPerRule: 1 }), STYLE);
    match(text, /^Failed: \d+$/m);
    match(text, /^Look first:\n {2}- Broken in every engine: \S+/m);
    match(text, /^ {2}- Broken only in Firefox: \d+ must-rules, such as \S+$/m);
    doesNotMatch(text, /expected(ly)?$/m);
  });

  test('colours the same text', () => {
    for (const columns of [40, 60, 80, 120])
      strictEqual(
        stripVTControlCharacters(consoleReport(sample(), { colour: true, columns, page: PAGE })),
        consoleReport(sample(), { colour: false, columns, page: PAGE }),
      );
  });

  test('keeps to narrow terminals', () => {
    for (const columns of [40, 60])
      for (const line of consoleReport(sample(), { ...STYLE, columns }).split('\n'))
        ok(line.length <= columns || line === `Report: ${PAGE}`, line);
  });
});

/** A run of many targets without control characters in it. */
function sample(): Results {
  return sampleResults({ targets: 7, rules: 40, casesPerRule: 1 });
}

describe('what is said of cases and expectations', () => {
  const said = (results: Results): string => consoleReport(results, STYLE).split('\n').join(' ');

  test('that all failures were known', () => {
    match(said(webkit('2.54.2', [asKnown], HELD)), /WebKitGTK 2\.54 {2}1 case failed, as expected /);
    const another = exampleCase('a.other', 'crash', { expected: true, known });
    match(said(webkit('2.54.2', [asKnown, another], HELD)), /2 cases failed, all as expected /);
    match(said(webkit('2.54.2', [exampleCase('a.fine', 'pass')], HELD)), /no case failed, as expected /);
  });

  test('what of them was not, and what passed', () => {
    const all = said(webkit('2.54.2', [asKnown, newFailure, newPass], HELD));
    match(all, /2 cases failed, 1 unexpectedly, 1 case passed unexpectedly /);
    match(all, / - Failed unexpectedly: a\.new {3}- Passed unexpectedly: a\.old /);
    match(said(webkit('2.54.2', [newFailure], HELD)), /1 case failed unexpectedly /);
    match(
      said(webkit('2.54.2', [asKnown, newPass], HELD)),
      /1 case failed as expected, 1 case passed unexpectedly /,
    );
  });

  test('nothing of expectations where there are none', () => {
    const failed = exampleCase('a.fails', 'fail');
    match(said(webkit('2.54.2', [failed])), /WebKitGTK 2\.54 {2}1 case failed {2}Report:/);
    match(said(webkit('2.54.2', [exampleCase('a.fine', 'pass')])), /WebKitGTK 2\.54 {2}no case failed /);
  });

  test('that a browser is newer than the expectations, where it is not as they say', () => {
    const newer = 'WebKitGTK 2.54.3 is newer than what the expectations were written against (2.54.2).';
    const notice = (version: string, ...cases: readonly (typeof newPass)[]): boolean =>
      said(webkit(version, [...cases], HELD))
        .replaceAll(/\s+/g, ' ')
        .includes(newer);
    ok(notice('2.54.3', newPass));
    ok(notice('2.54.3', newFailure));
    ok(!notice('2.54.3', asKnown), 'all is as expected');
    ok(!notice('2.54.2', newPass), 'the version is known');
    ok(!notice('2.52.6', newPass), 'the version is older');
    const unstated = { file: 'webkit.yaml', problems: [] };
    doesNotMatch(said(webkit('2.54.3', [newPass], unstated)), /newer/);
  });

  test('that a target did not come to its end', () => {
    const { targets, ...rest } = webkit('2.54.2', [asKnown], HELD);
    const stopped = { ...rest, targets: targets.map((target) => ({ ...target, complete: false })) };
    match(said(stopped), /1 case failed, as expected · incomplete /);
  });
});
