import type { Mutants } from '../../fixtures/recorders/install.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { altered, type Change } from '../../fixtures/recorders/mutants/make.ts';

/** A method that sets the state of every recorder of the same stream. */
const reachingAll =
  (method: 'start' | 'pause', state: Recorder['state']): Change =>
  (normal) => {
    const known = new Set<Recorder>();
    return {
      construct: (recorder, stream, options) => {
        normal.construct(recorder, stream, options);
        known.add(recorder);
      },
      [method]: (recorder: Recorder, timeslice?: number): void => {
        normal[method](recorder, timeslice);
        for (const other of known) {
          if (other.stream === recorder.stream) normal.setState(other, state);
        }
      },
    };
  };

/** Recorders whose construction does too much, or that are not independent of each other. */
export const recorderMutants: Mutants = {
  'born-recording': altered('state.inactive-at-first', 'A new recorder is recording.', (normal) => ({
    construct: (recorder, stream, options) => {
      normal.construct(recorder, stream, options);
      recorder.state = 'recording';
    },
  })),
  'born-with-a-start-event': altered(
    'state.constructing-records-nothing',
    'A new recorder fires a start event.',
    (normal) => ({
      construct: (recorder, stream, options) => {
        normal.construct(recorder, stream, options);
        normal.queueTask(
          recorder,
          'start',
          () => undefined,
          () => normal.fireEvent(recorder, 'start'),
        );
      },
    }),
  ),
  'pause-reaches-all': altered(
    'state.recorders-are-independent',
    'Pausing one recorder of a stream pauses all.',
    reachingAll('pause', 'paused'),
  ),
  'start-reaches-all': altered(
    'state.recorders-are-independent',
    'Starting one recorder of a stream makes all of them recording.',
    reachingAll('start', 'recording'),
  ),
};
