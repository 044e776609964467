import type { Mutants } from '../../fixtures/recorders/install.ts';
import type { Algorithms } from '../../fixtures/recorders/reference/algorithms/index.ts';
import type { Gathering } from '../../fixtures/recorders/reference/media/gathering.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { watchStream } from '../../fixtures/recorders/reference/stream-watch.ts';
import { altered, noticedWhere } from '../../fixtures/recorders/mutants/make.ts';

/** Ends a recording in another way; the steps do what the spec has in one task. */
function ending(
  recorder: Recorder,
  gathering: Gathering,
  steps: (blob: Awaited<ReturnType<Gathering['finish']>>) => void,
): void {
  if (gathering.ending) return;
  gathering.ending = true;
  const rest = gathering.finish();
  recorder.algorithms.queueTask(recorder, 'error', () => rest, steps);
}

const MODIFIED = 'InvalidModificationError';

/** A recorder to which changes of some sort mean nothing. */
const unnoticed =
  (is: (recorder: Recorder, gathering: Gathering) => boolean) =>
  (normal: Algorithms): Partial<Algorithms> => ({
    streamChanged: (recorder, gathering) => {
      if (!is(recorder, gathering)) normal.streamChanged(recorder, gathering);
    },
  });

const has = ({ stream }: Recorder, { tracks }: Gathering, kind: string): boolean =>
  stream.getTracks().some((track) => track.kind === kind && !tracks.includes(track));

/** Tracks that are live, by their ids. */
const liveOf = (tracks: readonly MediaStreamTrack[]): string =>
  tracks
    .filter(({ readyState }) => readyState === 'live')
    .map(({ id }) => id)
    .sort()
    .join();

/** Ends a recording with an error at once: what is still to be encoded would come at any time. */
function failing(recorder: Recorder, normal: Algorithms): void {
  normal.queueTask(
    recorder,
    'error',
    () => undefined,
    () => {
      recorder.algorithms.inactivate(recorder);
      normal.fireErrorEvent(recorder, MODIFIED);
    },
  );
}

/** A method of a stream that tells the recorder of every call. */
const telling =
  (name: 'addTrack' | 'removeTrack') =>
  (normal: Algorithms): Partial<Algorithms> => ({
    start: (recorder, timeslice) => {
      normal.start(recorder, timeslice);
      const { stream, gathering } = recorder;
      const method = stream[name];
      Object.defineProperty(stream, name, {
        configurable: true,
        value: (track: MediaStreamTrack) => {
          Reflect.apply(method, stream, [track]);
          if (gathering !== null) failing(recorder, normal);
        },
      });
    },
  });

/** Recorders that end wrongly when the track set of their stream changes, or not at all. */
export const changeMutants: Mutants = {
  ...Object.fromEntries(
    (['video', 'audio'] as const).map((kind) => [
      `added-${kind}-unnoticed`,
      noticedWhere(
        { change: `add-${kind}` },
        altered(
          'tracks.change-ends-recording',
          `A track of ${kind} that is added does not end the recording.`,
          unnoticed((recorder, gathering) => has(recorder, gathering, kind)),
        ),
      ),
    ]),
  ),
  'removal-unnoticed': noticedWhere(
    { change: 'remove' },
    altered(
      'tracks.change-ends-recording',
      'A track that is removed does not end the recording.',
      unnoticed(({ stream }, { tracks }) => stream.getTracks().length < tracks.length),
    ),
  ),
  'change-error-comes-last': altered(
    'tracks.change-ends-recording',
    'The error event of a changed stream comes after its data.',
    (normal) => ({
      streamChanged: (recorder, gathering) =>
        ending(recorder, gathering, (blob) => {
          recorder.algorithms.inactivate(recorder);
          normal.fireBlobEvent(recorder, blob);
          normal.fireErrorEvent(recorder, MODIFIED);
          normal.fireEvent(recorder, 'stop');
        }),
    }),
  ),
  'change-inactivates-with-its-stop-event': altered(
    'tracks.inactive-in-each-event',
    'The recorder becomes inactive for the last event of a changed stream.',
    (normal) => ({
      streamChanged: (recorder, gathering) =>
        ending(recorder, gathering, (blob) => {
          normal.fireErrorEvent(recorder, MODIFIED);
          normal.fireBlobEvent(recorder, blob);
          recorder.algorithms.inactivate(recorder);
          normal.fireEvent(recorder, 'stop');
        }),
    }),
  ),
  'change-error-within-the-call': altered(
    'tracks.change-ends-in-a-task',
    'The error event of a changed stream comes within the call that changed it.',
    (normal) => ({
      streamChanged: (recorder, gathering) => {
        if (gathering.ending) return;
        normal.fireErrorEvent(recorder, MODIFIED);
        normal.tracksEnded(recorder, gathering);
      },
    }),
  ),
  'earlier-change-ends-it': altered(
    'start.earlier-changes',
    'A change of the stream is heard of a task later, also by a recording that was begun meanwhile.',
    (normal) => ({
      construct: (recorder, stream, options) => {
        normal.construct(recorder, stream, options);
        const later = (): void => {
          const { gathering, state } = recorder;
          if (gathering !== null && state !== 'inactive') failing(recorder, normal);
        };
        watchStream(stream, stream.getTracks(), { changed: () => void setTimeout(later), ended: () => {} });
      },
    }),
  ),
  'same-track-added-ends-it': altered(
    'tracks.same-track-added',
    'Every call of addTrack() ends the recording.',
    telling('addTrack'),
  ),
  'unknown-track-removed-ends-it': altered(
    'tracks.unknown-track-removed',
    'Every call of removeTrack() ends the recording.',
    telling('removeTrack'),
  ),
  'clone-changed-ends-it': altered(
    'tracks.clone-changed',
    'A clone of the stream that changes ends the recording.',
    (normal) => ({
      start: (recorder, timeslice) => {
        normal.start(recorder, timeslice);
        const { stream, gathering } = recorder;
        Object.defineProperty(stream, 'clone', {
          configurable: true,
          value: () => {
            const clone = MediaStream.prototype.clone.call(stream);
            if (gathering === null) return clone;
            watchStream(clone, clone.getTracks(), {
              changed: () => failing(recorder, normal),
              ended: () => {},
            });
            return clone;
          },
        });
      },
    }),
  ),
  ...Object.fromEntries(
    ['added', 'removed'].map((change) => [
      `ended-track-${change}-unnoticed`,
      noticedWhere(
        { change },
        altered(
          'tracks.ended-track-changed',
          'Changes of tracks that have ended do not end the recording.',
          unnoticed(({ stream }, { tracks }) => liveOf(stream.getTracks()) === liveOf(tracks)),
        ),
      ),
    ]),
  ),
  'several-changes-unnoticed': altered(
    'tracks.several-changes',
    'More than one change in a task does not end the recording.',
    (normal) => ({
      streamChanged: (recorder, gathering) =>
        queueMicrotask(() => {
          const more = recorder.stream.getTracks().filter((track) => !gathering.tracks.includes(track));
          if (more.length < 2) normal.streamChanged(recorder, gathering);
        }),
    }),
  ),
  'change-unnoticed-before-the-start-event': altered(
    'tracks.change-before-start-event',
    'A stream that changes before the start event does not end the recording.',
    (normal) => {
      const begun = new WeakSet<Recorder>();
      return {
        fireEvent: (recorder, name) => {
          if (name === 'start') begun.add(recorder);
          normal.fireEvent(recorder, name);
        },
        streamChanged: (recorder, gathering) => {
          if (begun.has(recorder)) normal.streamChanged(recorder, gathering);
        },
      };
    },
  ),
};
