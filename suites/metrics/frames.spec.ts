import { measurement } from '../kit/index.ts';
import { finished } from '../media/record.ts';
import { videoIn } from './decoded.ts';
import { report } from './report.ts';

const ROUNDS = 3;
const FRAMES = 12;

/** Two animation frames, for a recorder is made for some 30 frames per second. */
async function nextTurn(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
}

measurement(
  'metrics.frames',
  { over: { source: ['canvas-manual'] }, needs: ['web-codecs'] },
  async (t, { source }) => {
    const shares: (number | undefined)[] = [];
    const canvas = await t.source(source);
    for (let round = 0; round < ROUNDS; round += 1) {
      const recorder = t.recorder(canvas.stream);
      recorder.start();
      canvas.draw();
      await recorder.event('start');
      const first = canvas.frames.drawn.length;
      for (let frame = 0; frame < FRAMES; frame += 1) {
        canvas.draw();
        await nextTurn();
      }
      const video = videoIn((await finished(t, recorder)).reading);
      const numbers = video?.frames.flatMap(({ number }) => number ?? []);
      const recorded = new Set(numbers?.filter((number) => number >= first));
      shares.push(numbers === undefined ? undefined : (recorded.size / FRAMES) * 100);
    }
    report(t, ['frames recorded of those drawn', '%'], shares);
  },
);
