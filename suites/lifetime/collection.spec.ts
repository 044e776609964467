import { conformance, type Context } from '../kit/index.ts';

// Where all sources must behave alike, the one with both kinds of track stands for them.
const over = { source: ['both'] } as const;

const TIMESLICE_MS = 100;

/** What was heard of a recorder that nothing but its own listeners knows once it was dropped. */
interface Heard {
  readonly names: string[];
  readonly states: string[];
  /** Settles with the nth event of a name that comes from now on. */
  readonly next: (name: string, count?: number) => Promise<void>;
  /** From now on the recorder is referred to by nothing in script. */
  readonly drop: () => void;
}

/** Starts a recorder that is held until it is dropped. */
function startHeld(t: Context, stream: MediaStream, timeslice?: number): Heard {
  const names: string[] = [];
  const states: string[] = [];
  let told = (): void => {};
  let held: MediaRecorder | undefined = t.construct(stream);
  for (const name of ['start', 'dataavailable', 'stop', 'error'])
    held.addEventListener(name, (event) => {
      t.trace.note(`event ${name} of a recorder that is ${held === undefined ? 'dropped' : 'held'}`);
      names.push(name);
      const { target } = event;
      states.push(target !== null && 'state' in target ? String(target.state) : 'none');
      told();
    });
  if (timeslice === undefined) held.start();
  else held.start(timeslice);
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
    drop: () => {
      held = undefined;
    },
  };
}

conformance('lifetime.unreferenced-goes-on', { over, assertions: 3 }, async (t, { source }) => {
  const { stream } = await t.source(source);
  const heard = startHeld(t, stream, TIMESLICE_MS);
  await t.awaited('event dataavailable', heard.next('dataavailable'), TIMESLICE_MS);
  t.assert.include(heard.names, 'dataavailable', 'events while the recorder was held');
  heard.drop();
  await t.collected();
  const before = heard.names.length;
  await t.awaited('event dataavailable', heard.next('dataavailable', 2), TIMESLICE_MS);
  const after = heard.names.slice(before);
  t.assert.include(after, 'dataavailable', 'events after the collection');
  t.assert.notInclude(after, 'stop', 'events after the collection');
});

conformance('lifetime.unreferenced-ends', { over, assertions: 2 }, async (t, { source }) => {
  const { stream } = await t.source(source);
  const heard = startHeld(t, stream);
  await heard.next('start');
  await t.media('plenty');
  heard.drop();
  await t.collected();
  const stopped = heard.next('stop');
  for (const track of stream.getTracks()) track.stop();
  await t.awaited('event stop', stopped);
  t.assert.equal(heard.names.join(', '), 'start, dataavailable, stop', 'events of the dropped recorder');
  t.assert.equal(heard.states.at(-1), 'inactive', 'state of the target of its stop event');
});
