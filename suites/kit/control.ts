import {
  openSource,
  SourceError,
  type Source,
  type SourceName,
} from '../../fixtures/streams/sources/index.ts';
import { type Media, mediaFlow } from './flow.ts';
import { LIMITS } from './limits.ts';
import { limited, taskTurn } from './turns.ts';

/** What a control recording waits for: its source does some of it, its recorder the rest. */
const STEPS = {
  open: { text: 'opening its source', of: 'source' },
  start: { text: 'waiting for its start event', of: 'recorder' },
  media: { text: 'waiting for media of its source', of: 'source' },
  slices: { text: 'waiting for data to come unprompted', of: 'recorder' },
  stop: { text: 'waiting for its stop event', of: 'recorder' },
} as const;

/** So many times data has to come unprompted: the first may be nothing but a header. */
const SLICES = 3;

/** What a control recording has to be like. */
export interface Control {
  /** With one it is not over before its data has come unprompted several times. */
  readonly timeslice?: number | undefined;
  /** As much as went into what is waited for: a starved machine may have seconds of it to encode yet. */
  readonly media?: Media;
}

/** How far a control recording has come. */
interface Progress {
  step: keyof typeof STEPS;
  source: Source | null;
}

/**
 * A whole recording of another recorder, from its first event to its last: whatever was queued
 * when it began has been delivered when it is over. What an encoder takes its time for, it takes for both. Says how
 * it went; a source that fails is a SourceError, for it proves nothing of any recorder.
 */
export async function controlRecording(name: SourceName, control: Control = {}): Promise<string> {
  const progress: Progress = { step: 'open', source: null };
  try {
    const limit = LIMITS.controlMs + 1_000 * (control.media?.toneSeconds ?? 0);
    const said = await limited(record(name, progress, control), limit);
    if (said !== undefined) return said;
    const { text, of } = STEPS[progress.step];
    if (of === 'source') throw new SourceError(`A control recording of the source ${name} was still ${text}`);
    await progress.source?.alive?.();
    return `a control recording that began later did not end either; it was still ${text}`;
  } finally {
    await taskTurn();
  }
}

async function record(name: SourceName, progress: Progress, { timeslice, media }: Control): Promise<string> {
  const source = await openSource(name);
  try {
    progress.source = source;
    const recorder = new MediaRecorder(source.stream);
    const started = once(recorder, 'start');
    const stopped = once(recorder, 'stop');
    progress.step = 'start';
    const sliced = timeslice === undefined ? undefined : several(recorder, 'dataavailable');
    if (timeslice === undefined) recorder.start();
    else recorder.start(timeslice);
    await started;
    progress.step = 'media';
    await mediaFlow(source, media);
    progress.step = 'slices';
    await sliced;
    progress.step = 'stop';
    recorder.stop();
    await stopped;
    return 'a control recording that began later was over before';
  } finally {
    source.dispose();
  }
}

function once(target: EventTarget, name: string): Promise<void> {
  return new Promise((resolve) => {
    target.addEventListener(name, () => resolve(), { once: true });
  });
}

function several(target: EventTarget, name: string): Promise<void> {
  return new Promise((resolve) => {
    let count = 0;
    target.addEventListener(name, () => {
      count += 1;
      if (count === SLICES) resolve();
    });
  });
}
