import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Subject } from '../../protocol/index.ts';
import type { Roots } from '../../server/index.ts';
import { bundlePolyfill, type BundledPolyfill } from './bundle-polyfill.ts';
import { placeOf, versionOf } from './locate-polyfill.ts';
import { subjectOf, type ResolvedSubject } from './subject.ts';

/** A polyfill that can be tested, and the folders that have to be served for it. */
export interface ResolvedPolyfill {
  readonly subject: ResolvedSubject;
  readonly roots: Roots;
}

/** Where polyfills are looked for, where their bundles are put, and the number of this one. */
export interface PolyfillTools {
  readonly folder: string;
  readonly scratch: string;
  readonly nth: number;
}

/** Makes a file or an installed package ready for pages, whatever kind of script it is. */
export async function resolvePolyfill(stated: string, tools: PolyfillTools): Promise<ResolvedPolyfill> {
  const { folder, scratch, nth } = tools;
  const place = placeOf(stated, folder);
  const root = `polyfill-${nth}`;
  const bundled = await bundlePolyfill(place, { stated, folder, served: `/${root}` });
  const version = place.kind === 'package' ? await versionOf(place.name, bundled.entry) : undefined;
  const subject = (text: string | Uint8Array): Subject => ({
    kind: 'polyfill',
    name: stated,
    ...(version === undefined ? {} : { version }),
    hash: createHash('sha256').update(text).digest('hex').slice(0, 12),
  });
  const source = await readFile(bundled.entry, 'utf8');
  if (isServedAsItIs(bundled, source)) {
    // What it finds beside itself, such as a worker, it finds where it is served, too.
    const src = `/${root}/${encodeURIComponent(basename(bundled.entry))}`;
    return {
      subject: subjectOf(subject(source), false, [{ src, type: 'classic' }]),
      roots: { [root]: dirname(bundled.entry) },
    };
  }
  const output = join(scratch, root);
  await mkdir(output, { recursive: true });
  for (const { path, contents } of bundled.files) await writeFile(join(output, basename(path)), contents);
  const script = bundled.files.find(({ path }) => basename(path) === 'polyfill.js')?.contents ?? source;
  return {
    subject: subjectOf(subject(script), true, [{ src: `/${root}/polyfill.js`, type: bundled.type }]),
    roots: { [root]: output },
  };
}

/** A script of the old kind, and one that can also be such a script, would not be the same in a bundle. */
function isServedAsItIs({ entry, format }: BundledPolyfill, source: string): boolean {
  if (!['.js', '.cjs'].includes(extname(entry))) return false;
  return format === 'script' || (format === 'cjs' && /\bdefine\.amd\b/.test(source));
}
