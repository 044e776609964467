import type { CaseEntry, Declaration } from '../protocol/index.ts';

/** Why a case is about something that a polyfill declares not to claim; undefined for every other case. */
export function declined({ id, rule }: CaseEntry, declaration: Declaration): string | undefined {
  const { types, declines = [] } = declaration;
  const found = declines.find(({ rules }) => rules.some((pattern) => matches(pattern, rule)));
  if (found !== undefined) return `declared by the polyfill: ${found.reason}`;
  if (types === undefined) return undefined;
  const other = essencesIn(id).find((essence) => !types.some((type) => type.toLowerCase() === essence));
  return other === undefined
    ? undefined
    : `declared by the polyfill: it records ${types.join(', ')}, and not ${other}`;
}

/** What a declaration declines and no rule is called: a slip of the pen, which would decline nothing in silence. */
export function unknownIn({ declines = [] }: Declaration, rules: readonly string[]): readonly string[] {
  return declines
    .flatMap((declined) => declined.rules)
    .filter((pattern) => !rules.some((rule) => matches(pattern, rule)));
}

function matches(pattern: string, rule: string): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`).test(rule);
}

/** The media types among the parameters of a case. */
function essencesIn(id: string): readonly string[] {
  return id
    .split(';')
    .slice(1)
    .map((parameter) => decodeURIComponent(parameter.slice(parameter.indexOf('=') + 1)))
    .flatMap((value) => /^(audio|video)\/[\w.+-]+/.exec(value.toLowerCase())?.[0] ?? []);
}
