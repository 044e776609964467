import { parse } from 'webidl2';
import * as v from 'valibot';
import { Definition, exposureOf, type Tree } from './syntax-tree.ts';

/** What of the Web IDL of all specs the suite checks, by the file in which it stands. */
export const CHECKED = {
  'mediastream-recording': [
    'MediaRecorder',
    'BlobEvent',
    'MediaRecorderOptions',
    'BlobEventInit',
    'BitrateMode',
    'RecordingState',
  ],
  html: ['ErrorEvent', 'ErrorEventInit'],
  dom: ['EventInit'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The definitions of the given names in a text of Web IDL. */
export function definitions(text: string, names: readonly string[]): readonly Definition[] {
  // The parser's objects answer through getters; as JSON they are plain data that can be decoded.
  const plain: unknown = JSON.parse(JSON.stringify(parse(text)));
  const trees = v.parse(v.array(v.looseObject({ name: v.nullish(v.string()) })), plain);
  return names.map((name) => {
    const found = trees.filter((tree) => tree.name === name && tree['partial'] !== true);
    if (found.length !== 1) throw new Error(`the Web IDL defines ${name} ${found.length} times`);
    return v.parse(Definition, found[0]);
  });
}

const required = (all: readonly { optional: boolean; variadic: boolean }[]): number =>
  all.filter(({ optional, variadic }) => !optional && !variadic).length;

function interfaceShape(tree: Tree<'interface'>): object {
  const members = tree.members;
  return {
    name: tree.name,
    inherits: tree.inheritance,
    exposed: exposureOf(tree),
    length: Math.max(
      0,
      ...members.map((member) => (member.type === 'constructor' ? required(member.arguments) : 0)),
    ),
    attributes: members.flatMap((member) =>
      member.type === 'attribute'
        ? [{ name: member.name, type: member.idlType.idlType, readonly: member.readonly }]
        : [],
    ),
    operations: members.flatMap((member) =>
      member.type === 'operation'
        ? [{ name: member.name, static: member.special === 'static', length: required(member.arguments) }]
        : [],
    ),
  };
}

const dictionaryShape = (tree: Tree<'dictionary'>): object => ({
  name: tree.name,
  inherits: tree.inheritance,
  members: tree.members.map(({ name, idlType, required: needed }) => ({
    name,
    type: idlType.idlType,
    required: needed,
  })),
});

/** The module of the suites that says what these definitions define, not yet formatted. */
export function surfaceModule(all: readonly Definition[]): string {
  const list = (name: string, doc: string, type: string, values: readonly object[]): string =>
    `/** ${doc} */\nexport const ${name} = ${JSON.stringify(values)} as const satisfies readonly ${type}[];\n`;
  const of = <Kind extends Definition['type']>(kind: Kind): readonly Tree<Kind>[] =>
    all.filter((tree): tree is Tree<Kind> => tree.type === kind);
  return [
    '// Generated from the Web IDL of the specs by `npm run generate:idl`; do not edit.',
    "import type { DictionaryShape, EnumShape, InterfaceShape } from './shape.ts';\n",
    list(
      'INTERFACES',
      'The interfaces of a recording.',
      'InterfaceShape',
      of('interface').map(interfaceShape),
    ),
    list('DICTIONARIES', 'Their options.', 'DictionaryShape', of('dictionary').map(dictionaryShape)),
    list(
      'ENUMS',
      'Their enumerations.',
      'EnumShape',
      of('enum').map(({ name, values }) => ({ name, values: values.map(({ value }) => value) })),
    ),
  ].join('\n');
}
