import { conformance } from '../kit/index.ts';
import { INTERFACES } from './surface.ts';

/** The type of a global of a name, as a dedicated worker sees it. */
async function typeInWorker(name: string): Promise<string> {
  const source = new Blob([`postMessage(typeof self[${JSON.stringify(name)}])`], { type: 'text/javascript' });
  const url = URL.createObjectURL(source);
  const worker = new Worker(url);
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }) => resolve(String(data)));
      worker.addEventListener('error', ({ message }) => reject(new Error(`the worker failed: ${message}`)));
    });
  } finally {
    worker.terminate();
    URL.revokeObjectURL(url);
  }
}

const windowOnly = INTERFACES.filter(({ exposed }) => exposed.every((scope) => scope === 'Window'));

conformance(
  'idl.absent-in-worker',
  { over: { interface: windowOnly.map(({ name }) => name) }, assertions: 3 },
  async (t, { interface: name }) => {
    t.assert.equal(typeof Reflect.get(globalThis, name), 'function', `${name} in a window`);
    t.assert.equal(await typeInWorker('EventTarget'), 'function', 'EventTarget in a worker');
    t.assert.equal(await typeInWorker(name), 'undefined', `${name} in a worker`);
  },
);
