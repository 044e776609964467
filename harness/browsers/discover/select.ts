import { BrowserNotFoundError, BrowserUnansweredError, describeUnanswered } from './found.ts';
import type { Discovery, FoundBrowser, UnansweredBrowser } from './found.ts';
import type { Host } from './host.ts';
import { identify } from './identify.ts';
import { slug } from './identity.ts';
import { withLacks } from './lacks.ts';
import { installCommand } from './missing.ts';
import { byPreference } from './preference.ts';
import { Engine } from '../../protocol/index.ts';

/** How many letters have to be changed, added or left out to make one word of another. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of a.split('').entries()) {
    const next = [i + 1];
    for (const [j, other] of b.split('').entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

function nearest(words: readonly string[], word: string): string | undefined {
  const near = words
    .map((known) => ({ known, far: distance(known, word) }))
    .filter(({ known, far }) => far <= Math.max(2, Math.floor(known.length / 3)));
  return near.sort((a, b) => a.far - b.far)[0]?.known;
}

/** What did not answer and is probably meant: its engine or its program is called so. */
function silentOne(unanswered: Discovery['unanswered'], name: string): UnansweredBrowser | undefined {
  const wanted = slug(name);
  return unanswered.find(
    ({ engine, executable }) => engine === wanted || slug(baseName(executable)).includes(wanted),
  );
}

function baseName(executable: string): string {
  return executable.split(/[\\/]/).at(-1) ?? '';
}

function explain(installed: readonly FoundBrowser[], name: string): string {
  const wanted = name.toLowerCase();
  const engine = Engine.options.find((one) => one === wanted);
  const there =
    installed.length === 0
      ? 'No browser was found on this machine.'
      : `Found here: ${installed.map(({ id }) => id).join(', ')}.`;
  if (engine !== undefined)
    return `No ${engine} is installed. ${there} Get one with "${installCommand([engine])}".`;
  const words = [...Engine.options, ...installed.flatMap((one) => [one.id, slug(one.name)])];
  const near = nearest(words, wanted);
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  return `No browser is called "${name}".${hint} ${there} A path to a browser's program works too.`;
}

/**
 * The browser that a name stands for. A name is an id, else a product, else an engine; of several that answer
 * to it the first in the order of preference is taken.
 */
export function select(discovery: Discovery, name: string): FoundBrowser {
  const wanted = name.toLowerCase();
  const ordered = byPreference(discovery.found);
  const found =
    ordered.find(({ id }) => id === wanted) ??
    ordered.find((one) => one.name.toLowerCase() === wanted || slug(one.name) === slug(name)) ??
    ordered.find(({ engine }) => engine === wanted);
  if (found !== undefined) return found;
  const silent = silentOne(discovery.unanswered, name);
  if (silent !== undefined) throw new BrowserUnansweredError(`${describeUnanswered(silent)}.`);
  throw new BrowserNotFoundError(explain(discovery.found, name));
}

/** What `--browser NAME|PATH` stands for: whatever has a slash in it is a path. */
export async function resolveBrowser(host: Host, discovery: Discovery, name: string): Promise<FoundBrowser> {
  if (!/[\\/]/.test(name)) return select(discovery, name);
  const browser = await identify(host, name);
  const [complete = browser] = await withLacks(host, [browser]);
  return complete;
}
