import type { Mutant, Mutants } from '../../fixtures/recorders/install.ts';
import type { Algorithms } from '../../fixtures/recorders/reference/algorithms/index.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { altered, damaged, redefine } from '../../fixtures/recorders/mutants/make.ts';

/** A collector that scans the stack may keep one object by chance, hardly all of them. */
const MARKERS = 8;

/** The reference with something else done once garbage was collected after start(). */
const untilCollected = (
  rule: string,
  misdeed: string,
  change: (normal: Algorithms, collected: (recorder: Recorder) => boolean) => Partial<Algorithms>,
): Mutant =>
  altered(rule, misdeed, (normal) => {
    const unreferenced = new WeakMap<Recorder, readonly WeakRef<object>[]>();
    return {
      start: (recorder, timeslice) => {
        unreferenced.set(
          recorder,
          Array.from({ length: MARKERS }, () => new WeakRef({})),
        );
        normal.start(recorder, timeslice);
      },
      ...change(
        normal,
        (recorder) => unreferenced.get(recorder)?.some((marker) => marker.deref() === undefined) === true,
      ),
    };
  });

type Listener = (event: Event) => void;

/** The reference with something else done with what a listener throws. */
const whenThrown = (rule: string, misdeed: string, then: (event: Event, error: unknown) => void): Mutant =>
  damaged(rule, misdeed, ({ prototype }) =>
    redefine(prototype, 'addEventListener', {
      configurable: true,
      writable: true,
      value(this: EventTarget, type: string, listener: unknown, options?: object) {
        if (!isListener(listener)) throw new Error('this mutant knows listeners that are functions alone');
        const guarded = (event: Event): void => {
          try {
            Reflect.apply(listener, this, [event]);
          } catch (error) {
            then(event, error);
          }
        };
        EventTarget.prototype.addEventListener.call(this, type, guarded, options);
      },
    }),
  );

function isListener(listener: unknown): listener is Listener {
  return typeof listener === 'function';
}

/** Recorders that are disturbed by garbage collection, or by handlers that throw. */
export const lifetimeMutants: Mutants = {
  'slices-end-with-the-garbage': untilCollected(
    'lifetime.unreferenced-goes-on',
    'No data comes unprompted once garbage was collected.',
    (normal, collected) => ({
      isSliceDue: (recorder, gathered, timeslice) =>
        !collected(recorder) && normal.isSliceDue(recorder, gathered, timeslice),
    }),
  ),
  'end-forgotten-with-the-garbage': untilCollected(
    'lifetime.unreferenced-ends',
    'Tracks that end do not end the recording once garbage was collected.',
    (normal, collected) => ({
      tracksEnded: (recorder, gathering) => {
        if (!collected(recorder)) normal.tracksEnded(recorder, gathering);
      },
    }),
  ),
  'throwing-handler-silences-others': whenThrown(
    'lifetime.throwing-handler-keeps-recording',
    'Listeners that come after one that throws are not called.',
    (event, error) => {
      event.stopImmediatePropagation();
      throw error;
    },
  ),
  'throwing-handler-ends-the-recording': whenThrown(
    'lifetime.throwing-handler-keeps-recording',
    'A listener that throws ends the recording.',
    ({ target }, error) => {
      if (target instanceof MediaRecorder && target.state !== 'inactive') target.stop();
      throw error;
    },
  ),
  'throwing-listener-unreported': whenThrown(
    'lifetime.throwing-handler-is-reported',
    'What a listener throws is reported to nobody.',
    () => undefined,
  ),
  'throwing-handler-reported-twice': damaged(
    'lifetime.throwing-handler-is-reported',
    'What a handler throws is reported twice.',
    ({ prototype }) => {
      const normal = Object.getOwnPropertyDescriptor(prototype, 'onstart');
      redefine(prototype, 'onstart', {
        set(this: MediaRecorder, handler: unknown) {
          normal?.set?.call(this, handler);
          if (isListener(handler)) EventTarget.prototype.addEventListener.call(this, 'start', handler);
        },
      });
    },
  ),
};
