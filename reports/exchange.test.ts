import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { decode, Results } from '../harness/protocol/index.ts';
import { declarationLines, exchanges } from './exchange.ts';
import { markdownReport } from './markdown/index.ts';
import { summarise } from './summary.ts';
import { smallResults } from './testing/small-results.ts';

const RULES = ['gained', 'lost', 'unclaimed', 'neither', 'both', 'trust', 'should', 'unclear'] as const;
type Name = (typeof RULES)[number];

/** Verdicts of the rules in the order of their names: native, then the polyfill. */
const VERDICTS: Readonly<Record<Name, readonly [own: string, its: string]>> = {
  gained: ['fail', 'pass'],
  lost: ['pass', 'timeout'],
  unclaimed: ['pass', 'unsupported'],
  neither: ['fail', 'crash'],
  both: ['pass', 'pass'],
  trust: ['pass', 'fail'],
  should: ['pass', 'fail'],
  unclear: ['pass', 'fail'],
};

/** A native recorder and a polyfill in one browser, another browser's native one, and a polyfill alone. */
function results(): Results {
  const small = smallResults();
  const [target] = small.targets;
  const of = (id: string, subject: object, side: 0 | 1, browser: object = {}): unknown => ({
    ...target,
    id,
    subject,
    browser: { ...target?.browser, ...browser },
    cases: RULES.map((name) => {
      const verdict = VERDICTS[name][side];
      const attempt = { outcome: verdict, durationMs: 1, ...(verdict === 'pass' ? {} : { message: 'so' }) };
      return { id: `start.${name}`, rule: `start.${name}`, verdict, attempts: [attempt] };
    }),
  });
  const declaration = {
    name: 'my-recorder',
    records: ['audio'],
    declines: [{ rules: ['pause.*'], reason: 'It cannot pause' }],
  };
  return decode(
    Results,
    {
      ...small,
      rules: RULES.map((name) => ({
        ...small.rules[0],
        id: `start.${name}`,
        level: name === 'should' ? 'should' : 'must',
        standing: name === 'unclear' ? 'unclear' : 'settled',
        statement: `It is ${name}.`,
        ...(name === 'trust' ? { beyondScripts: 'Only browsers can.' } : {}),
      })),
      targets: [
        of('a', { kind: 'native', name: 'MediaRecorder' }, 0),
        of('a-mine', { kind: 'polyfill', name: './x/mine.js', declaration }, 1),
        of('b', { kind: 'native', name: 'MediaRecorder' }, 0, { version: '1.0' }),
        of('c-mine', { kind: 'polyfill', name: './x/mine.js' }, 1, { version: '2.0' }),
      ],
    },
    'results',
  );
}

test('a polyfill is held against the native recorder of the same browser, in firm must-rules', () => {
  const [exchange, ...others] = exchanges(results());
  deepStrictEqual(others, []);
  equal(exchange?.target.id, 'a-mine');
  equal(exchange?.native.id, 'a');
  for (const name of ['gained', 'lost', 'unclaimed', 'neither', 'beyond'] as const)
    deepStrictEqual(
      exchange?.[name].map(({ id }) => id),
      [name === 'beyond' ? 'start.trust' : `start.${name}`],
    );
  equal(exchange?.both, 1);
});

test('what no script can keep is no part of the conformance of one, and stays part of a browser', () => {
  const [native, polyfill] = summarise(results()).targets;
  deepStrictEqual([native?.conformance.decided, native?.beyond.decided], [6, 0]);
  deepStrictEqual([polyfill?.conformance.decided, polyfill?.conformance.unsupported], [4, 1]);
  deepStrictEqual([polyfill?.beyond.kept, polyfill?.beyond.decided], [0, 1]);
});

test('a declaration is told in sentences', () => {
  const [, polyfill] = results().targets;
  ok(polyfill !== undefined);
  deepStrictEqual(declarationLines(polyfill), ['It records audio only.', 'It cannot pause (pause.*)']);
});

test('the Markdown tells what is gained, lost and declared, and nothing where no recorder was put', () => {
  const text = markdownReport(results());
  ok(/\| my-recorder in Chromium[^|]*\| \*\*1\*\* \| \*\*1\*\* \| 1 \| 1 \| 1 \| 1 \|/.test(text), text);
  ok(text.includes('loses:\n  - It is lost.'));
  ok(text.includes('declares: It records audio only.'));
  equal(markdownReport(smallResults()).includes('gains and costs'), false);
});
