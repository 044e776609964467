import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { VERDICTS } from '../../../harness/protocol/index.ts';
import { LEVELS, SORTS, STANDINGS, type RulesQuery } from './query.ts';
import { readRoute, writeRoute, type Route } from './route.ts';

const name = fc.stringMatching(/^[a-z][a-z.-]{0,12}$/);

const query: fc.Arbitrary<RulesQuery> = fc.record(
  {
    text: fc.string({ unit: 'grapheme' }),
    verdicts: fc.subarray([...VERDICTS]),
    levels: fc.subarray([...LEVELS]),
    standings: fc.subarray([...STANDINGS]),
    sections: fc.uniqueArray(name),
    engines: fc.subarray(['chromium', 'firefox', 'webkit'] as const),
    where: fc.constantFrom('', 'disagree', 'fails-everywhere', 'fails-only-webkit', 'passes-2'),
    sort: fc.constantFrom(...SORTS),
    folded: fc.uniqueArray(name),
    open: fc.uniqueArray(name),
  },
  { noNullPrototype: true },
);

const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>(
    { view: 'overview' },
    { view: 'formats' },
    { view: 'measured' },
    { view: 'machine' },
  ),
  query.map((value): Route => ({ view: 'rules', query: value })),
  fc.record({ target: fc.string(), id: fc.string(), beside: fc.string() }).map((rest): Route => ({
    view: 'case',
    ...rest,
  })),
  fc.record({ before: fc.string(), after: fc.string() }).map((rest): Route => ({ view: 'compare', ...rest })),
);

test('every view has an address that leads back to it', () => {
  fc.assert(fc.property(route, (there) => deepStrictEqual(readRoute(writeRoute(there)), there)));
});

test('an address that nobody wrote leads somewhere all the same', () => {
  strictEqual(readRoute('').view, 'overview');
  strictEqual(readRoute('#/nowhere?x=1').view, 'overview');
  strictEqual(readRoute('#/rules?verdict=pass,nonsense&sort=sideways&q=%E0%A4%A').view, 'rules');
});

test('the address of a case can be read by people', () => {
  strictEqual(
    writeRoute({ view: 'case', target: 'firefox', id: 'start.slices;source=canvas', beside: '' }),
    '#/case?id=start.slices;source%3Dcanvas&target=firefox',
  );
});
