import { SourceError } from '../../fixtures/streams/limit.ts';
import { Fitting } from '../../fixtures/recorders/fitting.ts';
import { LIMITS } from './limits.ts';
import { taskTurn } from './turns.ts';

/** A document that a case made for itself, with the subject in it. */
export interface Frame {
  readonly element: HTMLIFrameElement;
  readonly window: Window;
  /** The recorder under test, as this document has it. */
  readonly construct: (...args: readonly unknown[]) => MediaRecorder;
  /** A plain event target of this document. */
  readonly eventTarget: () => EventTarget;
  /** A function of this document that throws; what it throws is reported here and nowhere else. */
  readonly thrower: (message: string) => () => void;
  /** Whether a recorder was made here, and the document is gone since. */
  readonly hasLost: (recorder: MediaRecorder) => boolean;
  /** Takes the document away, or puts another one in its place. */
  readonly leave: (way: 'removed' | 'navigated') => Promise<void>;
}

/**
 * A served frame is no such thing: it did not load, or has another recorder than this document. Like a source that
 * fails it says nothing about a recorder, so its case is run again.
 */
class FrameError extends SourceError {
  override readonly name = 'FrameError';
}

/** Opens a served frame beside this document; one made of about:blank would not carry the subject. */
export async function openFrame(): Promise<Frame> {
  const element = document.createElement('iframe');
  element.style.cssText = 'position: fixed; left: 0; bottom: 0; width: 20px; height: 20px; border: 0';
  element.src = frameUrl();
  const loaded = nextLoad(element);
  document.body.append(element);
  await loaded;
  const { contentWindow } = element;
  if (contentWindow === null) throw new FrameError('The frame has no window');
  const fitted = await Fitting.of(contentWindow).ready(LIMITS.controlMs);
  if (fitted.kind === 'unfit') throw new FrameError(`The frame has no recorder to test: ${fitted.message}`);
  const Recorder = ownConstructor(contentWindow, 'MediaRecorder');
  const made = new Set<MediaRecorder>();
  let gone = false;
  return {
    element,
    window: contentWindow,
    construct: (...args) => {
      const recorder: MediaRecorder = Reflect.construct(Recorder, args);
      made.add(recorder);
      return recorder;
    },
    eventTarget: () => Reflect.construct(ownConstructor(contentWindow, 'EventTarget'), []),
    thrower: (message) =>
      Reflect.construct(ownConstructor(contentWindow, 'Function'), [
        `throw new Error(${JSON.stringify(message)})`,
      ]),
    hasLost: (recorder) => gone && made.has(recorder),
    leave: async (way) => {
      gone = true;
      if (way === 'removed') element.remove();
      else {
        const arrival = nextLoad(element);
        element.src = `${frameUrl()}?again`;
        await arrival;
      }
      await taskTurn();
    },
  };
}

function ownConstructor(window: Window, name: string): Function {
  const own: unknown = Reflect.get(window, name);
  if (typeof own !== 'function') throw new FrameError(`The frame has no ${name}`);
  return own;
}

/** The server has an empty page with the subject for every lane; this lane's address is beside it. */
function frameUrl(): string {
  return location.pathname.replace('/lane/', '/frame/');
}

function nextLoad(element: HTMLIFrameElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new FrameError(`A frame did not load within ${LIMITS.controlMs} ms`)),
      LIMITS.controlMs,
    );
    element.addEventListener(
      'load',
      () => {
        clearTimeout(late);
        resolve();
      },
      { once: true },
    );
  });
}
