import type { Mutants } from '../../fixtures/recorders/install.ts';
import {
  constructed,
  damagedInterface,
  INTERFACE_NAMES,
  prototypeOf,
  standIn,
  withArguments,
  type InterfaceName,
} from '../../fixtures/recorders/mutants/interfaces.ts';
import { redefine } from '../../fixtures/recorders/mutants/make.ts';

/** What a constructor is given that takes too few arguments. */
const FILLED: Readonly<Record<InterfaceName, (args: readonly unknown[]) => readonly unknown[]>> = {
  MediaRecorder: (args) => (args.length === 0 ? [new MediaStream()] : args),
  BlobEvent: ([type = 'dataavailable', init = { data: new Blob() }]) => [type, init],
  ErrorEvent: ([type = 'error', ...rest]) => [type, ...rest],
};

/** Each way to damage an interface object or its prototype, with the rule that it breaks. */
const DAMAGES: Readonly<
  Record<string, readonly [rule: string, damage: (made: Function, name: InterfaceName) => Function | void]>
> = {
  'interface-enumerable': [
    'idl.interface-object',
    // The recorder is put in its place only when the installation is over.
    (_made, name) => afterInstallation(() => redefine(globalThis, name, { enumerable: true })),
  ],
  'interface-not-writable': [
    'idl.interface-object',
    (_made, name) => afterInstallation(() => redefine(globalThis, name, { writable: false })),
  ],
  'interface-inherits-otherwise': [
    'idl.interface-object-inherits',
    (made) => void Object.setPrototypeOf(made, heirOf(Object.getPrototypeOf(made))),
  ],
  'interface-name': ['idl.interface-object-name', (made) => redefine(made, 'name', { value: 'Recorder' })],
  'interface-name-writable': [
    'idl.interface-object-name',
    (made) => redefine(made, 'name', { writable: true }),
  ],
  'interface-length': ['idl.interface-object-length', (made) => redefine(made, 'length', { value: 3 })],
  'interface-length-enumerable': [
    'idl.interface-object-length',
    (made) => redefine(made, 'length', { enumerable: true }),
  ],
  'interface-prototype-writable': [
    'idl.interface-object-prototype',
    (made) => {
      const { prototype: own } = { prototype: prototypeOf(made) };
      const put = function put(...args: readonly unknown[]): object {
        return constructed(made, args, new.target);
      };
      for (const key of Reflect.ownKeys(made)) {
        const found = Object.getOwnPropertyDescriptor(made, key);
        if (key !== 'prototype' && found !== undefined) Object.defineProperty(put, key, found);
      }
      Object.setPrototypeOf(put, Object.getPrototypeOf(made));
      // The prototype of a plain function can be written.
      Reflect.set(put, 'prototype', own);
      redefine(own, 'constructor', { value: put });
      return put;
    },
  ],
  'prototype-inherits-otherwise': [
    'idl.prototype-inherits',
    (made) => {
      const own = prototypeOf(made);
      Object.setPrototypeOf(own, Object.create(Object.getPrototypeOf(own)));
    },
  ],
  'prototype-constructor-enumerable': [
    'idl.prototype-constructor',
    (made) => redefine(prototypeOf(made), 'constructor', { enumerable: true }),
  ],
  'prototype-constructor-other': [
    'idl.prototype-constructor',
    (made) => redefine(prototypeOf(made), 'constructor', { value: Object }),
  ],
  'class-string-missing': [
    'idl.class-string',
    (made) => void Reflect.deleteProperty(prototypeOf(made), Symbol.toStringTag),
  ],
  'class-string-writable': [
    'idl.class-string',
    (made) => redefine(prototypeOf(made), Symbol.toStringTag, { writable: true }),
  ],
  'called-without-new': [
    'idl.constructor-needs-new',
    (made) => standIn(made, (args, asked) => constructed(made, args, asked ?? made)),
  ],
  'fewer-arguments': ['idl.constructor-too-few-arguments', (made, name) => withArguments(made, FILLED[name])],
  'heirs-unknown': [
    'idl.constructor-subclass',
    (made) => standIn(made, (args, asked) => constructed(made, args, asked === undefined ? undefined : made)),
  ],
};

/** Interface objects and prototypes that are not quite what Web IDL makes of an interface. */
export const idlObjectMutants: Mutants = Object.fromEntries([
  ...Object.entries(DAMAGES).flatMap(([damage, [rule, change]]) =>
    INTERFACE_NAMES.map((name) => [
      `${damage}-${name}`,
      damagedInterface({ rule, of: name }, `${name}: ${damage.replaceAll('-', ' ')}.`, (made) =>
        change(made, name),
      ),
    ]),
  ),
  ...['MediaRecorder', 'BlobEvent'].flatMap((name) =>
    (['Worker', 'SharedWorker'] as const).map((worker) => [
      `${name}-in-${worker}`,
      damagedInterface(
        {
          rule: 'idl.absent-in-worker',
          of: 'MediaRecorder',
          where: { interface: name, worker: worker === 'Worker' ? 'dedicated' : 'shared' },
        },
        `A ${worker} has ${name}.`,
        () => exposeIn(worker, name),
      ),
    ]),
  ),
  ...['MediaRecorder', 'BlobEvent'].map((name) => [
    `${name}-in-an-audio-worklet`,
    damagedInterface(
      { rule: 'idl.absent-in-worklet', of: 'MediaRecorder', where: { interface: name } },
      `An audio worklet has ${name}.`,
      () => exposeInWorklets(name),
    ),
  ]),
]);

/** Lets audio worklets begin with a global that they should not have. */
function exposeInWorklets(name: string): void {
  const { prototype } = AudioWorklet;
  const addModule: unknown = Reflect.get(prototype, 'addModule');
  if (typeof addModule !== 'function') return;
  redefine(prototype, 'addModule', {
    async value(this: AudioWorklet, ...args: readonly unknown[]) {
      const script = `globalThis.${name} = class {};`;
      const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
      await Reflect.apply(addModule, this, [url]);
      await Reflect.apply(addModule, this, args);
    },
  });
}

/** Lets classic workers of a kind begin with a global that they should not have. */
function exposeIn(worker: 'Worker' | 'SharedWorker', name: string): void {
  const original: Function = globalThis[worker];
  const put = withArguments(original, ([url, ...options]) => {
    if (options.length > 0) return [url, ...options];
    const script = `self.${name} = class {}; importScripts(${JSON.stringify(new URL(String(url), location.href))});`;
    return [URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))];
  });
  redefine(globalThis, worker, { value: put });
}

function heirOf(parent: unknown): Function {
  if (typeof parent !== 'function') throw new Error('it inherits from no function');
  const heir = function heir(...args: readonly unknown[]): object {
    return constructed(parent, args, new.target);
  };
  Object.setPrototypeOf(heir, parent);
  return heir;
}

/** What is installed is put in its place a microtask after the installation; this comes next. */
function afterInstallation(damage: () => void): void {
  queueMicrotask(() => queueMicrotask(damage));
}
