import type { Mutants } from '../../fixtures/recorders/install.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { altered, noticedWhere } from '../../fixtures/recorders/mutants/make.ts';
import { configured, delivering, emptied } from '../../fixtures/recorders/mutants/make-media.ts';

const isDrawn = (track: MediaStreamTrack): boolean =>
  'CanvasCaptureMediaStreamTrack' in globalThis && track instanceof CanvasCaptureMediaStreamTrack;

const areAllDrawn = ({ stream }: Recorder): boolean => stream.getTracks().every(isDrawn);
const OTHERS = ['element', 'generator', 'remote', 'cloned', 'camera', 'microphone'] as const;

/** Ends the recording with an error on an event of a track. */
const failingOn = (name: 'mute') =>
  altered('sources.muted-in-mid-recording', 'A track that is muted ends the recording.', (normal) => ({
    start: (recorder, timeslice) => {
      normal.start(recorder, timeslice);
      const { gathering } = recorder;
      if (gathering === null) return;
      for (const track of gathering.tracks) {
        track.addEventListener(name, () => normal.gatheringFailed(recorder, gathering));
      }
    },
  }));

/** Recorders that are made for some sources and not for others. */
export const sourceMutants: Mutants = {
  ...Object.fromEntries(
    OTHERS.map((source) => [
      `nothing-recorded-of-${source}`,
      noticedWhere(
        { source },
        delivering(
          'sources.recorded',
          'Of tracks that no canvas has made nothing is recorded.',
          (recorder) => (data) => (areAllDrawn(recorder) && source !== 'cloned' ? data : emptied(data)),
        ),
      ),
    ]),
  ),
  'alpha-not-recorded': noticedWhere(
    { source: 'canvas-alpha' },
    delivering('sources.recorded', 'Of a canvas that can be transparent nothing is recorded.', () => emptied),
  ),
  ...Object.fromEntries(
    (['remote', 'element', 'microphone'] as const).map((source) => [
      `end-unnoticed-of-${source}`,
      noticedWhere(
        { source },
        altered('sources.ended', 'Tracks that no canvas has made do not end a recording.', (normal) => ({
          tracksEnded: (recorder, gathering) => {
            if (areAllDrawn(recorder)) normal.tracksEnded(recorder, gathering);
          },
        })),
      ),
    ]),
  ),
  'disabled-at-the-start-is-refused': altered(
    'sources.disabled',
    'start() throws when all tracks are disabled.',
    (normal) => ({
      start: (recorder, timeslice) => {
        if (recorder.stream.getTracks().every(({ enabled }) => !enabled))
          throw new DOMException('no track is enabled', 'NotSupportedError');
        normal.start(recorder, timeslice);
      },
    }),
  ),
  'disabled-has-no-data-to-request': altered(
    'sources.disabled',
    'requestData() does nothing when all tracks are disabled.',
    (normal) => ({
      requestData: (recorder) => {
        if (recorder.state === 'inactive' || recorder.stream.getTracks().some(({ enabled }) => enabled))
          normal.requestData(recorder);
      },
    }),
  ),
  'disabling-ends-it': configured(
    'sources.disabled-in-mid-recording',
    'Tracks that are disabled end the recording.',
    ({ capture }, recorder) => ({
      capture: {
        ...capture,
        frames: (track, take) =>
          capture.frames(track, (frame, capturedAt) => {
            if (!track.enabled) recorder.algorithms.stop(recorder);
            take(frame, capturedAt);
          }),
      },
    }),
  ),
  'disabling-pauses-it': configured(
    'sources.disabled-in-mid-recording',
    'Tracks that are disabled pause the recording.',
    ({ capture }, recorder) => ({
      capture: {
        ...capture,
        frames: (track, take) =>
          capture.frames(track, (frame, capturedAt) => {
            if (!track.enabled && recorder.state === 'recording') recorder.algorithms.pause(recorder);
            take(frame, capturedAt);
          }),
      },
    }),
  ),
  'muting-ends-it': failingOn('mute'),
  'remote-tracks-fail-after-a-while': altered(
    'sources.remote-codec-switched',
    'A recording of tracks that no canvas has made ends with an error soon after its start.',
    (normal) => ({
      gatheringSettings: (recorder, tracks, configuration) => {
        const settings = normal.gatheringSettings(recorder, tracks, configuration);
        const { capture } = settings;
        const frames: typeof capture.frames = (track, take) => {
          let nth = 0;
          return capture.frames(track, (frame, capturedAt) => {
            take(frame, capturedAt);
            nth += 1;
            const { gathering } = recorder;
            if (nth > 5 && !isDrawn(track) && gathering !== null) normal.gatheringFailed(recorder, gathering);
          });
        };
        return { ...settings, capture: { ...capture, frames } };
      },
    }),
  ),
};
