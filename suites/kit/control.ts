import { openSource, type SourceName } from '../../fixtures/sources/index.ts';
import { mediaFlow } from './flow.ts';
import { LIMITS } from './limits.ts';
import { limited, taskTurn } from './turns.ts';

/**
 * A whole recording of another recorder, from its first event to its last: whatever was queued
 * when it began has been delivered when it is over. Says how it went.
 */
export async function controlRecording(name: SourceName): Promise<string> {
  let step = 'opening its source';
  const reach = (next: string): void => {
    step = next;
  };
  try {
    const said = await limited(record(name, reach), LIMITS.controlMs);
    return said ?? `a control recording that began later did not end either; it was still ${step}`;
  } finally {
    await taskTurn();
  }
}

async function record(name: SourceName, reach: (step: string) => void): Promise<string> {
  const source = await openSource(name);
  try {
    const recorder = new MediaRecorder(source.stream);
    const started = once(recorder, 'start');
    const stopped = once(recorder, 'stop');
    recorder.start();
    reach('waiting for its start event');
    await started;
    reach('waiting for media of its source');
    await mediaFlow(source);
    recorder.stop();
    reach('waiting for its stop event');
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
