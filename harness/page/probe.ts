import type { Environment, Finding } from '../protocol/index.ts';

const AUDIO_LIMIT_MS = 5_000;
const FRAMES_LIMIT_MS = 5_000;
const DEVICE_LIMIT_MS = 5_000;

type Timed<T> = { readonly kind: 'in time'; readonly value: T } | { readonly kind: 'too late' };

async function within<T>(limitMs: number, work: Promise<T>): Promise<Timed<T>> {
  return Promise.race([
    work.then((value) => ({ kind: 'in time', value }) as const),
    new Promise<Timed<T>>((resolve) => {
      setTimeout(() => resolve({ kind: 'too late' }), limitMs);
    }),
  ]);
}

/** Finds out what this browser on this machine can do, without touching MediaRecorder. */
export async function probe(): Promise<Environment> {
  const [audio, canvas] = [await probeAudioClock(), await probeCanvasCapture()];
  return {
    userAgent: navigator.userAgent,
    secureContext: isSecureContext,
    audioClockRate: audio.rate,
    canvasFrameRate: canvas.rate,
    findings: {
      'audio-clock': audio.finding,
      'canvas-capture': canvas.finding,
      'fake-camera': await probeDevice('camera', { video: true }),
      'fake-microphone': await probeDevice('microphone', { audio: true }),
    },
  };
}

interface Measured {
  readonly finding: Finding;
  readonly rate: number | null;
}

async function probeAudioClock(): Promise<Measured> {
  if (typeof AudioContext === 'undefined') {
    return { finding: { status: 'unsupported', evidence: 'there is no AudioContext' }, rate: null };
  }
  const context = new AudioContext();
  try {
    const running = await within(AUDIO_LIMIT_MS, context.resume());
    if (running.kind === 'too late' || context.state !== 'running') {
      const evidence = `an AudioContext stayed ${context.state} for ${AUDIO_LIMIT_MS} ms: there is no audio output`;
      return { finding: { status: 'blocked', evidence }, rate: null };
    }
    return await measureClock(context);
  } finally {
    await context.close();
  }
}

async function measureClock(context: AudioContext): Promise<Measured> {
  const [wall, audio] = [performance.now(), context.currentTime];
  while (performance.now() - wall < 500) {
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  const rate = (context.currentTime - audio) / ((performance.now() - wall) / 1000);
  const evidence = `the audio clock runs at ${rate.toFixed(2)} of real time, ${context.sampleRate} Hz`;
  return { finding: { status: rate > 0.1 ? 'available' : 'blocked', evidence }, rate };
}

async function probeCanvasCapture(): Promise<Measured> {
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

async function probeDevice(device: string, constraints: MediaStreamConstraints): Promise<Finding> {
  if (!('mediaDevices' in navigator)) {
    return { status: 'unsupported', evidence: 'there is no navigator.mediaDevices' };
  }
  try {
    const opened = await within(DEVICE_LIMIT_MS, navigator.mediaDevices.getUserMedia(constraints));
    if (opened.kind === 'too late') {
      return {
        status: 'blocked',
        evidence: `getUserMedia() for a ${device} did not settle within ${DEVICE_LIMIT_MS} ms`,
      };
    }
    const [track] = opened.value.getTracks();
    const evidence = `the ${device} "${track?.label ?? ''}" opens`;
    for (const each of opened.value.getTracks()) each.stop();
    return { status: 'available', evidence };
  } catch (error) {
    return { status: 'blocked', evidence: `getUserMedia() for a ${device} failed: ${String(error)}` };
  }
}
