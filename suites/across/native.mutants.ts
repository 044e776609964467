import type { Install, Mutant, Mutants, RecorderClass } from '../../fixtures/recorders/install.ts';

/** The browser's own recorder with something put before it. */
const over = (breaks: Mutant['breaks'], misdeed: string, install: Install): Mutant => ({
  breaks,
  misdeed,
  over: 'native',
  install,
});

type Listener = Parameters<MediaRecorder['addEventListener']>[1];
type Heard = (event: Event, listener: EventListener) => void;

/** The browser's own recorder with something else done where a listener would hear of an event. */
const hearing = (name: string, heard: Heard): Install => {
  const wrapped = (self: EventTarget, listener: Listener): Listener =>
    typeof listener === 'function'
      ? (event: Event) => heard(event, (other) => Reflect.apply(listener, self, [other]))
      : listener;
  return (native) =>
    class extends native {
      override addEventListener(type: string, listener: Listener, options?: AddEventListenerOptions): void {
        super.addEventListener(type, type === name ? wrapped(this, listener) : listener, options);
      }
    };
};

const anyType = (native: RecorderClass): RecorderClass =>
  class extends native {
    static override isTypeSupported(): boolean {
      return true;
    }
  };

/** Browsers' own recorders that are broken: what is caught must not depend on how the reference is written. */
export const nativeMutants: Mutants = {
  'native-pause-ignored': over(
    ['pause.sets-paused'],
    'pause() does nothing.',
    (native) =>
      class extends native {
        override pause(): void {}
      },
  ),
  'native-resume-ignored': over(
    ['resume.sets-recording'],
    'resume() does nothing.',
    (native) =>
      class extends native {
        override resume(): void {}
      },
  ),
  'native-stop-late': over(
    ['stop.sets-inactive'],
    'stop() begins in a later task.',
    (native) =>
      class extends native {
        override stop(): void {
          if (this.state === 'inactive') super.stop();
          else setTimeout(() => super.stop());
        }
      },
  ),
  'native-start-ignored-while-active': over(
    ['start.throws-while-recording', 'start.throws-while-paused'],
    'start() does nothing where it has to throw.',
    (native) =>
      class extends native {
        override start(timeslice?: number): void {
          if (this.state !== 'inactive') return;
          if (timeslice === undefined) super.start();
          else super.start(timeslice);
        }
      },
  ),
  'native-timeslice-ignored': over(
    ['timeslice.comes-unprompted'],
    'The timeslice is ignored.',
    (native) =>
      class extends native {
        override start(): void {
          super.start();
        }
      },
  ),
  'native-request-ignored': over(
    ['request-data.fires-data-once'],
    'requestData() does nothing while recording.',
    (native) =>
      class extends native {
        override requestData(): void {
          if (this.state === 'inactive') super.requestData();
        }
      },
  ),
  'native-stop-event-twice': over(
    ['stop.fires-data-then-stop'],
    'The stop event is heard twice.',
    hearing('stop', (event, listener) => {
      listener(event);
      listener(event);
    }),
  ),
  'native-data-cut': over(
    ['media.whole'],
    'The last third of every Blob is lost.',
    hearing('dataavailable', (event, listener) => {
      if (!(event instanceof BlobEvent)) return;
      const { data, timecode } = event;
      const rest = data.slice(0, Math.floor((data.size * 2) / 3), data.type);
      listener(new BlobEvent('dataavailable', { data: rest, timecode }));
    }),
  ),
  'native-supports-anything': over(
    ['is-type-supported.no-mime-type', 'is-type-supported.no-container'],
    'isTypeSupported() is true for anything.',
    anyType,
  ),
  'native-takes-any-type': over(
    ['constructor.unsupported-type-throws'],
    'The constructor ignores types that it does not support.',
    (native) =>
      class extends native {
        constructor(stream: MediaStream, options: MediaRecorderOptions = {}) {
          const { mimeType = '', ...rest } = options;
          super(stream, native.isTypeSupported(mimeType) ? options : rest);
        }
      },
  ),
};
