import type { Mutants } from '../../fixtures/recorders/install.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { altered, onceCalled, withoutFinalData, type Change } from '../../fixtures/recorders/mutants/make.ts';

const slice =
  (due: (gathered: number, timeslice: number, recorder: Recorder) => boolean): Change =>
  () => ({ isSliceDue: (recorder, gathered, timeslice) => due(gathered, timeslice, recorder) });

const ENDLESS = 2 ** 32 - 1;

/** start() with another timeslice than it was given. */
const given =
  (change: (timeslice: number | undefined) => number | undefined): Change =>
  (normal) => ({ start: (recorder, timeslice) => normal.start(recorder, change(timeslice)) });

/** Nothing comes unprompted any more once a method was called. */
const slicesUntil = (method: 'pause' | 'requestData'): Change =>
  onceCalled(method, (normal, called) => ({
    isSliceDue: (recorder, gathered, timeslice) =>
      !called(recorder) && normal.isSliceDue(recorder, gathered, timeslice),
  }));

/** Recorders that take the timeslice for something else. */
export const timesliceMutants: Mutants = {
  'timeslice-ignored': altered(
    ['timeslice.comes-unprompted', 'timeslice.small', 'timeslice.after-resume'],
    'The timeslice is ignored.',
    given(() => undefined),
  ),
  'timeslice-once': altered('timeslice.comes-unprompted', 'Data comes unprompted only once.', () => {
    const cut = new WeakSet<object>();
    return {
      isSliceDue: ({ gathering }, gathered, timeslice) => {
        if (gathering === null || cut.has(gathering) || gathered < timeslice) return false;
        cut.add(gathering);
        return true;
      },
    };
  }),
  'timeslice-implied': altered(
    ['timeslice.endless', 'start.no-data-unprompted'],
    'Without a timeslice data comes every 100 ms.',
    given((timeslice) => timeslice ?? 100),
  ),
  'timeslice-of-minus-one-is-short': altered(
    'timeslice.endless',
    'The largest timeslice is taken for the shortest.',
    given((timeslice) => (timeslice === ENDLESS ? 100 : timeslice)),
  ),
  'timeslice-cut-short': altered(
    'timeslice.never-early',
    'Data comes after a tenth of the timeslice.',
    slice((gathered, timeslice) => gathered >= timeslice / 10),
  ),
  'timeslice-beyond-its-recording': altered(
    'timeslice.of-its-own-recording',
    'The timeslice of a recording holds for the next one, too.',
    (normal) => {
      const last = new WeakMap<Recorder, number>();
      return {
        start: (recorder, timeslice) => {
          if (timeslice !== undefined) last.set(recorder, timeslice);
          normal.start(recorder, timeslice ?? last.get(recorder));
        },
      };
    },
  ),
  'timeslice-ended-by-pause': altered(
    'timeslice.after-resume',
    'After a pause data does not come unprompted any more.',
    slicesUntil('pause'),
  ),
  'timeslice-ended-by-request': altered(
    'timeslice.with-request-data',
    'After requestData() data does not come unprompted any more.',
    slicesUntil('requestData'),
  ),
  'timeslice-takes-the-final-data': altered(
    ['timeslice.ends-as-without', 'timeslice.longer-than-recording'],
    'With a timeslice stop() brings no data of its own.',
    (normal) => {
      const sliced = new WeakSet<Recorder>();
      return {
        start: (recorder, timeslice) => {
          normal.start(recorder, timeslice);
          if (timeslice !== undefined) sliced.add(recorder);
        },
        ...withoutFinalData(normal, (recorder) => sliced.has(recorder)),
      };
    },
  ),
  'timeslice-goes-on-in-pauses': altered(
    'timeslice.while-paused',
    'While paused data comes every 100 ms.',
    (normal) => ({
      fireEvent: (recorder, name) => {
        normal.fireEvent(recorder, name);
        if (name !== 'pause') return;
        const beat = setInterval(() => {
          if (recorder.state !== 'paused') clearInterval(beat);
          else normal.fireBlobEvent(recorder, { data: new Blob(['0']), firstChunkAt: performance.now() });
        }, 100);
      },
    }),
  ),
};
