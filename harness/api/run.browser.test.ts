import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import * as v from 'valibot';
import { decodeJson, type Results } from '../protocol/index.ts';
import { findBrowsers } from './browsers.ts';
import type { Clock } from './clock.ts';
import type { RunEvent } from './events.ts';
import { parseResults } from './output.ts';
import { run } from './run.ts';
import type { RunOptions } from './run-options.ts';
import { built } from './package-root.ts';

const SCHEMA = built('results.schema.json');
const GREP = 'sets-';

interface Watched {
  readonly results: Results;
  readonly events: readonly RunEvent[];
}

/** Runs to the end and keeps what happened on the way; `onEvent` may interfere. */
async function watched(options: RunOptions, onEvent: (event: RunEvent) => void = () => {}): Promise<Watched> {
  const { events, results } = run(options);
  const seen: RunEvent[] = [];
  for await (const event of events) {
    seen.push(event);
    onEvent(event);
  }
  return { results: await results, events: seen };
}

/** A clock whose time of day is turned back by an hour each time that it is looked at. */
function jumpingClock(): Clock {
  let looks = 0;
  return {
    now: () => {
      looks += 1;
      return new Date(Date.UTC(2026, 5, 1) - looks * 3_600_000);
    },
    passed: () => performance.now(),
  };
}

/** The published schema takes a results file, after its way through a file. */
async function assertValid(results: Results): Promise<void> {
  const text = JSON.stringify(results);
  const schema = decodeJson(v.record(v.string(), v.unknown()), await readFile(SCHEMA, 'utf8'), SCHEMA);
  const ajv = new Ajv({ strict: false, formats: { uri: true } });
  assert.equal(ajv.validate(schema, JSON.parse(text)), true, ajv.errorsText());
  assert.deepEqual(parseResults(text), JSON.parse(text));
}

function countOf(events: readonly RunEvent[], target: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const event of events)
    if (event.kind === 'case-finished' && event.target === target)
      counts.set(event.result.id, (counts.get(event.result.id) ?? 0) + 1);
  return counts;
}

test('every engine of this machine answers each case once, in results that the published schema takes', async () => {
  const browsers = await findBrowsers(undefined);
  assert.deepEqual(
    browsers.map(({ engine }) => engine),
    ['chromium', 'firefox', 'webkit'],
  );
  const { results, events } = await watched({ grep: GREP });
  await assertValid(results);
  assert.deepEqual(results.notRun, []);
  assert.equal(results.targets.length, 3);
  for (const target of results.targets) {
    assert.ok(target.complete, target.id);
    assert.ok(target.environment !== null && target.cases.length > 5, target.id);
    assert.equal(new Set(target.cases.map(({ id }) => id)).size, target.cases.length, 'no case stands twice');
    const counts = countOf(events, target.id);
    assert.deepEqual(new Set(counts.keys()), new Set(target.cases.map(({ id }) => String(id))));
    assert.ok(
      [...counts.values()].every((count) => count === 1),
      'each case is told of once',
    );
    const broken = target.cases.filter(({ verdict }) => verdict === 'harness-error');
    assert.deepEqual(broken, [], target.id);
    assert.ok(
      target.cases.some(({ verdict }) => verdict === 'pass'),
      target.id,
    );
  }
});

test('the events begin with the run and frame each target', async () => {
  const { results, events } = await watched({ browsers: ['chromium'], grep: 'start.sets-recording' });
  const kinds = events.map(({ kind }) => kind);
  assert.equal(kinds[0], 'run-started');
  assert.ok(kinds.indexOf('target-started') < kinds.indexOf('case-finished'));
  assert.equal(kinds.at(-1), 'target-finished');
  const done = events.flatMap((event) => (event.kind === 'case-finished' ? event.done : []));
  assert.deepEqual(
    done,
    done.map((_, index) => index + 1),
  );
  assert.equal(results.targets[0]?.cases.length, done.length);
});

test('an aborted run ends soon and hands over what it measured, marked incomplete, with what was not run', async () => {
  const controller = new AbortController();
  const { results } = await watched(
    { browsers: ['chromium'], workers: 1, signal: controller.signal },
    (event) => {
      if (event.kind === 'case-finished') controller.abort();
    },
  );
  await assertValid(results);
  const [target] = results.targets;
  assert.ok(target);
  assert.equal(target.complete, false);
  assert.ok(target.cases.length >= 1);
  assert.ok(results.notRun.length > 0);
  assert.deepEqual(
    target.cases.filter(({ id }) => results.notRun.includes(id)),
    [],
  );
});

test('a signal that was aborted before runs nothing', async () => {
  const signal = AbortSignal.abort();
  const { results } = await watched({ browsers: ['chromium'], grep: GREP, signal });
  await assertValid(results);
  assert.deepEqual(results.targets[0]?.cases, []);
  assert.equal(results.targets[0]?.complete, false);
});

test('a time of day that jumps changes no verdict and no duration', async () => {
  const rules = ['pause.sets-paused;source=canvas'];
  const began = performance.now();
  const { results } = await watched({ browsers: ['chromium'], rules, clock: jumpingClock() });
  const most = performance.now() - began;
  await assertValid(results);
  const [target] = results.targets;
  assert.deepEqual(
    target?.cases.map(({ verdict }) => verdict),
    ['pass'],
  );
  assert.ok(target.startedAt < results.startedAt, 'it was turned back on the way');
  for (const { durationMs } of [results, target]) assert.ok(durationMs > 0 && durationMs <= most);
});
