import type { Mutants } from '../../fixtures/recorders/install.ts';
import type { Algorithms } from '../../fixtures/recorders/reference/algorithms/index.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { altered, damaged, getterOf, noticedWhere, redefine } from '../../fixtures/recorders/mutants/make.ts';

/** The document goes away while this runs, and with it the names of its global object. */
const { Error, EventTarget, Reflect } = globalThis;
type Listener = (event: Event) => void;

const home = globalThis.document;

const isGone = (): boolean => home.defaultView === null;

/** Does something when a script takes the frame of this document away; nothing of a frame runs by itself afterwards. */
function whenRemoved(act: () => void): void {
  const frame = globalThis.frameElement;
  if (frame === null) return;
  Object.defineProperty(frame, 'remove', {
    configurable: true,
    value: () => {
      Reflect.deleteProperty(frame, 'remove');
      frame.remove();
      act();
    },
  });
}

/** Does something to a recorder when its document goes away. */
const removed =
  (act: (recorder: Recorder, normal: Algorithms) => void) =>
  (normal: Algorithms): Partial<Algorithms> => ({
    start: (recorder, timeslice) => {
      normal.start(recorder, timeslice);
      whenRemoved(() => act(recorder, normal));
    },
  });

/** A recorder whose methods do something else when its document is gone. */
const gone =
  (method: 'stop' | 'pause' | 'requestData', act: (recorder: Recorder) => void) =>
  (normal: Algorithms): Partial<Algorithms> => ({
    [method]: (recorder: Recorder) => {
      if (isGone()) act(recorder);
      else normal[method](recorder);
    },
  });

const throwPlain = (): never => {
  throw new Error('the document is gone');
};

/** Recorders that do not stand it when their document goes away. */
export const frameMutants: Mutants = {
  'constructor-throws-an-error-when-gone': altered(
    'lifetime.removed-frame-constructs',
    'The constructor throws an Error that is no DOMException when the document is gone.',
    (normal) => ({
      construct: (recorder, stream, options) => {
        if (isGone()) throwPlain();
        normal.construct(recorder, stream, options);
      },
    }),
  ),
  'constructor-records-when-gone': altered(
    'lifetime.removed-frame-constructs',
    'The constructor makes a recording recorder when the document is gone.',
    (normal) => ({
      construct: (recorder, stream, options) => {
        normal.construct(recorder, stream, options);
        if (isGone()) recorder.state = 'recording';
      },
    }),
  ),
  'start-throws-an-error-when-gone': altered(
    'lifetime.removed-frame-starts',
    'start() throws an Error that is no DOMException when the document is gone.',
    (normal) => ({
      start: (recorder, timeslice) => {
        if (isGone()) throwPlain();
        normal.start(recorder, timeslice);
      },
    }),
  ),
  'start-ignored-when-gone': altered(
    'lifetime.removed-frame-starts',
    'start() does nothing when the document is gone.',
    (normal) => ({
      start: (recorder, timeslice) => {
        if (!isGone()) normal.start(recorder, timeslice);
      },
    }),
  ),
  ...Object.fromEntries(
    (['stop', 'pause', 'requestData'] as const).map((method) => [
      `${method}-throws-an-error-when-gone`,
      noticedWhere(
        { method },
        altered(
          'lifetime.removed-frame-calls',
          `${method}() throws an Error that is no DOMException when the document is gone.`,
          gone(method, throwPlain),
        ),
      ),
    ]),
  ),
  ...Object.fromEntries(
    (['stop', 'pause'] as const).map((method) => [
      `${method}-ignored-when-gone`,
      noticedWhere(
        { method },
        altered(
          'lifetime.removed-frame-calls',
          `${method}() does nothing when the document is gone.`,
          gone(method, () => {}),
        ),
      ),
    ]),
  ),
  'attributes-throw-when-gone': damaged(
    'lifetime.removed-frame-attributes',
    'Reading the bitrate of sound throws when the document is gone.',
    ({ prototype }) => {
      const normal = getterOf(prototype, 'audioBitsPerSecond');
      redefine(prototype, 'audioBitsPerSecond', {
        get(this: object) {
          return isGone() ? throwPlain() : normal(this);
        },
      });
    },
  ),
  'paused-when-gone': altered(
    'lifetime.removed-frame-ends',
    'A recorder is paused when its document goes away.',
    removed((recorder, normal) => normal.setState(recorder, 'paused')),
  ),
  'tracks-stopped-when-gone': altered(
    'lifetime.removed-frame-keeps-others',
    'A recorder whose document goes away stops the tracks of its stream.',
    removed(({ stream }) => {
      for (const track of stream.getTracks()) track.stop();
    }),
  ),
  'listeners-called-when-gone': damaged(
    'lifetime.removed-frame-in-handler',
    'Listeners are called once more when one has removed the document.',
    ({ prototype }) => {
      const known = new WeakMap<EventTarget, { readonly type: string; readonly listener: Listener }[]>();
      redefine(prototype, 'addEventListener', {
        configurable: true,
        writable: true,
        value(this: EventTarget, type: string, listener: Listener, options?: object) {
          const all = known.get(this) ?? [];
          known.set(this, [...all, { type, listener }]);
          const outer = (event: Event): void => {
            const wasGone = isGone();
            Reflect.apply(listener, this, [event]);
            if (wasGone || !isGone()) return;
            const later = known.get(this)?.filter((each) => each.type === type && each.listener !== listener);
            for (const each of later ?? []) Reflect.apply(each.listener, this, [event]);
          };
          EventTarget.prototype.addEventListener.call(this, type, outer, options);
        },
      });
    },
  ),
  'recording-again-when-gone': altered(
    'lifetime.removed-frame-in-data-handler',
    'When a handler of the last data removes the document the recorder is recording again.',
    (normal) => ({
      fireBlobEvent: (recorder, gathered) => {
        normal.fireBlobEvent(recorder, gathered);
        if (isGone()) normal.setState(recorder, 'recording');
      },
    }),
  ),
};
