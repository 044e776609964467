import { unreachable } from '../../unreachable.ts';
import { emptyQuery, readQuery, writeQuery, type RulesQuery } from './query.ts';

/** Where the reader is; everything that makes up a view is in it, so that every view has an address. */
export type Route =
  | { readonly view: 'overview' }
  | { readonly view: 'rules'; readonly query: RulesQuery }
  | { readonly view: 'case'; readonly target: string; readonly id: string; readonly beside: string }
  | { readonly view: 'formats' }
  | { readonly view: 'measured' }
  | { readonly view: 'compare'; readonly before: string; readonly after: string }
  | { readonly view: 'machine' };

/** The parameters of an address, decoded; a broken escape is taken as it stands. */
function readParams(text: string): ReadonlyMap<string, string> {
  const plain = (part: string): string => {
    try {
      return decodeURIComponent(part.replaceAll('+', ' '));
    } catch {
      return part;
    }
  };
  return new Map(
    text
      .split('&')
      .filter((part) => part !== '')
      .map((part) => {
        const at = part.indexOf('=');
        return at < 0 ? [plain(part), ''] : [plain(part.slice(0, at)), plain(part.slice(at + 1))];
      }),
  );
}

/** Parameters as an address carries them; those that are empty are left out. */
function writeParams(params: Readonly<Record<string, string>>): string {
  return Object.entries(params)
    .filter(([, value]) => value !== '')
    .map(
      ([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%20', '+').replaceAll('%3B', ';')}`,
    )
    .join('&');
}

/** The route that a location's hash names; what it does not know leads to the overview. */
export function readRoute(hash: string): Route {
  const [path = '', ...rest] = hash.replace(/^#\/?/, '').split('?');
  const params = readParams(rest.join('?'));
  const param = (name: string): string => params.get(name) ?? '';
  switch (path) {
    case 'rules':
      return { view: 'rules', query: readQuery(params) };
    case 'case':
      return { view: 'case', target: param('target'), id: param('id'), beside: param('beside') };
    case 'formats':
    case 'measured':
    case 'machine':
      return { view: path };
    case 'compare':
      return { view: 'compare', before: param('before'), after: param('after') };
    default:
      return { view: 'overview' };
  }
}

/** The hash of a route. */
export function writeRoute(route: Route): string {
  const withParams = (path: string, params: Readonly<Record<string, string>>): string => {
    const text = writeParams(params);
    return text === '' ? `#/${path}` : `#/${path}?${text}`;
  };
  switch (route.view) {
    case 'overview':
      return '#/';
    case 'rules':
      return withParams('rules', writeQuery(route.query));
    case 'case':
      return withParams('case', { id: route.id, target: route.target, beside: route.beside });
    case 'compare':
      return withParams('compare', { before: route.before, after: route.after });
    case 'formats':
    case 'measured':
    case 'machine':
      return `#/${route.view}`;
    default:
      return unreachable(route);
  }
}

/** The address of the rules, narrowed down. */
export function rulesHref(query: Partial<RulesQuery>): string {
  return writeRoute({ view: 'rules', query: { ...emptyQuery, ...query } });
}

/** The address of one case in one target. */
export function caseHref(target: string, id: string): string {
  return writeRoute({ view: 'case', target, id, beside: '' });
}
