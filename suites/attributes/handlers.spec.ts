import { ANY_KIND, conformance, kindOf, taskTurn } from '../kit/index.ts';

const NAMES = ['start', 'stop', 'dataavailable', 'pause', 'resume', 'error'] as const;

const over = { event: NAMES };

const NO_OBJECTS: Readonly<Record<string, unknown>> = {
  undefined: undefined,
  string: 'recorder.stop()',
  number: 1,
  boolean: true,
  symbol: Symbol('handler'),
};

const handlerOf = (recorder: MediaRecorder, event: string): unknown => Reflect.get(recorder, `on${event}`);

const setHandler = (recorder: MediaRecorder, event: string, value: unknown): void => {
  Reflect.set(recorder, `on${event}`, value);
};

conformance('attributes.handler-null-at-first', { over }, async (t, { event }) => {
  t.assert.strictEqual(handlerOf(t.construct(new MediaStream()), event), null);
});

conformance('attributes.handler-keeps-function', { over, assertions: 3 }, async (t, { event }) => {
  const recorder = t.construct(new MediaStream());
  const [first, second] = [(): void => {}, (): void => {}];
  for (const handler of [first, second]) {
    setHandler(recorder, event, handler);
    t.assert.equal(handlerOf(recorder, event) === handler, true, 'it is the function that was set');
  }
  setHandler(recorder, event, null);
  t.assert.equal(handlerOf(recorder, event), null, 'after it was set to null');
});

conformance(
  'attributes.handler-drops-primitives',
  { over: { ...over, given: Object.keys(NO_OBJECTS) }, assertions: 2 },
  async (t, { event, given }) => {
    const recorder = t.construct(new MediaStream());
    setHandler(recorder, event, () => {});
    t.assert.equal(kindOf(handlerOf(recorder, event)), '[object Function]', 'before');
    setHandler(recorder, event, NO_OBJECTS[given]);
    t.assert.equal(handlerOf(recorder, event), null, `after it was set to ${given}`);
  },
);

conformance('attributes.handler-keeps-objects', { over, assertions: 3 }, async (t, { event }) => {
  const recorder = t.construct(new MediaStream());
  const seen: string[] = [];
  const object = { handleEvent: () => seen.push('handleEvent') };
  setHandler(recorder, event, object);
  t.assert.equal(handlerOf(recorder, event) === object, true, 'it is the object that was set');
  recorder.addEventListener(event, () => seen.push('listener'));
  t.succeeds(() => recorder.dispatchEvent(new Event(event)));
  t.assert.equal(seen.join(), 'listener', 'what was called');
});

conformance('attributes.handler-call', { over, assertions: 4 }, async (t, { event }) => {
  const recorder = t.construct(new MediaStream());
  const calls: { self: unknown; args: readonly unknown[] }[] = [];
  setHandler(recorder, event, function handler(this: unknown, ...args: readonly unknown[]) {
    calls.push({ self: this, args });
  });
  const dispatched = event === 'error' ? new ErrorEvent('error', { message: 'no' }) : new Event(event);
  recorder.dispatchEvent(dispatched);
  t.assert.equal(calls.length, 1, 'calls');
  t.assert.equal(calls[0]?.self === recorder, true, 'this is the recorder');
  t.assert.equal(calls[0]?.args.length, 1, 'arguments');
  t.assert.equal(calls[0]?.args[0] === dispatched, true, 'the argument is the event');
});

conformance('attributes.handler-replaced', { over }, async (t, { event }) => {
  const recorder = t.construct(new MediaStream());
  const seen: string[] = [];
  setHandler(recorder, event, () => seen.push('first'));
  setHandler(recorder, event, () => seen.push('second'));
  recorder.dispatchEvent(new Event(event));
  t.assert.equal(seen.join(), 'second', 'what was called');
});

conformance('attributes.handler-removed', { over, assertions: 2 }, async (t, { event }) => {
  const recorder = t.construct(new MediaStream());
  let calls = 0;
  setHandler(recorder, event, () => {
    calls += 1;
  });
  recorder.dispatchEvent(new Event(event));
  t.assert.equal(calls, 1, 'calls while it is set');
  setHandler(recorder, event, null);
  recorder.dispatchEvent(new Event(event));
  t.assert.equal(calls, 1, 'calls after it was set to null');
});

conformance('attributes.handler-order', { over, assertions: 3 }, async (t, { event }) => {
  const recorder = t.construct(new MediaStream());
  const seen: string[] = [];
  const order = (): string => {
    recorder.dispatchEvent(new Event(event));
    return seen.splice(0).join(', ');
  };
  recorder.addEventListener(event, () => seen.push('one'));
  setHandler(recorder, event, () => seen.push('handler'));
  recorder.addEventListener(event, () => seen.push('two'));
  t.assert.equal(order(), 'one, handler, two', 'in the order in which they were set');
  setHandler(recorder, event, () => seen.push('other handler'));
  t.assert.equal(order(), 'one, other handler, two', 'a new handler takes the place of the old');
  setHandler(recorder, event, null);
  setHandler(recorder, event, () => seen.push('handler'));
  t.assert.equal(order(), 'one, two, handler', 'after null it begins at the end');
});

conformance('attributes.handler-cancels', { over, assertions: 2 }, async (t, { event }) => {
  const recorder = t.construct(new MediaStream());
  setHandler(recorder, event, () => true);
  t.assert.equal(recorder.dispatchEvent(new Event(event, { cancelable: true })), true, 'it returned true');
  setHandler(recorder, event, () => false);
  t.assert.equal(recorder.dispatchEvent(new Event(event, { cancelable: true })), false, 'it returned false');
});

conformance('attributes.handlers-in-recording', ANY_KIND, async (t, { source }) => {
  const recorder = t.recorder((await t.source(source)).stream);
  const seen: string[] = [];
  for (const name of NAMES) setHandler(recorder.recorder, name, (event: Event) => seen.push(event.type));
  recorder.start();
  await recorder.event('start');
  recorder.pause();
  await recorder.event('pause');
  recorder.resume();
  await recorder.event('resume');
  await t.media();
  recorder.stop();
  await recorder.event('stop');
  // What waits for an event goes on before later listeners have had it.
  await taskTurn();
  t.assert.equal(seen.join(', '), 'start, pause, resume, dataavailable, stop', 'handlers called, in order');
});
