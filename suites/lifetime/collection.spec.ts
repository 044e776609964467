import { conformance, type Context, kindOf } from '../kit/index.ts';

// Where all sources must behave alike, the one with both kinds of track stands for them.
const over = { source: ['both'] } as const;

/** What was heard of a recorder that nothing but its own listeners knows. */
interface Heard {
  readonly names: string[];
  readonly states: string[];
  /** Settles with the nth event of a name that comes from now on. */
  readonly next: (name: string, count?: number) => Promise<void>;
}

function startWith(recorder: MediaRecorder, [timeslice]: readonly number[]): void {
  if (timeslice === undefined) recorder.start();
  else recorder.start(timeslice);
}

/** Starts a recorder and drops it: it is referred to by nothing in script when this returns. */
function startAndDrop(t: Context, stream: MediaStream, ...args: readonly number[]): Heard {
  const names: string[] = [];
  const states: string[] = [];
  let told = (): void => {};
  const recorder = t.construct(stream);
  for (const name of ['start', 'dataavailable', 'stop', 'error'])
    recorder.addEventListener(name, (event) => {
      t.trace.note(`event ${name} of the dropped recorder, a ${kindOf(event.target)}`);
      names.push(name);
      const { target } = event;
      states.push(target !== null && 'state' in target ? String(target.state) : 'none');
      told();
    });
  startWith(recorder, args);
  return {
    names,
    states,
    next: async (name, count = 1) => {
      const before = names.filter((each) => each === name).length;
      await new Promise<void>((resolve) => {
        told = () => {
          if (names.filter((each) => each === name).length >= before + count) resolve();
        };
      });
    },
  };
}

conformance('lifetime.unreferenced-goes-on', { over, assertions: 2 }, async (t, { source }) => {
  const { stream } = await t.source(source);
  const heard = startAndDrop(t, stream, 100);
  await heard.next('start');
  await t.media();
  await t.collected();
  const before = heard.names.length;
  await t.awaited('event dataavailable', heard.next('dataavailable', 2));
  const after = heard.names.slice(before);
  t.assert.include(after, 'dataavailable', 'events after the collection');
  t.assert.notInclude(after, 'stop', 'events after the collection');
});

conformance('lifetime.unreferenced-ends', { over, assertions: 2 }, async (t, { source }) => {
  const { stream } = await t.source(source);
  const heard = startAndDrop(t, stream);
  await heard.next('start');
  await t.media('plenty');
  await t.collected();
  const stopped = heard.next('stop');
  for (const track of stream.getTracks()) track.stop();
  await t.awaited('event stop', stopped);
  t.assert.equal(heard.names.join(', '), 'start, dataavailable, stop', 'events of the dropped recorder');
  t.assert.equal(heard.states.at(-1), 'inactive', 'state of the target of its stop event');
});
