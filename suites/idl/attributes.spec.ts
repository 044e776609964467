import { conformance, kindOf } from '../kit/index.ts';
import { accessor, ownProperty, prototypeObject, sample, strangers } from './samples.ts';
import { ENUMS, INTERFACES } from './surface.ts';

/** Whether a value is of a type of Web IDL; a type that is not told apart here has no rule to break. */
function isOfType(value: unknown, type: string): boolean {
  const values = ENUMS.find(({ name }) => name === type)?.values;
  if (values !== undefined) return values.some((each) => each === value);
  switch (type) {
    case 'DOMString':
    case 'USVString':
      return typeof value === 'string';
    case 'unsigned long':
      return typeof value === 'number' && value >>> 0 === value;
    case 'DOMHighResTimeStamp':
      return typeof value === 'number';
    case 'EventHandler':
      return value === null;
    case 'any':
      return true;
    default:
      return kindOf(value) === `[object ${type}]`;
  }
}

for (const { name, attributes } of INTERFACES) {
  const over = { interface: [name], member: attributes.map((attribute) => attribute.name) } as const;
  const writable = {
    interface: [name],
    member: attributes.filter((attribute) => !attribute.readonly).map((attribute) => attribute.name),
  };
  const readOnly = {
    interface: [name],
    member: attributes.filter((attribute) => attribute.readonly).map((attribute) => attribute.name),
  };

  conformance('idl.attribute-on-prototype', { over, assertions: 2 }, async (t, { member }) => {
    t.assert.equal(typeof accessor(name, member, 'get'), 'function', 'the getter');
    t.assert.equal(Object.hasOwn(sample(name), member), false, 'an object of it has the property itself');
  });

  conformance('idl.attribute-flags', { over, assertions: 2 }, async (t, { member }) => {
    const { enumerable, configurable } = ownProperty(prototypeObject(name), member);
    t.assert.equal(enumerable, true, 'enumerable');
    t.assert.equal(configurable, true, 'configurable');
  });

  conformance('idl.attribute-getter', { over, assertions: 2 }, async (t, { member }) => {
    const getter = accessor(name, member, 'get');
    t.assert.equal(ownProperty(getter, 'name').value, `get ${member}`, 'name of the getter');
    t.assert.equal(ownProperty(getter, 'length').value, 0, 'length of the getter');
  });

  conformance('idl.attribute-brand-check', { over, assertions: 9 }, async (t, { member }) => {
    const getter = accessor(name, member, 'get');
    for (const { what, self } of strangers(name)) {
      t.throwsTypeError(() => Reflect.apply(getter, self, []), `the getter called on ${what}`);
    }
    t.succeeds(() => Reflect.apply(getter, sample(name), []), `the getter called on an object of ${name}`);
  });

  conformance('idl.attribute-type', { over }, async (t, { member }) => {
    const type = attributes.find((attribute) => attribute.name === member)?.type ?? 'any';
    const value: unknown = Reflect.apply(accessor(name, member, 'get'), sample(name), []);
    t.assert.equal(isOfType(value, type), true, `${kindOf(value)} is of type ${type}`);
  });

  conformance('idl.read-only-attribute', { over: readOnly, assertions: 2 }, async (t, { member }) => {
    const setter: unknown = Reflect.get(ownProperty(prototypeObject(name), member), 'set');
    t.assert.equal(setter, undefined, 'the setter');
    t.assert.equal(Reflect.set(sample(name), member, null), false, 'an assignment is accepted');
  });

  conformance('idl.attribute-setter', { over: writable, assertions: 2 }, async (t, { member }) => {
    const setter = accessor(name, member, 'set');
    t.assert.equal(ownProperty(setter, 'name').value, `set ${member}`, 'name of the setter');
    t.assert.equal(ownProperty(setter, 'length').value, 1, 'length of the setter');
  });

  conformance('idl.setter-brand-check', { over: writable, assertions: 9 }, async (t, { member }) => {
    const setter = accessor(name, member, 'set');
    for (const { what, self } of strangers(name)) {
      t.throwsTypeError(() => Reflect.apply(setter, self, [null]), `the setter called on ${what}`);
    }
    t.succeeds(
      () => Reflect.apply(setter, sample(name), [null]),
      `the setter called on an object of ${name}`,
    );
  });
}
