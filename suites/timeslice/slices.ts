import { AssertionError, type Context, type TracedRecorder } from '../kit/index.ts';

/** Short enough that several fit into a second, long enough for an encoder to have written something. */
export const SLICE_MS = 100;

/** Waits until more data has come unprompted; a browser may impose a longest of its own, so each is waited for. */
export async function slices(recorder: TracedRecorder, more: number): Promise<void> {
  const before = recorder.count('dataavailable');
  for (let nth = 1; nth <= more; nth += 1) await recorder.event('dataavailable', before + nth);
}

/** A recorder with a short timeslice that has brought data once. */
export async function sliced(
  t: Context,
  source: 'canvas' | 'tone' | 'both' = 'canvas',
): Promise<TracedRecorder> {
  const recorder = t.recorder((await t.source(source)).stream);
  recorder.start(SLICE_MS);
  await slices(recorder, 1);
  return recorder;
}

/** As long as another recorder of the same stream takes to bring data three times. */
export async function otherSlices(t: Context, stream: MediaStream): Promise<void> {
  const control = t.recorder(stream);
  control.start(SLICE_MS);
  await slices(control, 3);
}

/** The names of those recorders that bring no data unprompted. */
export async function withoutData(recorders: ReadonlyMap<string, TracedRecorder>): Promise<string> {
  const found = await Promise.all(
    [...recorders].map(async ([name, recorder]) => {
      try {
        await recorder.event('dataavailable');
        // Several that hand out every bit of data at once would keep each other waiting.
        recorder.stop();
        return [];
      } catch (error) {
        if (error instanceof AssertionError) return [name];
        throw error;
      }
    }),
  );
  return found.flat().join(', ') || 'none';
}
