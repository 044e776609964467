import { useLayoutEffect, useState } from 'preact/hooks';
import { readRoute, writeRoute, type Route } from '../view/route.ts';

/** Goes somewhere; in place when the reader only refines where they are, so that Back leaves the view. */
export function go(route: Route, inPlace = false): void {
  const hash = writeRoute(route);
  if (inPlace) location.replace(hash);
  else location.hash = hash;
}

/** Where the reader is. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  // Before anything is painted: an effect of the other kind comes later, and would miss a change until then.
  useLayoutEffect(() => {
    const follow = (): void => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return readRoute(hash);
}
