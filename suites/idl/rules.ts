import { must, type Section } from '../rule.ts';
import { webIdl } from '../source.ts';

/** What the interfaces, their members and their dictionaries look like to a script. */
export const idl = {
  id: 'idl',
  title: 'Web IDL',
  rules: {
    'idl.interface-object': must(
      webIdl('interfaces', 'js-interfaces'),
      'The global scope of a window has the interface object under its name, writable, configurable and not enumerable.',
    ),
    'idl.interface-object-inherits': must(
      webIdl('interface object', 'interface-object'),
      'The interface object inherits from the interface object of the interface that it extends.',
    ),
    'idl.interface-object-name': must(
      webIdl('interface object', 'interface-object'),
      'The name of the interface object is the name of the interface; it is configurable, not writable and not enumerable.',
    ),
    'idl.interface-object-length': must(
      webIdl('interface object', 'interface-object'),
      'The length of the interface object is the number of arguments that its constructor demands; it is configurable, not writable and not enumerable.',
    ),
    'idl.interface-object-prototype': must(
      webIdl('interface object', 'interface-object'),
      'The prototype property of the interface object is neither writable nor enumerable nor configurable.',
    ),
    'idl.prototype-inherits': must(
      webIdl('interface prototype object', 'interface-prototype-object'),
      'The interface prototype object inherits from the one of the interface that it extends.',
    ),
    'idl.prototype-constructor': must(
      webIdl('interface prototype object', 'interface-prototype-object'),
      'The constructor property of the prototype is the interface object; it is writable, configurable and not enumerable.',
    ),
    'idl.class-string': must(
      webIdl('interface prototype object', 'interface-prototype-object'),
      'The class string of the prototype is the name of the interface: configurable, not writable, not enumerable, and seen on every object of it.',
    ),
    'idl.constructor-needs-new': must(
      webIdl('interface object', 'interface-object'),
      'The interface object throws a TypeError when it is called without new.',
    ),
    'idl.constructor-too-few-arguments': must(
      webIdl('overload resolution', 'dfn-overload-resolution-algorithm'),
      'The constructor throws a TypeError when it is given fewer arguments than it demands.',
    ),
    'idl.constructor-subclass': must(
      webIdl(
        'creating an object that implements an interface',
        'internally-create-a-new-object-implementing-the-interface',
      ),
      'What the constructor makes inherits from the prototype of new.target: of the interface, or of a class that extends it.',
    ),
    'idl.absent-in-worker': must(
      webIdl('Exposed', 'Exposed'),
      'An interface that is exposed in windows only has no interface object in a worker, be it dedicated, shared or a service worker.',
    ),
    'idl.absent-in-worklet': must(
      webIdl('Exposed', 'Exposed'),
      'An interface that is exposed in windows only has no interface object in the global scope of an audio worklet.',
    ),
    'idl.exposed-on-insecure-origins': must(
      webIdl('SecureContext', 'SecureContext'),
      'The interfaces are there on insecure origins, too: none of them asks for a secure context.',
      {
        untestable:
          'Every origin that a suite can be served from on one machine is a loopback address, and browsers take those as secure; an insecure one needs a second machine or a name service of its own.',
      },
    ),
    'idl.attribute-on-prototype': must(
      webIdl('attributes', 'js-attributes'),
      'An attribute is an accessor of the prototype, and not a property of the object itself.',
    ),
    'idl.attribute-flags': must(
      webIdl('attributes', 'js-attributes'),
      'The accessor of an attribute is enumerable and configurable.',
    ),
    'idl.attribute-getter': must(
      webIdl('attributes', 'js-attributes'),
      'The getter of an attribute is named after it and takes no arguments.',
    ),
    'idl.attribute-setter': must(
      webIdl('attributes', 'js-attributes'),
      'The setter of an attribute that can be written is named after it and takes one argument.',
    ),
    'idl.attribute-brand-check': must(
      webIdl('attributes', 'js-attributes'),
      'The getter of an attribute throws a TypeError on anything but an object of its interface.',
    ),
    'idl.setter-brand-check': must(
      webIdl('attributes', 'js-attributes'),
      'The setter of an attribute throws a TypeError on anything but an object of its interface.',
    ),
    'idl.read-only-attribute': must(
      webIdl('attributes', 'js-attributes'),
      'A read-only attribute has no setter, and an assignment to it is refused.',
    ),
    'idl.attribute-type': must(
      webIdl('attributes', 'js-attributes'),
      'The value of an attribute is of the type that the interface gives it.',
    ),
    'idl.operation-place': must(
      webIdl('operations', 'js-operations'),
      'A method is a property of the prototype, a static one of the interface object, and neither is found elsewhere.',
    ),
    'idl.operation-flags': must(
      webIdl('operations', 'js-operations'),
      'The property of a method is writable, enumerable and configurable.',
    ),
    'idl.operation-length': must(
      webIdl('operations', 'js-operations'),
      'The length of a method is the number of arguments that it demands, its name is its identifier.',
    ),
    'idl.operation-is-no-constructor': must(
      webIdl('operations', 'js-operations'),
      'A method is no constructor.',
    ),
    'idl.operation-brand-check': must(
      webIdl('operations', 'js-operations'),
      'A method throws a TypeError on anything but an object of its interface.',
    ),
    'idl.static-operation-needs-no-object': must(
      webIdl('operations', 'js-operations'),
      'A static method does not look at the object that it is called on.',
    ),
    'idl.operation-too-few-arguments': must(
      webIdl('overload resolution', 'dfn-overload-resolution-algorithm'),
      'A method throws a TypeError when it is given fewer arguments than it demands.',
    ),
    'idl.dictionary-accepts-objects': must(
      webIdl('dictionary types', 'js-dictionary'),
      'Undefined, null and any object, arrays and functions among them, are taken as a dictionary without members.',
    ),
    'idl.dictionary-refuses-primitives': must(
      webIdl('dictionary types', 'js-dictionary'),
      'A constructor throws a TypeError when it is given a primitive other than undefined and null for a dictionary.',
    ),
    'idl.dictionary-member-is-read': must(
      webIdl('dictionary types', 'js-dictionary'),
      'Each member of a dictionary is read, exactly once.',
    ),
    'idl.dictionary-order': must(
      webIdl('dictionary types', 'js-dictionary'),
      'The members of a dictionary are read in order: inherited ones first, those of one dictionary by name.',
    ),
    'idl.dictionary-passes-exceptions-on': must(
      webIdl('dictionary types', 'js-dictionary'),
      'What a getter of a member throws comes out of the constructor unchanged.',
    ),
    'idl.dictionary-required-member': must(
      webIdl('dictionary types', 'js-dictionary'),
      'A constructor throws a TypeError when a required member of its dictionary is missing or undefined.',
    ),
    'idl.unsigned-long-converts': must(
      webIdl('unsigned long', 'js-unsigned-long'),
      'A member of type unsigned long is converted to a number, cut to an integer, and taken modulo 2 to the 32.',
    ),
    'idl.unsigned-long-zero': must(
      webIdl('unsigned long', 'js-unsigned-long'),
      'NaN, infinities, fractions near zero and what converts to them are zero for a member of type unsigned long.',
    ),
    'idl.unsigned-long-refuses': must(
      webIdl('unsigned long', 'js-unsigned-long'),
      'A member of type unsigned long that is a Symbol or a BigInt makes the constructor throw a TypeError.',
    ),
    'idl.double-refuses': must(
      webIdl('double', 'js-double'),
      'A member of type double that is a Symbol, a BigInt, or does not convert to a finite number makes the constructor throw a TypeError.',
    ),
    'idl.enum-refuses': must(
      webIdl('enumeration types', 'js-enumeration'),
      'A member of an enumeration type that does not convert to exactly one of its values makes the constructor throw a TypeError.',
    ),
    'idl.string-refuses-symbols': must(
      webIdl('DOMString', 'js-DOMString'),
      'A member of a string type that is a Symbol makes the constructor throw a TypeError; objects are converted.',
    ),
  },
} as const satisfies Section;
