import type { Mutants } from '../../fixtures/recorders/install.ts';
import { altered } from '../../fixtures/recorders/mutants/make.ts';

/** Recorders whose state changes at the wrong time, or not at all. */
export const stateMutants: Mutants = {
  'start-state-late': altered(
    'start.sets-recording',
    'start() leaves it to the start event to set the state.',
    (normal) => ({
      setState: (recorder, state) => {
        if (state !== 'recording' || recorder.gathering !== null) return normal.setState(recorder, state);
        recorder.target.addEventListener('start', () => normal.setState(recorder, state), { once: true });
      },
    }),
  ),
  'pause-state-late': altered('pause.sets-paused', 'pause() sets the state with its event.', (normal) => ({
    setState: (recorder, state) => {
      if (state !== 'paused') return normal.setState(recorder, state);
      recorder.target.addEventListener('pause', () => normal.setState(recorder, state), { once: true });
    },
  })),
};
