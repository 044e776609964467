import type { Mutant, Mutants } from '../../fixtures/recorders/install.ts';
import type { Algorithms } from '../../fixtures/recorders/reference/algorithms/index.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { altered, noticedWhere } from '../../fixtures/recorders/mutants/make.ts';
import { emptied } from '../../fixtures/recorders/mutants/make-media.ts';

type Kinds = 'tone' | 'both';

/** Streams that a recorder is wrong about, by the source that cases open for them. */
const WRONG_ABOUT: Readonly<Record<Kinds, (stream: MediaStream) => boolean>> = {
  tone: (stream) => stream.getVideoTracks().length === 0,
  both: (stream) => stream.getVideoTracks().length > 0 && stream.getAudioTracks().length > 0,
};

interface Damage {
  readonly rule: string;
  readonly misdeed: string;
  readonly change: (normal: Algorithms, is: (recorder: Recorder) => boolean) => Partial<Algorithms>;
}

/** What is wrong only where something else is the case. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  'pause-changes-nothing': {
    rule: 'pause.sets-paused',
    misdeed: 'pause() does nothing',
    change: ({ pause }, is) => ({
      pause: (recorder) => {
        if (recorder.state === 'inactive' || !is(recorder)) pause(recorder);
      },
    }),
  },
  'resume-changes-nothing': {
    rule: 'resume.sets-recording',
    misdeed: 'resume() does nothing',
    change: ({ resume }, is) => ({
      resume: (recorder) => {
        if (recorder.state === 'inactive' || !is(recorder)) resume(recorder);
      },
    }),
  },
  'stop-event-doubled': {
    rule: 'stop.fires-data-then-stop',
    misdeed: 'the stop event comes twice',
    change: ({ fireEvent }, is) => ({
      fireEvent: (recorder, name) => {
        fireEvent(recorder, name);
        if (name === 'stop' && is(recorder)) fireEvent(recorder, name);
      },
    }),
  },
  'asked-data-empty': {
    rule: 'request-data.goes-on-gathering',
    misdeed: 'what comes after requestData() is empty',
    change: ({ fireBlobEvent }, is) => {
      const begun = new WeakSet<Recorder>();
      return {
        fireBlobEvent: (recorder, gathered) => {
          const isLost = begun.has(recorder) && is(recorder);
          begun.add(recorder);
          fireBlobEvent(recorder, isLost ? { ...gathered, data: emptied(gathered.data) } : gathered);
        },
      };
    },
  },
};

const forKinds = (source: Kinds, { rule, misdeed, change }: Damage): Mutant =>
  noticedWhere(
    { source },
    altered(rule, `For a stream such as ${source} ${misdeed}.`, (normal) =>
      change(normal, ({ stream }) => WRONG_ABOUT[source](stream)),
    ),
  );

/** A recorder that does something wrong only in recordings that are not its first. */
const inLaterRecordings = (
  misdeed: string,
  change: (normal: Algorithms, isLater: (recorder: Recorder) => boolean) => Partial<Algorithms>,
): Mutant =>
  altered('start.again-fires-the-same-events', `In a second recording ${misdeed}.`, (normal) => {
    const started = new WeakMap<Recorder, number>();
    return {
      ...change(normal, (recorder) => (started.get(recorder) ?? 0) > 1),
      start: (recorder, timeslice) => {
        normal.start(recorder, timeslice);
        started.set(recorder, (started.get(recorder) ?? 0) + 1);
      },
    };
  });

/** Recorders that are right in one case and wrong in its neighbour: for sound, beside pictures, the second time. */
export const combinationMutants: Mutants = {
  ...Object.fromEntries(
    (['tone', 'both'] as const).flatMap((source) =>
      Object.entries(DAMAGES)
        .filter(([name]) => source === 'tone' || name !== 'asked-data-empty')
        .map(([name, damage]) => [`${name}-for-${source}`, forKinds(source, damage)]),
    ),
  ),
  'second-recording-without-stop-event': inLaterRecordings('no stop event comes', (normal, isLater) => ({
    fireEvent: (recorder, name) => {
      if (name !== 'stop' || !isLater(recorder)) normal.fireEvent(recorder, name);
    },
  })),
  'second-recording-with-two-data-events': inLaterRecordings('the data comes twice', (normal, isLater) => ({
    fireBlobEvent: (recorder, gathered) => {
      normal.fireBlobEvent(recorder, gathered);
      if (isLater(recorder)) normal.fireBlobEvent(recorder, gathered);
    },
  })),
};
