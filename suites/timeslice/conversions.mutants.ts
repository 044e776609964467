import type { Mutants, RecorderClass } from '../../fixtures/recorders/install.ts';
import { damaged, noticedWhere, redefine } from '../../fixtures/recorders/mutants/make.ts';

type Start = (this: MediaRecorder, timeslice?: unknown) => void;

const START = 'start';

/** Puts another start() before the one that was made. */
const starting =
  (make: (normal: Start) => Start) =>
  ({ prototype }: RecorderClass): void => {
    const normal = prototype[START];
    redefine(prototype, START, {
      value: make(function (timeslice) {
        Reflect.apply(normal, this, timeslice === undefined ? [] : [timeslice]);
      }),
    });
  };

const WHOLE = 2 ** 32;

/** What converts to zero, each taken for no timeslice. */
const ZEROS: Readonly<Record<string, (given: unknown) => boolean>> = {
  zero: (given) => given === 0,
  null: (given) => given === null,
  nan: (given) => Number.isNaN(given),
  fraction: (given) => typeof given === 'number' && given < 0 && given > -1,
  overflow: (given) => given === WHOLE,
};

const SMALLS: Readonly<Record<string, (given: unknown) => boolean>> = {
  strings: (given) => typeof given === 'string',
  fractions: (given) => typeof given === 'number' && !Number.isInteger(given),
  objects: (given) => typeof given === 'object',
};

const endless =
  (is: (given: unknown) => boolean) =>
  (normal: Start): Start =>
    function (given) {
      if (is(given)) normal.call(this);
      else normal.call(this, given);
    };

/** Recorders that convert their timeslice in another way. */
export const conversionMutants: Mutants = {
  'timeslice-symbol-ignored': noticedWhere(
    { given: 'symbol' },
    damaged(
      'timeslice.refused',
      'start() ignores a Symbol.',
      starting(endless((given) => typeof given === 'symbol')),
    ),
  ),
  'timeslice-bigint-converted': noticedWhere(
    { given: 'bigint' },
    damaged(
      'timeslice.refused',
      'start() takes a BigInt for a number.',
      starting(
        (normal) =>
          function (given) {
            normal.call(this, typeof given === 'bigint' ? Number(given) : given);
          },
      ),
    ),
  ),
  'timeslice-error-replaced': noticedWhere(
    { given: 'throwing-object' },
    damaged(
      'timeslice.refused',
      'start() throws a TypeError of its own when a conversion throws.',
      starting(
        (normal) =>
          function (given) {
            try {
              normal.call(this, given);
            } catch (error) {
              if (error instanceof DOMException) throw error;
              throw new TypeError('the timeslice cannot be converted', { cause: error });
            }
          },
      ),
    ),
  ),
  'timeslice-refused-when-started': damaged(
    'timeslice.refused',
    'start() throws for a Symbol when it has started already.',
    starting(
      (normal) =>
        function (given) {
          if (typeof given === 'symbol') {
            normal.call(this);
            throw new TypeError('a Symbol');
          }
          normal.call(this, given);
        },
    ),
  ),
  'timeslice-converted-after-the-state': damaged(
    'timeslice.converted-first',
    'start() looks at the state before it converts the timeslice.',
    starting(
      (normal) =>
        function (given) {
          if (this.state !== 'inactive') throw new DOMException('recording', 'InvalidStateError');
          normal.call(this, given);
        },
    ),
  ),
  'timeslice-converted-after-the-stream': noticedWhere(
    { when: 'without-tracks' },
    damaged(
      'timeslice.converted-first',
      'start() looks at the stream before it converts the timeslice.',
      starting(
        (normal) =>
          function (given) {
            if (!this.stream.active) throw new DOMException('no tracks', 'NotSupportedError');
            normal.call(this, given);
          },
      ),
    ),
  ),
  'timeslice-converted-twice': damaged(
    'timeslice.converted-once',
    'start() converts its timeslice twice.',
    starting(
      (normal) =>
        function (given) {
          if (typeof given === 'object') Number(given);
          normal.call(this, given);
        },
    ),
  ),
  'timeslice-converted-only-to-start': damaged(
    'timeslice.converted-once',
    'start() does not convert its timeslice in a call that throws.',
    starting(
      (normal) =>
        function (given) {
          if (this.state === 'inactive') normal.call(this, given);
          else normal.call(this);
        },
    ),
  ),
  ...Object.fromEntries(
    Object.entries(ZEROS).map(([name, is]) => [
      `timeslice-none-for-${name}`,
      damaged('timeslice.zero', `start() takes a timeslice of ${name} for none.`, starting(endless(is))),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(SMALLS).map(([name, is]) => [
      `timeslice-none-for-${name}`,
      damaged('timeslice.small', `start() takes ${name} for no timeslice.`, starting(endless(is))),
    ]),
  ),
  'timeslice-clamped': damaged(
    'timeslice.small',
    'start() takes numbers beyond for the largest timeslice.',
    starting(endless((given) => typeof given === 'number' && given >= WHOLE)),
  ),
};
