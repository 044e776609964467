import { conformance, thrownBy } from '../kit/index.ts';
import { absent, interfaceObject, ownProperty, prototypeObject, sample, strangers } from './samples.ts';
import { INTERFACES } from './surface.ts';

const functionOf = (holder: object, member: string): Function => {
  const { value } = ownProperty(holder, member);
  if (typeof value !== 'function') throw absent(`method ${member}`, 'a function', value);
  return value;
};

for (const { name, operations } of INTERFACES) {
  const all = operations.map((operation) => operation.name);
  const lengths = new Map<string, number>(operations.map(({ name: member, length }) => [member, length]));
  const statics = operations.filter((operation) => operation.static).map((operation) => operation.name);
  const regular = operations.filter((operation) => !operation.static).map((operation) => operation.name);
  const isStatic = (member: string): boolean => statics.some((other) => other === member);
  const holderOf = (member: string): object =>
    isStatic(member) ? interfaceObject(name) : prototypeObject(name);

  conformance(
    'idl.operation-place',
    { over: { interface: [name], member: all }, assertions: 2 },
    async (t, { member }) => {
      t.assert.equal(typeof functionOf(holderOf(member), member), 'function', 'the method');
      const [elsewhere, where] = isStatic(member)
        ? [prototypeObject(name), 'the prototype']
        : [sample(name), 'an object of it'];
      t.assert.equal(Object.hasOwn(elsewhere, member), false, `${where} has it, too`);
    },
  );

  conformance(
    'idl.operation-flags',
    { over: { interface: [name], member: all }, assertions: 3 },
    async (t, { member }) => {
      const { writable, enumerable, configurable } = ownProperty(holderOf(member), member);
      t.assert.equal(writable, true, 'writable');
      t.assert.equal(enumerable, true, 'enumerable');
      t.assert.equal(configurable, true, 'configurable');
    },
  );

  conformance(
    'idl.operation-length',
    { over: { interface: [name], member: all }, assertions: 2 },
    async (t, { member }) => {
      const method = functionOf(holderOf(member), member);
      t.assert.equal(ownProperty(method, 'length').value, lengths.get(member), 'length');
      t.assert.equal(ownProperty(method, 'name').value, member, 'name');
    },
  );

  conformance(
    'idl.operation-is-no-constructor',
    { over: { interface: [name], member: all }, assertions: 2 },
    async (t, { member }) => {
      const method = functionOf(holderOf(member), member);
      t.throwsTypeError(() => Reflect.construct(Object, [], method), 'the method as a constructor');
      t.succeeds(() => Reflect.construct(Object, [], interfaceObject(name)), 'the interface object as one');
    },
  );

  conformance(
    'idl.operation-brand-check',
    { over: { interface: [name], member: regular }, assertions: 9 },
    async (t, { member }) => {
      const method = functionOf(prototypeObject(name), member);
      for (const { what, self } of strangers(name)) {
        t.throwsTypeError(() => Reflect.apply(method, self, []), `the method called on ${what}`);
      }
      // A recorder of an empty stream may well refuse the call, but for another reason.
      const refusal = thrownBy(() => Reflect.apply(method, sample(name), []));
      t.assert.equal(refusal.startsWith('TypeError'), false, `an object of ${name} is refused: ${refusal}`);
    },
  );

  conformance(
    'idl.static-operation-needs-no-object',
    { over: { interface: [name], member: statics } },
    async (t, { member }) => {
      const method = functionOf(interfaceObject(name), member);
      t.succeeds(() => Reflect.apply(method, undefined, ['']), 'called on nothing');
    },
  );

  conformance(
    'idl.operation-too-few-arguments',
    { over: { interface: [name], member: all.filter((member) => lengths.get(member) !== 0) }, assertions: 2 },
    async (t, { member }) => {
      const method = functionOf(holderOf(member), member);
      t.throwsTypeError(() => Reflect.apply(method, interfaceObject(name), []), 'without arguments');
      t.succeeds(() => Reflect.apply(method, interfaceObject(name), ['']), 'with one argument');
    },
  );
}
