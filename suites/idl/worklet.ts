/** What runs in the worklet: it tells the types of the globals that it is asked for. */
const SCRIPT = `registerProcessor('globals', class extends AudioWorkletProcessor {
  constructor({ processorOptions: { names } }) {
    super();
    this.port.postMessage(names.map((name) => typeof globalThis[name]));
  }
  process() { return false; }
});`;

/** The types of globals of these names, as an audio worklet sees them; it needs no sound card. */
export async function typesInWorklet(names: readonly string[]): Promise<readonly string[]> {
  const context = new OfflineAudioContext(1, 128, 44_100);
  const url = URL.createObjectURL(new Blob([SCRIPT], { type: 'text/javascript' }));
  try {
    await context.audioWorklet.addModule(url);
  } finally {
    URL.revokeObjectURL(url);
  }
  const node = new AudioWorkletNode(context, 'globals', { processorOptions: { names } });
  const answer = new Promise<readonly string[]>((resolve, reject) => {
    node.port.addEventListener('message', ({ data }: MessageEvent<readonly string[]>) => resolve(data));
    node.addEventListener('processorerror', () => reject(new Error('the worklet failed')));
  });
  node.port.start();
  node.connect(context.destination);
  // Some engines make the processor only when there is something to render.
  await context.startRendering();
  return answer;
}
