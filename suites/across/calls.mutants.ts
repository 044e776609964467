import type { Mutants } from '../../fixtures/recorders/install.ts';
import { damaged, redefine } from '../../fixtures/recorders/mutants/make.ts';

const METHODS = ['start', 'stop', 'pause', 'resume', 'requestData'] as const;

const RULES: Readonly<Record<(typeof METHODS)[number], string>> = {
  start: 'start.returns-undefined',
  stop: 'stop.returns-undefined',
  pause: 'pause.returns-undefined',
  resume: 'resume.returns-undefined',
  requestData: 'request-data.returns-undefined',
};

/** Each method answers with its recorder, as if calls were to be chained. */
export const callMutants: Mutants = Object.fromEntries(
  METHODS.map((method) => [
    `${method}-returns-this`,
    damaged(RULES[method], `${method}() returns the recorder.`, ({ prototype }) => {
      const normal = prototype[method];
      redefine(prototype, method, {
        value: {
          [method](this: MediaRecorder, ...args: readonly unknown[]): MediaRecorder {
            Reflect.apply(normal, this, args);
            return this;
          },
        }[method],
      });
    }),
  ]),
);
