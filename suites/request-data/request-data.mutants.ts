import type { Mutants } from '../../fixtures/recorders/install.ts';
import type { Gathered } from '../../fixtures/recorders/reference/media/gathering.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { altered, onceCalled, withoutFinalData } from '../../fixtures/recorders/mutants/make.ts';

const joined = (a: Gathered, b: Gathered): Gathered => ({
  data: new Blob([a.data, b.data], { type: b.data.type }),
  firstChunkAt: a.firstChunkAt,
});

/** Recorders that do not hand out what is asked for, when it is asked for. */
export const requestMutants: Mutants = {
  'request-resumes': altered(
    ['request-data.keeps-the-state', 'request-data.same-state-in-event'],
    'requestData() while paused resumes the recording.',
    (normal) => ({
      requestData: (recorder) => {
        if (recorder.state === 'paused') normal.resume(recorder);
        normal.requestData(recorder);
      },
    }),
  ),
  'request-ignored-while-paused': altered(
    'request-data.fires-data-once',
    'requestData() while paused brings nothing.',
    (normal) => ({
      requestData: (recorder) => {
        if (recorder.state !== 'paused') normal.requestData(recorder);
      },
    }),
  ),
  'request-fires-twice': altered(
    'request-data.fires-data-once',
    'requestData() brings two dataavailable events.',
    (normal) => ({
      requestData: (recorder) => {
        normal.requestData(recorder);
        normal.requestData(recorder);
      },
    }),
  ),
  'requests-coalesced': altered(
    'request-data.one-event-per-call',
    'Several calls of requestData() in one task bring one event.',
    (normal) => {
      const pending = new WeakSet<Recorder>();
      return {
        requestData: (recorder) => {
          if (recorder.state !== 'inactive' && pending.has(recorder)) return;
          pending.add(recorder);
          queueMicrotask(() => pending.delete(recorder));
          normal.requestData(recorder);
        },
      };
    },
  ),
  'data-events-while-inactive': altered(
    ['request-data.same-state-in-event', 'timeslice.state-in-event'],
    'The recorder is inactive while data is handed out.',
    (normal) => ({
      fireBlobEvent: (recorder, gathered) => {
        const { state } = recorder;
        normal.setState(recorder, 'inactive');
        normal.fireBlobEvent(recorder, gathered);
        normal.setState(recorder, state);
      },
    }),
  ),
  'request-takes-the-final-data': altered(
    'request-data.before-the-final-data',
    'After requestData() stop() brings no data of its own.',
    onceCalled('requestData', withoutFinalData),
  ),
  'request-right-after-start-throws': altered(
    'request-data.right-after-start',
    'requestData() throws before the start event.',
    (normal) => ({
      requestData: (recorder) => {
        if (recorder.state !== 'inactive' && recorder.mimeType === recorder.constrainedMimeType)
          throw new DOMException('not yet', 'InvalidStateError');
        normal.requestData(recorder);
      },
    }),
  ),
  'request-without-data-ignored': altered(
    'request-data.before-any-media',
    'requestData() brings no event when nothing has been gathered.',
    (normal) => {
      const gathered = new WeakSet<object>();
      return {
        isSliceDue: (recorder, milliseconds, timeslice) => {
          if (recorder.gathering !== null) gathered.add(recorder.gathering);
          return normal.isSliceDue(recorder, milliseconds, timeslice);
        },
        requestData: (recorder) => {
          const { gathering } = recorder;
          if (recorder.state !== 'inactive' && gathering !== null && !gathered.has(gathering)) return;
          normal.requestData(recorder);
        },
      };
    },
  ),
  'request-hands-all-out-again': altered(
    ['request-data.hands-out-once', 'media.no-bytes-twice'],
    'Each Blob holds all data from the start of the recording.',
    (normal) => {
      const handed = new WeakMap<object, Gathered>();
      return {
        fireBlobEvent: (recorder, gathered) => {
          const key = recorder.gathering ?? recorder;
          const before = handed.get(key);
          const all = before === undefined ? gathered : joined(before, gathered);
          handed.set(key, all);
          normal.fireBlobEvent(recorder, all);
        },
      };
    },
  ),
  'request-ends-gathering': altered(
    'request-data.goes-on-gathering',
    'Nothing is gathered any more after requestData().',
    (normal) => {
      const asked = new WeakSet<Recorder>();
      return {
        fireBlobEvent: (recorder, gathered) => {
          const data = asked.has(recorder) ? new Blob([], { type: gathered.data.type }) : gathered.data;
          if (recorder.state !== 'inactive') asked.add(recorder);
          normal.fireBlobEvent(recorder, { ...gathered, data });
        },
      };
    },
  ),
};
