import type { Mutant, Mutants } from '../../fixtures/recorders/install.ts';
import type { Algorithms } from '../../fixtures/recorders/reference/algorithms/index.ts';
import type { Recorder } from '../../fixtures/recorders/reference/recorder.ts';
import { altered } from '../../fixtures/recorders/mutants/make.ts';

type Method = 'stop' | 'pause' | 'resume' | 'requestData';
type EventName = 'start' | 'dataavailable' | 'pause' | 'resume';

interface Call {
  readonly method: Method;
  readonly event: EventName;
}

/** Which method is called within which event, and the rule on that. */
const CALLS: Readonly<Record<string, Call>> = {
  'lifetime.stop-in-start-event': { method: 'stop', event: 'start' },
  'lifetime.pause-in-start-event': { method: 'pause', event: 'start' },
  'lifetime.stop-in-data-event': { method: 'stop', event: 'dataavailable' },
  'lifetime.pause-in-data-event': { method: 'pause', event: 'dataavailable' },
  'lifetime.request-data-in-data-event': { method: 'requestData', event: 'dataavailable' },
  'lifetime.stop-in-pause-event': { method: 'stop', event: 'pause' },
  'lifetime.resume-in-pause-event': { method: 'resume', event: 'pause' },
  'lifetime.pause-in-resume-event': { method: 'pause', event: 'resume' },
};

/** Calls a method in another way while an event is fired. */
const within =
  ({ method, event }: Call, call: (recorder: Recorder, normal: Algorithms) => void) =>
  (normal: Algorithms): Partial<Algorithms> => {
    const firing = new WeakSet<Recorder>();
    const during = (recorder: Recorder, fire: () => void): void => {
      firing.add(recorder);
      fire();
      firing.delete(recorder);
    };
    return {
      fireEvent: (recorder, name) => {
        if (name === event) during(recorder, () => normal.fireEvent(recorder, name));
        else normal.fireEvent(recorder, name);
      },
      fireBlobEvent: (recorder, gathered) => {
        if (event === 'dataavailable') during(recorder, () => normal.fireBlobEvent(recorder, gathered));
        else normal.fireBlobEvent(recorder, gathered);
      },
      [method]: (recorder: Recorder) => {
        if (firing.has(recorder)) call(recorder, normal);
        else normal[method](recorder);
      },
    };
  };

/** What requestData() brings comes later anyhow; of the others the state tells. */
const late = (rule: string, each: Call): readonly [string, Mutant] => [
  `${each.method}-late-within-${each.event}`,
  altered(
    rule,
    `${each.method}() within a ${each.event} event takes effect in a later task.`,
    within(each, (recorder, normal) => {
      setTimeout(() => {
        if (recorder.state !== 'inactive') normal[each.method](recorder);
      });
    }),
  ),
];

/** Recorders that do not stand being called within their own events. */
export const withinMutants: Mutants = Object.fromEntries(
  Object.entries(CALLS).flatMap(([rule, each]) => [
    [
      `${each.method}-ignored-within-${each.event}`,
      altered(
        rule,
        `${each.method}() does nothing within a ${each.event} event.`,
        within(each, () => {}),
      ),
    ],
    [
      `${each.method}-twice-within-${each.event}`,
      altered(
        rule,
        `${each.method}() within a ${each.event} event has its effect and an event more.`,
        within(each, (recorder, normal) => {
          normal[each.method](recorder);
          normal.queueTask(
            recorder,
            'stop',
            () => undefined,
            () => normal.fireEvent(recorder, 'pause'),
          );
        }),
      ),
    ],
    ...(each.method === 'requestData' ? [] : [late(rule, each)]),
  ]),
);
