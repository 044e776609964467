import { AssertionError, kindOf } from '../kit/index.ts';

/** What each interface under test is constructed with, where nothing else matters. */
const ARGUMENTS: Readonly<Record<string, () => readonly unknown[]>> = {
  MediaRecorder: () => [new MediaStream()],
  BlobEvent: () => ['dataavailable', { data: new Blob(['recorded']) }],
  ErrorEvent: () => ['error', {}],
};

/** Arguments that a constructor accepts; a dictionary among them is the last one. */
export function argumentsOf(name: string): readonly unknown[] {
  const make = ARGUMENTS[name];
  if (make === undefined) throw new Error(`there are no arguments for ${name}`);
  return make();
}

/** Fails a case because a part of the surface that it asks after is not there. */
export function absent(what: string, expected: string, actual: unknown): Error {
  return new AssertionError(`there is no ${what}`, { expected, actual: kindOf(actual) });
}

/** The interface object of a name, as the global scope has it. */
export function interfaceObject(name: string): Function {
  const value: unknown = Reflect.get(globalThis, name);
  if (typeof value !== 'function') throw absent(name, 'an interface object', value);
  return value;
}

/** The interface prototype object of a name. */
export function prototypeObject(name: string): object {
  const value: unknown = Reflect.get(interfaceObject(name), 'prototype');
  if (typeof value !== 'object' || value === null) throw absent(`${name}.prototype`, 'an object', value);
  return value;
}

/** A new object of an interface. */
export function sample(name: string): object {
  const made: unknown = Reflect.construct(interfaceObject(name), argumentsOf(name));
  if (typeof made !== 'object' || made === null) throw absent(`object of ${name}`, 'an object', made);
  return made;
}

/** The property of an object itself, not of what it inherits from. */
export function ownProperty(holder: object, member: string): PropertyDescriptor {
  const found = Object.getOwnPropertyDescriptor(holder, member);
  if (found === undefined)
    throw absent(`property ${member} of ${kindOf(holder)} itself`, 'a property', found);
  return found;
}

/** The getter or setter of an attribute. */
export function accessor(name: string, member: string, kind: 'get' | 'set'): Function {
  const found: unknown = Reflect.get(ownProperty(prototypeObject(name), member), kind);
  if (typeof found !== 'function') throw absent(`${kind}ter of ${name}.${member}`, 'a function', found);
  return found;
}

/** Objects that no method or attribute of the interfaces under test accepts as `this`. */
export function strangers(name: string): readonly { readonly what: string; readonly self: unknown }[] {
  return [
    { what: 'an empty object', self: {} },
    { what: 'its own prototype', self: prototypeObject(name) },
    { what: 'an EventTarget', self: new EventTarget() },
    { what: 'an Event', self: new Event('start') },
    { what: 'an object that inherits from it', self: Object.create(prototypeObject(name)) },
    { what: 'null', self: null },
    { what: 'undefined', self: undefined },
    { what: 'a number', self: 1 },
  ];
}
