import type { Mutant, Mutants } from '../../fixtures/recorders/install.ts';
import { EventHandlers } from '../../fixtures/recorders/reference/idl/event-handlers.ts';
import { damaged, noticedWhere, redefine } from '../../fixtures/recorders/mutants/make.ts';

const EVENTS = ['start', 'stop', 'dataavailable', 'pause', 'resume', 'error'] as const;
const isFunction = (value: unknown): value is Function => typeof value === 'function';
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** How the handlers of one object are got and set; `normal` does it as it should be. */
interface Handling {
  readonly get?: (normal: EventHandlers, about: About) => unknown;
  readonly set?: (normal: EventHandlers, value: unknown, about: About) => void;
}

interface About {
  readonly target: EventTarget;
  readonly name: string;
  /** What a mutant remembers of one object. */
  readonly memory: Map<string, unknown>;
}

/** A function that is called in the place of another one. */
type Called = (this: unknown, event: Event) => unknown;

/** Sets a function of the mutant's own where a function is given; anything else as it should be. */
const calling =
  (call: (given: Function, self: unknown, event: Event) => unknown): NonNullable<Handling['set']> =>
  (normal, value, { name }) => {
    const called: Called = function called(event) {
      return isFunction(value) ? call(value, this, event) : undefined;
    };
    normal.set(name, isFunction(value) ? called : value);
  };

/** What is done wrong with the handler of an event, with the rule that it breaks. */
const HANDLINGS: Readonly<Record<string, readonly [rule: string, handling: Handling]>> = {
  'undefined-at-first': [
    'handler-null-at-first',
    { get: (normal, { name }) => normal.get(name) ?? undefined },
  ],
  'bound-anew': [
    'handler-keeps-function',
    {
      get: (normal, { name }) => {
        const value = normal.get(name);
        return isFunction(value)
          ? (...args: readonly unknown[]): unknown => Reflect.apply(value, null, args)
          : value;
      },
    },
  ],
  'read-as-null': ['handler-keeps-function', { get: () => null }],
  'kept-at-null': [
    'handler-keeps-function',
    {
      set: (normal, value, { name }) => {
        if (value !== null) normal.set(name, value);
      },
    },
  ],
  'primitives-kept': [
    'handler-drops-primitives',
    {
      get: (normal, { name, memory }) => memory.get(name) ?? normal.get(name),
      set: (normal, value, { name, memory }) => {
        normal.set(name, value);
        memory.set(name, isObject(value) || isFunction(value) ? undefined : value);
      },
    },
  ],
  'objects-dropped': [
    'handler-keeps-objects',
    { set: (normal, value, { name }) => normal.set(name, isFunction(value) ? value : null) },
  ],
  'objects-called': [
    'handler-keeps-objects',
    {
      set: (normal, value, { target, name }) => {
        normal.set(name, value);
        const handle: unknown = isObject(value) ? Reflect.get(value, 'handleEvent') : undefined;
        if (isFunction(handle))
          target.addEventListener(name, (event) => void Reflect.apply(handle, value, [event]));
      },
    },
  ],
  'without-this': [
    'handler-call',
    { set: calling((given, _self, event) => Reflect.apply(given, undefined, [event])) },
  ],
  'without-event': ['handler-call', { set: calling((given, self) => Reflect.apply(given, self, [])) }],
  'as-on-windows': [
    'handler-call',
    {
      set: calling((given, self, event) =>
        Reflect.apply(given, self, [Reflect.get(event, 'message'), '', 0, 0, event]),
      ),
    },
  ],
  'called-twice': [
    'handler-call',
    {
      set: calling((given, self, event) => {
        Reflect.apply(given, self, [event]);
        return Reflect.apply(given, self, [event]);
      }),
    },
  ],
  'added-to-the-old': [
    'handler-replaced',
    {
      set: (_normal, value, { target, name }) => {
        if (isFunction(value))
          target.addEventListener(name, (event) => void Reflect.apply(value, target, [event]));
      },
    },
  ],
  'called-after-null': [
    'handler-removed',
    {
      set: (normal, value, { target, name, memory }) => {
        normal.set(name, value);
        const before = memory.get(name);
        memory.set(name, value);
        if (value !== null || !isFunction(before)) return;
        target.addEventListener(name, (event) => void Reflect.apply(before, target, [event]));
      },
    },
  ],
  'new-one-at-the-end': [
    'handler-order',
    {
      set: (normal, value, { name }) => {
        normal.set(name, null);
        normal.set(name, value);
      },
    },
  ],
  'place-kept-at-null': [
    'handler-order',
    { set: (normal, value, { name }) => normal.set(name, value === null ? {} : value) },
  ],
  'false-ignored': [
    'handler-cancels',
    { set: calling((given, self, event) => void Reflect.apply(given, self, [event])) },
  ],
};

/** Values that are no objects, and do not remove the handler that was set. */
const PRIMITIVES = ['undefined', 'string', 'number', 'boolean', 'symbol'] as const;

/** Event handlers that do not behave as HTML has it, one by one. */
export const attributeHandlerMutants: Mutants = Object.fromEntries([
  ...EVENTS.flatMap((event) =>
    Object.entries(HANDLINGS).map(([what, [rule, handling]]): readonly [string, Mutant] => [
      `on${event}-${what}`,
      noticedWhere({ event }, handled(rule, event, what, handling)),
    ]),
  ),
  ...EVENTS.flatMap((event) =>
    PRIMITIVES.map((given): readonly [string, Mutant] => [
      `on${event}-ignores-${given}`,
      noticedWhere(
        { event, given },
        handled('handler-drops-primitives', event, `${given} ignored`, {
          set: (normal, value, { name }) => {
            if (typeof value !== given) normal.set(name, value);
          },
        }),
      ),
    ]),
  ),
  ...EVENTS.filter((event) => event !== 'error').map((event): readonly [string, Mutant] => [
    `on${event}-again-in-recording`,
    handled('handlers-in-recording', event, 'called twice', {
      set: calling((given, self, fired) => {
        Reflect.apply(given, self, [fired]);
        Reflect.apply(given, self, [fired]);
      }),
    }),
  ]),
  ...EVENTS.filter((event) => event !== 'error').map((event): readonly [string, Mutant] => [
    `on${event}-silent-in-recording`,
    handled('handlers-in-recording', event, 'never called', { set: () => undefined }),
  ]),
]);

function handled(rule: string, event: string, what: string, { get, set }: Handling): Mutant {
  return damaged(`attributes.${rule}`, `on${event}: ${what.replaceAll('-', ' ')}.`, ({ prototype }) => {
    const all = new WeakMap<object, { handlers: EventHandlers; memory: Map<string, unknown> }>();
    const of = (target: EventTarget): { handlers: EventHandlers; memory: Map<string, unknown> } => {
      const found = all.get(target) ?? { handlers: new EventHandlers(target), memory: new Map() };
      all.set(target, found);
      return found;
    };
    redefine(prototype, `on${event}`, {
      get(this: EventTarget): unknown {
        const { handlers, memory } = of(this);
        if (get === undefined) return handlers.get(event);
        return get(handlers, { target: this, name: event, memory });
      },
      set(this: EventTarget, value: unknown): void {
        const { handlers, memory } = of(this);
        if (set === undefined) handlers.set(event, value);
        else set(handlers, value, { target: this, name: event, memory });
      },
    });
  });
}
