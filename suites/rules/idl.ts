import type { Section } from './rule.ts';
import { webIdl } from './source.ts';

/** What the interfaces, their members and their dictionaries look like to a script. */
export const idl = {
  id: 'idl',
  title: 'Web IDL',
  rules: {
    'idl.interface-object': {
      level: 'must',
      standing: 'settled',
      source: webIdl('interfaces', 'js-interfaces'),
      statement:
        'The global scope of a window has the interface object under its name, writable, configurable and not enumerable.',
    },
    'idl.interface-object-inherits': {
      level: 'must',
      standing: 'settled',
      source: webIdl('interface object', 'interface-object'),
      statement: 'The interface object inherits from the interface object of the interface that it extends.',
    },
    'idl.interface-object-name': {
      level: 'must',
      standing: 'settled',
      source: webIdl('interface object', 'interface-object'),
      statement:
        'The name of the interface object is the name of the interface; it is configurable, not writable and not enumerable.',
    },
    'idl.interface-object-length': {
      level: 'must',
      standing: 'settled',
      source: webIdl('interface object', 'interface-object'),
      statement:
        'The length of the interface object is the number of arguments that its constructor demands; it is configurable, not writable and not enumerable.',
    },
    'idl.interface-object-prototype': {
      level: 'must',
      standing: 'settled',
      source: webIdl('interface object', 'interface-object'),
      statement:
        'The prototype property of the interface object is neither writable nor enumerable nor configurable.',
    },
    'idl.prototype-inherits': {
      level: 'must',
      standing: 'settled',
      source: webIdl('interface prototype object', 'interface-prototype-object'),
      statement: 'The interface prototype object inherits from the one of the interface that it extends.',
    },
    'idl.prototype-constructor': {
      level: 'must',
      standing: 'settled',
      source: webIdl('interface prototype object', 'interface-prototype-object'),
      statement:
        'The constructor property of the prototype is the interface object; it is writable, configurable and not enumerable.',
    },
    'idl.class-string': {
      level: 'must',
      standing: 'settled',
      source: webIdl('interface prototype object', 'interface-prototype-object'),
      statement:
        'The class string of the prototype is the name of the interface: configurable, not writable, not enumerable, and seen on every object of it.',
    },
    'idl.constructor-needs-new': {
      level: 'must',
      standing: 'settled',
      source: webIdl('interface object', 'interface-object'),
      statement: 'The interface object throws a TypeError when it is called without new.',
    },
    'idl.constructor-too-few-arguments': {
      level: 'must',
      standing: 'settled',
      source: webIdl('overload resolution', 'dfn-overload-resolution-algorithm'),
      statement: 'The constructor throws a TypeError when it is given fewer arguments than it demands.',
    },
    'idl.constructor-subclass': {
      level: 'must',
      standing: 'settled',
      source: webIdl(
        'creating an object that implements an interface',
        'internally-create-a-new-object-implementing-the-interface',
      ),
      statement:
        'What the constructor makes inherits from the prototype of new.target: of the interface, or of a class that extends it.',
    },
    'idl.absent-in-worker': {
      level: 'must',
      standing: 'settled',
      source: webIdl('Exposed', 'Exposed'),
      statement:
        'An interface that is exposed in windows only has no interface object in a worker, be it dedicated, shared or a service worker.',
    },
    'idl.absent-in-worklet': {
      level: 'must',
      standing: 'settled',
      source: webIdl('Exposed', 'Exposed'),
      statement:
        'An interface that is exposed in windows only has no interface object in the global scope of an audio worklet.',
    },
    'idl.exposed-on-insecure-origins': {
      level: 'must',
      standing: 'settled',
      source: webIdl('SecureContext', 'SecureContext'),
      statement: 'The interfaces are there on insecure origins, too: none of them asks for a secure context.',
      untestable:
        'Every origin that a suite can be served from on one machine is a loopback address, and browsers take those as secure; an insecure one needs a second machine or a name service of its own.',
    },
    'idl.attribute-on-prototype': {
      level: 'must',
      standing: 'settled',
      source: webIdl('attributes', 'js-attributes'),
      statement: 'An attribute is an accessor of the prototype, and not a property of the object itself.',
    },
    'idl.attribute-flags': {
      level: 'must',
      standing: 'settled',
      source: webIdl('attributes', 'js-attributes'),
      statement: 'The accessor of an attribute is enumerable and configurable.',
    },
    'idl.attribute-getter': {
      level: 'must',
      standing: 'settled',
      source: webIdl('attributes', 'js-attributes'),
      statement: 'The getter of an attribute is named after it and takes no arguments.',
    },
    'idl.attribute-setter': {
      level: 'must',
      standing: 'settled',
      source: webIdl('attributes', 'js-attributes'),
      statement: 'The setter of an attribute that can be written is named after it and takes one argument.',
    },
    'idl.attribute-brand-check': {
      level: 'must',
      standing: 'settled',
      source: webIdl('attributes', 'js-attributes'),
      statement: 'The getter of an attribute throws a TypeError on anything but an object of its interface.',
    },
    'idl.setter-brand-check': {
      level: 'must',
      standing: 'settled',
      source: webIdl('attributes', 'js-attributes'),
      statement: 'The setter of an attribute throws a TypeError on anything but an object of its interface.',
    },
    'idl.read-only-attribute': {
      level: 'must',
      standing: 'settled',
      source: webIdl('attributes', 'js-attributes'),
      statement: 'A read-only attribute has no setter, and an assignment to it is refused.',
    },
    'idl.attribute-type': {
      level: 'must',
      standing: 'settled',
      source: webIdl('attributes', 'js-attributes'),
      statement: 'The value of an attribute is of the type that the interface gives it.',
    },
    'idl.operation-place': {
      level: 'must',
      standing: 'settled',
      source: webIdl('operations', 'js-operations'),
      statement:
        'A method is a property of the prototype, a static one of the interface object, and neither is found elsewhere.',
    },
    'idl.operation-flags': {
      level: 'must',
      standing: 'settled',
      source: webIdl('operations', 'js-operations'),
      statement: 'The property of a method is writable, enumerable and configurable.',
    },
    'idl.operation-length': {
      level: 'must',
      standing: 'settled',
      source: webIdl('operations', 'js-operations'),
      statement:
        'The length of a method is the number of arguments that it demands, its name is its identifier.',
    },
    'idl.operation-is-no-constructor': {
      level: 'must',
      standing: 'settled',
      source: webIdl('operations', 'js-operations'),
      statement: 'A method is no constructor.',
    },
    'idl.operation-brand-check': {
      level: 'must',
      standing: 'settled',
      source: webIdl('operations', 'js-operations'),
      statement: 'A method throws a TypeError on anything but an object of its interface.',
    },
    'idl.static-operation-needs-no-object': {
      level: 'must',
      standing: 'settled',
      source: webIdl('operations', 'js-operations'),
      statement: 'A static method does not look at the object that it is called on.',
    },
    'idl.operation-too-few-arguments': {
      level: 'must',
      standing: 'settled',
      source: webIdl('overload resolution', 'dfn-overload-resolution-algorithm'),
      statement: 'A method throws a TypeError when it is given fewer arguments than it demands.',
    },
    'idl.dictionary-accepts-objects': {
      level: 'must',
      standing: 'settled',
      source: webIdl('dictionary types', 'js-dictionary'),
      statement:
        'Undefined, null and any object, arrays and functions among them, are taken as a dictionary without members.',
    },
    'idl.dictionary-refuses-primitives': {
      level: 'must',
      standing: 'settled',
      source: webIdl('dictionary types', 'js-dictionary'),
      statement:
        'A constructor throws a TypeError when it is given a primitive other than undefined and null for a dictionary.',
    },
    'idl.dictionary-member-is-read': {
      level: 'must',
      standing: 'settled',
      source: webIdl('dictionary types', 'js-dictionary'),
      statement: 'Each member of a dictionary is read, exactly once.',
    },
    'idl.dictionary-order': {
      level: 'must',
      standing: 'settled',
      source: webIdl('dictionary types', 'js-dictionary'),
      statement:
        'The members of a dictionary are read in order: inherited ones first, those of one dictionary by name.',
    },
    'idl.dictionary-passes-exceptions-on': {
      level: 'must',
      standing: 'settled',
      source: webIdl('dictionary types', 'js-dictionary'),
      statement: 'What a getter of a member throws comes out of the constructor unchanged.',
    },
    'idl.dictionary-required-member': {
      level: 'must',
      standing: 'settled',
      source: webIdl('dictionary types', 'js-dictionary'),
      statement:
        'A constructor throws a TypeError when a required member of its dictionary is missing or undefined.',
    },
    'idl.unsigned-long-converts': {
      level: 'must',
      standing: 'settled',
      source: webIdl('unsigned long', 'js-unsigned-long'),
      statement:
        'A member of type unsigned long is converted to a number, cut to an integer, and taken modulo 2 to the 32.',
    },
    'idl.unsigned-long-zero': {
      level: 'must',
      standing: 'settled',
      source: webIdl('unsigned long', 'js-unsigned-long'),
      statement:
        'NaN, infinities, fractions near zero and what converts to them are zero for a member of type unsigned long.',
    },
    'idl.unsigned-long-refuses': {
      level: 'must',
      standing: 'settled',
      source: webIdl('unsigned long', 'js-unsigned-long'),
      statement:
        'A member of type unsigned long that is a Symbol or a BigInt makes the constructor throw a TypeError.',
    },
    'idl.double-refuses': {
      level: 'must',
      standing: 'settled',
      source: webIdl('double', 'js-double'),
      statement:
        'A member of type double that is a Symbol, a BigInt, or does not convert to a finite number makes the constructor throw a TypeError.',
    },
    'idl.enum-refuses': {
      level: 'must',
      standing: 'settled',
      source: webIdl('enumeration types', 'js-enumeration'),
      statement:
        'A member of an enumeration type that does not convert to exactly one of its values makes the constructor throw a TypeError.',
    },
    'idl.string-refuses-symbols': {
      level: 'must',
      standing: 'settled',
      source: webIdl('DOMString', 'js-DOMString'),
      statement:
        'A member of a string type that is a Symbol makes the constructor throw a TypeError; objects are converted.',
    },
  },
} as const satisfies Section;
