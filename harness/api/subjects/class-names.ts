const TOP_CLASS = /\bvar (\w+) = class(?: (\w+))?( extends [\w.$]+)? \{/g;

/**
 * Gives classes their names back that bundling changed, as from MediaRecorder to _MediaRecorder or MediaRecorder2:
 * a recorder would be blamed for its name. esbuild's own way to keep names, a helper, is not there in workers
 * that are made of a function's text.
 */
export function withClassNames(bundle: string, sources: readonly string[]): string {
  const isStated = (name: string): boolean =>
    sources.some((source) => new RegExp(`\\bclass ${name}\\b`).test(source));
  return bundle.replace(TOP_CLASS, (head: string, outer: string, inner: string | undefined) => {
    const given = inner ?? outer;
    const meant = given.replace(/^_/, '').replace(/\d+$/, '');
    if (given === meant || isStated(given) || !isStated(meant)) return head;
    return `${head} static { Object.defineProperty(this, "name", { value: "${meant}", configurable: true }); }`;
  });
}
