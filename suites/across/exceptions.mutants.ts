import type { Mutants } from '../../fixtures/recorders/install.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { altered } from '../../fixtures/recorders/mutants/make.ts';

const METHODS = {
  pause: { section: 'pause', event: 'pause' },
  resume: { section: 'resume', event: 'resume' },
  requestData: { section: 'request-data', event: 'stop' },
} as const;

type Method = keyof typeof METHODS;

/** What is wrong about the exceptions of the methods that need a recording. */
function of(method: Method): Mutants {
  const { section, event } = METHODS[method];
  const beforeStart = `${section}.throws-before-start`;
  const afterStop = `${section}.throws-after-stop`;
  return {
    [`${method}-ignored-while-inactive`]: altered(
      [beforeStart, afterStop],
      `${method}() does nothing while inactive instead of throwing.`,
      (normal) => ({
        [method]: (recorder: Recorder) => {
          if (recorder.state !== 'inactive') normal[method](recorder);
        },
      }),
    ),
    [`${method}-throws-a-plain-error`]: altered(
      beforeStart,
      `${method}() throws an Error that is no DOMException while inactive.`,
      (normal) => ({
        [method]: (recorder: Recorder) => {
          if (recorder.state === 'inactive') throw new Error('inactive');
          normal[method](recorder);
        },
      }),
    ),
    [`${method}-throws-another-name`]: altered(
      beforeStart,
      `${method}() throws a NotSupportedError while inactive.`,
      (normal) => ({
        [method]: (recorder: Recorder) => {
          if (recorder.state === 'inactive') throw new DOMException('inactive', 'NotSupportedError');
          normal[method](recorder);
        },
      }),
    ),
    [`${method}-accepted-after-stop`]: altered(
      afterStop,
      `${method}() throws only before the first recording.`,
      (normal) => ({
        [method]: (recorder: Recorder) => {
          if (recorder.state !== 'inactive' || recorder.gathering === null) normal[method](recorder);
        },
      }),
    ),
    [`${method}-fires-when-it-throws`]: altered(
      `${section}.failed-call-does-nothing`,
      `${method}() fires an event although it throws.`,
      (normal) => ({
        [method]: (recorder: Recorder) => {
          if (recorder.state === 'inactive') {
            normal.queueTask(
              recorder,
              'stop',
              () => undefined,
              () => normal.fireEvent(recorder, event),
            );
          }
          normal[method](recorder);
        },
      }),
    ),
    [`${method}-throws-and-records`]: altered(
      `${section}.failed-call-does-nothing`,
      `${method}() throws while inactive and leaves the recorder recording.`,
      (normal) => ({
        [method]: (recorder: Recorder) => {
          const wasInactive = recorder.state === 'inactive';
          try {
            normal[method](recorder);
          } finally {
            if (wasInactive) normal.setState(recorder, 'recording');
          }
        },
      }),
    ),
  };
}

/** Recorders that throw the wrong thing, or nothing, or do something although they throw. */
export const exceptionMutants: Mutants = { ...of('pause'), ...of('resume'), ...of('requestData') };
