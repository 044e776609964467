import { SPEC_STRUCTURE } from './spec-structure.ts';

const WAYS: readonly (readonly [string, (name: string) => string])[] = [
  ['event', (name) => `eventdef-${name}`],
  ['algorithm', (name) => `abstract-opdef-${name}`],
  ['term', (name) => name],
  ['method', (name) => `dom-mediarecorder-${name.replace('()', '')}`],
  ['constructor', (name) => `dom-${owner(name)}-${owner(name)}`],
];

const TYPES: ReadonlyMap<string, string> = new Map(
  SPEC_STRUCTURE.definitions.map((definition) => {
    const end = definition.indexOf(' ');
    return [definition.slice(end + 1), definition.slice(0, end)];
  }),
);

/** The anchor in the published spec of something that it defines, or of the heading of that name. */
export function anchorOf(name: string): string {
  const type = TYPES.get(name);
  if (type === undefined) return name;
  const way = WAYS.find(([each]) => each === type)?.[1] ?? ((each: string) => `dom-${each}`);
  return way(name.toLowerCase()).replaceAll('.', '-').replaceAll(' ', '-');
}

function owner(name: string): string {
  return name === 'constructor' ? 'mediarecorder' : (name.split(' ', 1)[0] ?? name);
}
