import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attempt, Metric } from '../protocol/index.ts';
import { metricsOf } from './metrics.ts';

const passed = (...metrics: Metric[]): Attempt => ({ outcome: 'pass', durationMs: 1, metrics });
const latency = (...samples: number[]): Metric => ({ name: 'latency', unit: 'ms', samples });

test('samples of one name are joined over cases and attempts', () => {
  const cases = [
    { attempts: [passed(latency(1, 2)), passed(latency(3))] },
    { attempts: [passed({ name: 'size', unit: 'bytes', samples: [9] }, latency(4))] },
  ];
  assert.deepEqual(metricsOf(cases), [latency(1, 2, 3, 4), { name: 'size', unit: 'bytes', samples: [9] }]);
});

test('the same name in another unit is another metric', () => {
  const cases = [{ attempts: [passed(latency(1)), passed({ name: 'latency', unit: 's', samples: [1] })] }];
  assert.equal(metricsOf(cases).length, 2);
});

test('what was measured before a crash or a fault is left out', () => {
  const failed: Attempt = { outcome: 'harness-error', message: 'x', durationMs: 1, metrics: [latency(1)] };
  assert.deepEqual(metricsOf([{ attempts: [failed, passed(latency(2))] }, { attempts: [] }]), [latency(2)]);
});
