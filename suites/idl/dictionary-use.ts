import { interfaceObject } from './samples.ts';
import { DICTIONARIES } from './surface.ts';

/** A dictionary with the interface whose constructor takes it as its second argument. */
export interface DictionaryUse {
  readonly dictionary: string;
  readonly interface: string;
  readonly first: () => unknown;
}

/** The dictionaries under test; others are only inherited from. */
export const USES: readonly DictionaryUse[] = [
  { dictionary: 'MediaRecorderOptions', interface: 'MediaRecorder', first: () => new MediaStream() },
  { dictionary: 'BlobEventInit', interface: 'BlobEvent', first: () => 'dataavailable' },
  { dictionary: 'ErrorEventInit', interface: 'ErrorEvent', first: () => 'error' },
];

/** A member of a dictionary, its own or inherited. */
export type Member = (typeof DICTIONARIES)[number]['members'][number];

/** All members in the order in which Web IDL reads them: inherited ones first, each dictionary's by name. */
export function membersOf(dictionary: string): readonly Member[] {
  const found = DICTIONARIES.find(({ name }) => name === dictionary);
  if (found === undefined) return [];
  const inherited = found.inherits === null ? [] : membersOf(found.inherits);
  const own = [...found.members].sort((a, b) => (a.name < b.name ? -1 : 1));
  return [...inherited, ...own];
}

/** The names of the members of one of the types. */
export function membersOfType(dictionary: string, types: readonly string[]): readonly string[] {
  return membersOf(dictionary)
    .filter(({ type }) => types.includes(type))
    .map(({ name }) => name);
}

/** What the members that must be there are given where nothing else matters. */
export function requiredMembers(dictionary: string): Readonly<Record<string, unknown>> {
  const needed = membersOf(dictionary).filter(({ required }) => required);
  return Object.fromEntries(needed.map(({ name }) => [name, new Blob(['recorded'])]));
}

/** Constructs what a dictionary is for with any value in its place. */
export function constructWith({ interface: name, first }: DictionaryUse, init: unknown): unknown {
  return Reflect.construct(interfaceObject(name), [first(), init]);
}

/** Constructs what a dictionary is for with one more member. */
export function constructWithMember(use: DictionaryUse, member: string, value: unknown): unknown {
  return constructWith(use, { ...requiredMembers(use.dictionary), [member]: value });
}

/** A dictionary whose members tell when they are read, and give a value or `undefined`. */
export function watched(dictionary: string, read: (member: string) => void): object {
  const values = requiredMembers(dictionary);
  const init = {};
  for (const { name } of membersOf(dictionary)) {
    Object.defineProperty(init, name, {
      enumerable: true,
      get: () => {
        read(name);
        return values[name];
      },
    });
  }
  return init;
}
