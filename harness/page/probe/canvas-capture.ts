import type { Measured } from './measured.ts';
import { within } from './within.ts';

const DRAWING_LIMIT_MS = 30_000;
const SHOWING_LIMIT_MS = 3_000;
/** Enough to tell a rate that decides nothing: every run waits for them. */
const FRAMES = 6;

/**
 * Whether a canvas can be captured: the API is there, and the page is drawn at all. How many captured frames a
 * media element shows is told, but decides nothing: WebKitGTK 2.54 records what its media elements do not show.
 */
export async function probeCanvasCapture(): Promise<Measured> {
  const canvas = document.createElement('canvas');
  if (!('captureStream' in canvas)) {
    return { finding: { status: 'unsupported', evidence: 'a canvas has no captureStream()' }, rate: null };
  }
  canvas.width = 64;
  canvas.height = 64;
  document.body.append(canvas);
  const drawing = keepDrawing(canvas);
  try {
    const drawn = await within(DRAWING_LIMIT_MS, rateOf(nextAnimationFrame));
    if (drawn.kind === 'too late') {
      const evidence = `the page is not drawn: ${FRAMES} animation frames took longer than ${DRAWING_LIMIT_MS} ms`;
      return { finding: { status: 'blocked', evidence }, rate: null };
    }
    const rate = await shownRate(canvas);
    const shown =
      rate === null
        ? `a media element showed no captured frame within ${SHOWING_LIMIT_MS} ms`
        : `captured frames are shown at ${rate.toFixed(0)} per second`;
    const evidence = `the page is drawn at ${drawn.value.toFixed(0)} frames per second; ${shown}`;
    return { finding: { status: 'available', evidence }, rate };
  } finally {
    drawing.stop();
    canvas.remove();
  }
}

async function shownRate(canvas: HTMLCanvasElement): Promise<number | null> {
  const stream = canvas.captureStream(30);
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  document.body.append(video);
  const nextShown = (resolve: () => void): void => void video.requestVideoFrameCallback(() => resolve());
  const shown = await within(
    SHOWING_LIMIT_MS,
    video.play().then(() => rateOf(nextShown)),
  );
  for (const track of stream.getTracks()) track.stop();
  video.remove();
  return shown.kind === 'in time' ? shown.value : null;
}

function nextAnimationFrame(resolve: () => void): void {
  requestAnimationFrame(() => resolve());
}

/** How many a second of something come, measured over a few. */
async function rateOf(next: (resolve: () => void) => void): Promise<number> {
  const began = performance.now();
  for (let frame = 0; frame < FRAMES; frame += 1) await new Promise<void>(next);
  return (FRAMES * 1000) / (performance.now() - began);
}

function keepDrawing(canvas: HTMLCanvasElement): { stop: () => void } {
  const context = canvas.getContext('2d');
  let going = true;
  const draw = (): void => {
    if (!going || context === null) return;
    context.fillStyle = `hsl(${Math.floor(performance.now() / 5) % 360} 100% 50%)`;
    context.fillRect(0, 0, canvas.width, canvas.height);
    requestAnimationFrame(draw);
  };
  draw();
  return {
    stop: () => {
      going = false;
    },
  };
}
