import { conformance } from '../kit/index.ts';
import { argumentsOf, interfaceObject, ownProperty, prototypeObject, sample } from './samples.ts';
import { INTERFACES } from './surface.ts';

const over = { interface: INTERFACES.map(({ name }) => name) } as const;

const shapeOf = (name: string): (typeof INTERFACES)[number] => {
  const found = INTERFACES.find((shape) => shape.name === name);
  if (found === undefined) throw new Error(`there is no interface ${name}`);
  return found;
};

conformance('idl.interface-object', { over, assertions: 3 }, async (t, { interface: name }) => {
  interfaceObject(name);
  const { writable, enumerable, configurable } = ownProperty(globalThis, name);
  t.assert.equal(writable, true, 'writable');
  t.assert.equal(enumerable, false, 'enumerable');
  t.assert.equal(configurable, true, 'configurable');
});

conformance('idl.interface-object-inherits', { over }, async (t, { interface: name }) => {
  const parent = shapeOf(name).inherits;
  t.assert.equal(
    Object.getPrototypeOf(interfaceObject(name)) === interfaceObject(parent),
    true,
    `it inherits from ${parent}`,
  );
});

conformance('idl.interface-object-name', { over, assertions: 4 }, async (t, { interface: name }) => {
  const { value, writable, enumerable, configurable } = ownProperty(interfaceObject(name), 'name');
  t.assert.equal(value, name, 'value');
  t.assert.equal(writable, false, 'writable');
  t.assert.equal(enumerable, false, 'enumerable');
  t.assert.equal(configurable, true, 'configurable');
});

conformance('idl.interface-object-length', { over, assertions: 4 }, async (t, { interface: name }) => {
  const { value, writable, enumerable, configurable } = ownProperty(interfaceObject(name), 'length');
  t.assert.equal(value, shapeOf(name).length, 'value');
  t.assert.equal(writable, false, 'writable');
  t.assert.equal(enumerable, false, 'enumerable');
  t.assert.equal(configurable, true, 'configurable');
});

conformance('idl.interface-object-prototype', { over, assertions: 3 }, async (t, { interface: name }) => {
  const { writable, enumerable, configurable } = ownProperty(interfaceObject(name), 'prototype');
  t.assert.equal(writable, false, 'writable');
  t.assert.equal(enumerable, false, 'enumerable');
  t.assert.equal(configurable, false, 'configurable');
});

conformance('idl.prototype-inherits', { over }, async (t, { interface: name }) => {
  const parent = shapeOf(name).inherits;
  t.assert.equal(
    Object.getPrototypeOf(prototypeObject(name)) === prototypeObject(parent),
    true,
    `it inherits from ${parent}.prototype`,
  );
});

conformance('idl.prototype-constructor', { over, assertions: 4 }, async (t, { interface: name }) => {
  const found = ownProperty(prototypeObject(name), 'constructor');
  t.assert.equal(found.value === interfaceObject(name), true, 'value is the interface object');
  t.assert.equal(found.writable, true, 'writable');
  t.assert.equal(found.enumerable, false, 'enumerable');
  t.assert.equal(found.configurable, true, 'configurable');
});

conformance('idl.class-string', { over, assertions: 5 }, async (t, { interface: name }) => {
  const found = Object.getOwnPropertyDescriptor(prototypeObject(name), Symbol.toStringTag);
  t.assert.equal(found?.value, name, 'value');
  t.assert.equal(found?.writable, false, 'writable');
  t.assert.equal(found?.enumerable, false, 'enumerable');
  t.assert.equal(found?.configurable, true, 'configurable');
  t.assert.equal(Object.prototype.toString.call(sample(name)), `[object ${name}]`, 'an object of it');
});

conformance('idl.constructor-needs-new', { over, assertions: 2 }, async (t, { interface: name }) => {
  const object = interfaceObject(name);
  t.throwsTypeError(() => Reflect.apply(object, undefined, argumentsOf(name)), 'called without new');
  t.succeeds(() => Reflect.construct(object, argumentsOf(name)), 'called with new');
});

conformance('idl.constructor-too-few-arguments', { over, assertions: 2 }, async (t, { interface: name }) => {
  const object = interfaceObject(name);
  const { length } = shapeOf(name);
  for (let count = 0; count < length; count += 1) {
    const args = argumentsOf(name).slice(0, count);
    t.throwsTypeError(() => Reflect.construct(object, args), `with ${count} arguments`);
  }
  t.succeeds(() => Reflect.construct(object, argumentsOf(name).slice(0, length)), 'with enough');
});

conformance('idl.constructor-subclass', { over, assertions: 2 }, async (t, { interface: name }) => {
  const object = interfaceObject(name);
  const Heir = function heir(): void {};
  Object.setPrototypeOf(Heir.prototype, prototypeObject(name));
  const plain: unknown = Reflect.construct(object, argumentsOf(name));
  t.assert.equal(
    Object.getPrototypeOf(plain) === prototypeObject(name),
    true,
    'prototype of what the interface object makes',
  );
  const heir: unknown = Reflect.construct(object, argumentsOf(name), Heir);
  t.assert.equal(Object.getPrototypeOf(heir) === Heir.prototype, true, 'prototype of what a subclass makes');
});
