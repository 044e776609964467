import * as v from 'valibot';

const Type = v.looseObject({ idlType: v.string() });
const Argument = v.looseObject({ optional: v.boolean(), variadic: v.boolean() });
const Named = v.looseObject({ value: v.string() });

const Extended = v.array(v.looseObject({ name: v.string(), rhs: v.unknown() }));

const Exposed = v.variant('type', [
  v.looseObject({ type: v.literal('*') }),
  v.looseObject({ type: v.literal('identifier'), value: v.string() }),
  v.looseObject({ type: v.literal('identifier-list'), value: v.array(Named) }),
]);

const Member = v.variant('type', [
  v.looseObject({ type: v.literal('constructor'), arguments: v.array(Argument) }),
  v.looseObject({
    type: v.literal('attribute'),
    name: v.string(),
    readonly: v.boolean(),
    idlType: Type,
  }),
  v.looseObject({
    type: v.literal('operation'),
    name: v.string(),
    special: v.string(),
    arguments: v.array(Argument),
  }),
]);

/** What the parser makes of the parts of a spec that the suite asks after; all else is refused. */
export const Definition = v.variant('type', [
  v.looseObject({
    type: v.literal('interface'),
    name: v.string(),
    partial: v.literal(false),
    inheritance: v.nullable(v.string()),
    members: v.array(Member),
    extAttrs: Extended,
  }),
  v.looseObject({
    type: v.literal('dictionary'),
    name: v.string(),
    partial: v.literal(false),
    inheritance: v.nullable(v.string()),
    members: v.array(v.looseObject({ name: v.string(), required: v.boolean(), idlType: Type })),
  }),
  v.looseObject({ type: v.literal('enum'), name: v.string(), values: v.array(Named) }),
]);
export type Definition = v.InferOutput<typeof Definition>;

/** One interface, dictionary or enumeration. */
export type Tree<Kind extends Definition['type']> = Extract<Definition, { type: Kind }>;

/** Where an interface is exposed; `*` stands for everywhere. */
export function exposureOf({ name, extAttrs }: Tree<'interface'>): readonly string[] {
  const exposed = v.parse(Exposed, extAttrs.find((attribute) => attribute.name === 'Exposed')?.rhs, {
    message: `the exposure of ${name} is not understood`,
  });
  switch (exposed.type) {
    case '*':
      return ['*'];
    case 'identifier':
      return [exposed.value];
    case 'identifier-list':
      return exposed.value.map(({ value }) => value);
  }
}
