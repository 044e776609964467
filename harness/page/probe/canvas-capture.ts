import type { Measured } from './measured.ts';
import { within } from './within.ts';

const FRAMES_LIMIT_MS = 30_000;

/** Whether the frames of a captured canvas arrive, and how many a second. */
export async function probeCanvasCapture(): Promise<Measured> {
  const canvas = document.createElement('canvas');
  if (!('captureStream' in canvas)) {
    return { finding: { status: 'unsupported', evidence: 'a canvas has no captureStream()' }, rate: null };
  }
  canvas.width = 64;
  canvas.height = 64;
  document.body.append(canvas);
  const video = document.createElement('video');
  try {
    const stream = canvas.captureStream(30);
    video.muted = true;
    video.srcObject = stream;
    document.body.append(video);
    const drawing = keepDrawing(canvas);
    const played = await within(
      FRAMES_LIMIT_MS,
      video.play().then(() => countFrames(video)),
    );
    drawing.stop();
    for (const track of stream.getTracks()) track.stop();
    if (played.kind === 'too late') {
      const evidence = `no frames of a captured canvas arrived within ${FRAMES_LIMIT_MS} ms`;
      return { finding: { status: 'blocked', evidence }, rate: null };
    }
    const evidence = `captured canvas frames arrive at ${played.value.toFixed(0)} per second`;
    return { finding: { status: 'available', evidence }, rate: played.value };
  } finally {
    canvas.remove();
    video.remove();
  }
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

/** The rate at which ten frames reached the screen. */
async function countFrames(video: HTMLVideoElement): Promise<number> {
  const began = performance.now();
  for (let frame = 0; frame < 10; frame += 1) {
    await new Promise((resolve) => {
      video.requestVideoFrameCallback(resolve);
    });
  }
  return 10_000 / (performance.now() - began);
}
