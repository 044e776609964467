import { conformance } from '../kit/index.ts';
import { INTERFACES } from './surface.ts';
import { typesInWorker, WORKERS } from './workers.ts';
import { typesInWorklet } from './worklet.ts';

const windowOnly = INTERFACES.filter(({ exposed }) => exposed.every((scope) => scope === 'Window'));

conformance(
  'idl.absent-in-worker',
  { over: { interface: windowOnly.map(({ name }) => name), worker: WORKERS }, assertions: 3 },
  async (t, { interface: name, worker }) => {
    t.assert.equal(typeof Reflect.get(globalThis, name), 'function', `${name} in a window`);
    const [target, own] = await typesInWorker(worker, ['EventTarget', name]);
    t.assert.equal(target, 'function', `EventTarget in a ${worker} worker`);
    t.assert.equal(own, 'undefined', `${name} in a ${worker} worker`);
  },
);

conformance(
  'idl.absent-in-worklet',
  { over: { interface: windowOnly.map(({ name }) => name) }, assertions: 3 },
  async (t, { interface: name }) => {
    t.assert.equal(typeof Reflect.get(globalThis, name), 'function', `${name} in a window`);
    const [processor, own] = await typesInWorklet(['AudioWorkletProcessor', name]);
    t.assert.equal(processor, 'function', 'AudioWorkletProcessor in an audio worklet');
    t.assert.equal(own, 'undefined', `${name} in an audio worklet`);
  },
);
