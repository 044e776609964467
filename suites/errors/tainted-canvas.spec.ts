import { FOREIGN_NUMBER } from '../../fixtures/streams/codes/frame-code.ts';
import { drawFrameNumber } from '../../fixtures/streams/codes/frame-picture.ts';
import { conformance, thrownBy } from '../kit/index.ts';

/** Served without leave to read it; by its number the server is another origin than by its name. */
const pictureUrl = (): string => `http://127.0.0.1:${location.port}/bundle/foreign.svg`;

/** How often the canvas is drawn in each part of the case: enough for any encoder to have written some of it. */
const DRAWINGS = 15;

async function foreignPicture(): Promise<HTMLImageElement> {
  const picture = new Image();
  picture.src = pictureUrl();
  await picture.decode();
  return picture;
}

/** Draws again and again, once for each animation frame. */
async function drawings(draw: () => void): Promise<void> {
  for (let drawing = 0; drawing < DRAWINGS; drawing += 1) {
    draw();
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
}

function visibleCanvas(): { readonly canvas: HTMLCanvasElement; readonly context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = 160;
  canvas.height = 120;
  canvas.style.cssText = 'position: fixed; left: 0; top: 0';
  document.body.append(canvas);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('A new canvas gave no 2D context');
  return { canvas, context };
}

conformance(
  'errors.tainted-canvas-leaks-nothing',
  { needs: ['canvas-capture', 'web-codecs'], assertions: 4 },
  async (t) => {
    const picture = await foreignPicture();
    const { canvas, context } = visibleCanvas();
    let number = 0;
    const drawOwn = (): void => drawFrameNumber(context, (number += 1));
    try {
      drawOwn();
      const recorder = t.recorder(canvas.captureStream(30));
      recorder.start();
      await drawings(drawOwn);
      await recorder.event('start');
      await drawings(drawOwn);
      t.trace.note('from here on a picture of another origin covers the canvas');
      await drawings(() => context.drawImage(picture, 0, 0, canvas.width, canvas.height));
      t.assert.equal(
        thrownBy(() => context.getImageData(0, 0, 1, 1)),
        'SecurityError DOMException',
        'what reading the canvas threw',
      );
      recorder.stop();
      const { data } = await recorder.event('dataavailable');
      const reading = await t.read(data ?? new Blob());
      t.assert.equal(reading.outcome, 'read', 'the recording can be read');
      const tracks = reading.outcome === 'read' ? reading.tracks : [];
      const frames = tracks.flatMap((track) => (track.kind === 'video' ? track.frames : []));
      t.assert.isAbove(frames.length, 0, 'frames recorded');
      const foreign = frames.filter((frame) => frame.number === FOREIGN_NUMBER);
      t.assert.equal(foreign.length, 0, 'frames that show the picture of the other origin');
    } finally {
      canvas.remove();
    }
  },
);
