import { FOREIGN_NUMBER } from '../../fixtures/streams/codes/frame-code.ts';
import { drawFrameNumber } from '../../fixtures/streams/codes/frame-picture.ts';
import type { Mutants } from '../../fixtures/recorders/install.ts';
import { altered, damaged, noticedWhere } from '../../fixtures/recorders/mutants/make.ts';
import { configured } from '../../fixtures/recorders/mutants/make-media.ts';

const CONTAINERS = ['video/webm', 'video/mp4'] as const;

/** Recorders that accept what they should refuse, or refuse it without a word. */
export const errorMutants: Mutants = {
  ...Object.fromEntries(
    CONTAINERS.map((container) => [
      `unknown-codec-recorded-in-${container.replace('/', '-')}`,
      noticedWhere(
        { container },
        configured(
          'errors.unknown-codec-is-refused',
          'For a codec that nobody knows another one is used.',
          ({ configuration }) => ({ configuration: { ...configuration, unknownCodec: false } }),
        ),
      ),
    ]),
  ),
  'unknown-codec-is-a-type-error': altered(
    'errors.unknown-codec-is-refused',
    'The constructor throws a TypeError for a codec that nobody knows.',
    (normal) => ({
      construct: (recorder, stream, options) => {
        if (options.mimeType.includes('not-yet-invented')) throw new TypeError('the codec is not known');
        normal.construct(recorder, stream, options);
      },
    }),
  ),
  'message-is-empty': altered('errors.message-says-why', 'A NotSupportedError says nothing.', (normal) => ({
    construct: (recorder, stream, options) => {
      if (!normal.isTypeSupported(options.mimeType, true)) throw new DOMException('', 'NotSupportedError');
      normal.construct(recorder, stream, options);
    },
  })),
  'foreign-picture-at-the-end': configured(
    'errors.tainted-canvas-leaks-nothing',
    'The last picture of a recording is the one of another origin that covered the canvas.',
    ({ capture }) => ({
      capture: {
        ...capture,
        frames: (track, take) => {
          const release = capture.frames(track, take);
          return () => {
            const canvas = new OffscreenCanvas(160, 120);
            const context = canvas.getContext('2d', { alpha: false });
            if (context !== null) drawFrameNumber(context, FOREIGN_NUMBER);
            take(new VideoFrame(canvas, { timestamp: 0 }), performance.now());
            release();
          };
        },
      },
    }),
  ),
  'foreign-sound-is-captured': damaged(
    'errors.foreign-element',
    'What an element plays from another origin can be captured and recorded.',
    () => {
      // No script hears such sound, so that another stands for it.
      Object.defineProperty(HTMLMediaElement.prototype, 'captureStream', {
        configurable: true,
        value: () => {
          const context = new AudioContext();
          const tone = new OscillatorNode(context);
          const destination = new MediaStreamAudioDestinationNode(context);
          tone.connect(destination);
          tone.start();
          return destination.stream;
        },
      });
    },
  ),
};
