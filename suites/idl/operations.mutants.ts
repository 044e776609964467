import type { Mutants, RecorderClass } from '../../fixtures/recorders/install.ts';
import {
  constructed,
  functionOf,
  recorderClass,
  standIn,
} from '../../fixtures/recorders/mutants/interfaces.ts';
import { damaged, noticedWhere, redefine } from '../../fixtures/recorders/mutants/make.ts';

const METHODS = ['start', 'stop', 'pause', 'resume', 'requestData'] as const;
const STATIC = 'isTypeSupported';

type Damage = (made: RecorderClass, member: string, holder: object) => RecorderClass | void;
type Damages = Readonly<Record<string, readonly [rule: string, damage: Damage]>>;

/** Each way to damage any method, with the rule that it breaks. */
const ANY: Damages = {
  missing: ['idl.operation-place', (_made, member, holder) => void Reflect.deleteProperty(holder, member)],
  'not-writable': [
    'idl.operation-flags',
    (_made, member, holder) => redefine(holder, member, { writable: false }),
  ],
  hidden: ['idl.operation-flags', (_made, member, holder) => redefine(holder, member, { enumerable: false })],
  fixed: [
    'idl.operation-flags',
    (_made, member, holder) => redefine(holder, member, { configurable: false }),
  ],
  length: [
    'idl.operation-length',
    (_made, member, holder) => redefine(functionOf(holder, member, 'value'), 'length', { value: 2 }),
  ],
  name: [
    'idl.operation-length',
    (_made, member, holder) => redefine(functionOf(holder, member, 'value'), 'name', { value: 'method' }),
  ],
  'constructs-too': [
    'idl.operation-is-no-constructor',
    (_made, member, holder) => {
      const normal = functionOf(holder, member, 'value');
      redefine(holder, member, {
        value: function constructible(this: unknown, ...args: readonly unknown[]): unknown {
          return Reflect.apply(normal, this, args);
        },
      });
    },
  ],
};

const REGULAR: Damages = {
  own: [
    'idl.operation-place',
    (made, member, holder) =>
      recorderClass(
        standIn(made, (args, asked) => {
          const object = constructed(made, args, asked);
          Object.defineProperty(object, member, { value: functionOf(holder, member, 'value') });
          return object;
        }),
      ),
  ],
  'without-brand': [
    'idl.operation-brand-check',
    (_made, member, holder) => {
      const normal = functionOf(holder, member, 'value');
      redefine(holder, member, {
        value(this: unknown, ...args: readonly unknown[]): unknown {
          try {
            return Reflect.apply(normal, this, args);
          } catch (error) {
            if (error instanceof TypeError) return undefined;
            throw error;
          }
        },
      });
    },
  ],
};

const ONLY_STATIC: Damages = {
  'on-prototype-too': [
    'idl.operation-place',
    (made, member) =>
      void Object.defineProperty(made.prototype, member, { value: functionOf(made, member, 'value') }),
  ],
  'needs-its-class': [
    'idl.static-operation-needs-no-object',
    (made, member) => {
      const normal = functionOf(made, member, 'value');
      redefine(made, member, {
        value(this: unknown, ...args: readonly unknown[]): unknown {
          if (this !== made) throw new TypeError('it is called on something else');
          return Reflect.apply(normal, this, args);
        },
      });
    },
  ],
  'without-arguments': [
    'idl.operation-too-few-arguments',
    (made, member) => {
      const normal = functionOf(made, member, 'value');
      redefine(made, member, {
        value(this: unknown, ...args: readonly unknown[]): unknown {
          return Reflect.apply(normal, this, args.length === 0 ? [''] : args);
        },
      });
    },
  ],
};

const family = (member: string, damages: Damages): Mutants =>
  Object.fromEntries(
    Object.entries(damages).map(([damage, [rule, change]]) => [
      `operation-${damage}-${member}`,
      noticedWhere(
        { interface: 'MediaRecorder', member },
        damaged(rule, `${member}(): ${damage.replaceAll('-', ' ')}.`, (made) =>
          change(made, member, member === STATIC ? made : made.prototype),
        ),
      ),
    ]),
  );

/** Methods that are not quite what Web IDL makes of them, one by one. */
export const idlOperationMutants: Mutants = Object.assign(
  {},
  ...METHODS.map((member) => family(member, { ...ANY, ...REGULAR })),
  family(STATIC, { ...ANY, ...ONLY_STATIC }),
);
