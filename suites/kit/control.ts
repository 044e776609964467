import { openSource, type SourceName } from '../../fixtures/sources/index.ts';
import { LIMITS } from './limits.ts';
import { taskTurn } from './turns.ts';

function once(target: EventTarget, name: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    target.addEventListener(name, () => resolve(), { once: true, signal });
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/**
 * A whole recording of another recorder, from its first event to its last: whatever was queued
 * when it began has been delivered when it is over. Says how it went.
 */
export async function controlRecording(name: SourceName): Promise<string> {
  const signal = AbortSignal.timeout(LIMITS.controlMs);
  const source = await openSource(name);
  try {
    const recorder = new MediaRecorder(source.stream);
    const started = once(recorder, 'start', signal);
    const stopped = once(recorder, 'stop', signal);
    stopped.catch(() => undefined);
    recorder.start();
    await started;
    recorder.stop();
    await stopped;
    return 'a control recording that began later was over before';
  } catch (error) {
    return `a control recording that began later failed as well (${String(error)})`;
  } finally {
    source.dispose();
    await taskTurn();
  }
}
