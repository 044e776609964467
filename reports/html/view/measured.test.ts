import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { sampleResults } from '../../testing/sample-results.ts';
import { payloadOf } from '../payload.ts';
import { measuredGroups } from './measured.ts';
import { modelOf } from './model.ts';

const results = sampleResults({ targets: 3, rules: 12, casesPerRule: 1 });

test('metrics are grouped by the rule whose cases report them', () => {
  const [target, ...others] = results.targets;
  const [first, ...rest] = target?.cases ?? [];
  const [attempt] = first?.attempts ?? [];
  if (target === undefined || first === undefined || attempt === undefined) throw new Error('no case');
  const measuring = { ...first, attempts: [{ ...attempt, metrics: target.metrics.slice(0, 1) }] };
  const run = { ...results, targets: [{ ...target, cases: [measuring, ...rest] }, ...others] };
  const groups = measuredGroups(modelOf(payloadOf(run)));
  const rule = results.rules.find(({ id }) => id === first.rule);
  deepStrictEqual(
    groups.map(({ title, spreads }) => [title, spreads.map(({ name }) => name)]),
    [
      [rule?.statement, ['start() to start event, video']],
      ['Measured', ['time between slices at 100 ms, both']],
    ],
  );
});

test('bitrates are put together in kbit/s, intervals know what was asked for, facts stand apart', () => {
  const [group] = measuredGroups(modelOf(payloadOf(results)));
  const [video] = group?.bitrates ?? [];
  strictEqual(video?.kind, 'video');
  strictEqual(video.targets.length, 3);
  const [points = []] = video.targets.map((target) => target.points);
  deepStrictEqual(
    points.map(({ asked }) => asked),
    [200, 800, 2500],
  );
  const reached = results.targets[0]?.metrics.find(({ name }) => name.includes('2500'))?.samples ?? [];
  strictEqual(points[2]?.reached.max, Math.max(...reached) * 25);
  strictEqual(group?.spreads.find(({ name }) => name.startsWith('time between'))?.asked, 100);
  deepStrictEqual(
    group.facts.map(({ name }) => name),
    ['seekable without repair, both'],
  );
});
